package org.muster.accounts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.accounts.AccountProblem.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is needed to stay signed in: one file per account, {@code accounts/<id>.json} under the data directory, which only its owner can
 * open. A file is replaced as a whole or not at all; one that cannot be understood is set aside and never written over.
 */
public final class TokenVault {
    private static final Logger LOG = LoggerFactory.getLogger(TokenVault.class);
    private static final String SUFFIX = ".json";
    private static final String ID = "[a-z0-9-]{1,64}";

    private final Path directory;

    /** @param dataDir where Muster keeps its data; made when something is first kept */
    public TokenVault(Path dataDir) {
        this.directory = dataDir.resolve("accounts");
    }

    /**
     * What is in the vault.
     *
     * @param accounts those that can be used, by id
     * @param problems one for each that cannot
     */
    record Contents(List<StoredAccount> accounts, List<AccountProblem> problems) {}

    Contents contents() {
        List<StoredAccount> accounts = new ArrayList<>();
        List<AccountProblem> problems = new ArrayList<>();
        for (Path file : files(problems)) {
            switch (read(file)) {
                case Attempt.Done<StoredAccount>(StoredAccount account) -> accounts.add(account);
                case Attempt.Refused<StoredAccount>(AccountProblem problem) -> problems.add(problem);
            }
        }
        accounts.sort(Comparator.comparing(stored -> stored.account().id()));
        return new Contents(List.copyOf(accounts), List.copyOf(problems));
    }

    /** Reads one account again. */
    Attempt<StoredAccount> find(GoogleAccount account) {
        return read(file(account));
    }

    /** Writes an account down, in place of what was there under its id. */
    synchronized Attempt<GoogleAccount> save(StoredAccount stored) {
        Path file = file(stored.account());
        Path temporary = directory.resolve(stored.account().id() + ".new");
        try {
            OwnerOnly.directory(directory);
            Files.deleteIfExists(temporary); // left over from a crash
            OwnerOnly.file(temporary);
            write(temporary, stored.toJson().toString());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Attempt.done(stored.account());
        } catch (OwnerOnly.NotPrivateException e) {
            LOG.warn("The data directory cannot keep a file to its owner: {}", directory);
            return Attempt.refused(Cause.VAULT_NOT_PRIVATE, directory.toString());
        } catch (IOException e) {
            LOG.warn("An account could not be written down in {}", directory, e);
            discard(temporary);
            return Attempt.refused(Cause.VAULT_UNWRITABLE, directory.toString());
        }
    }

    /** Removes an account; one that is not there is removed already. */
    synchronized Attempt<GoogleAccount> delete(GoogleAccount account) {
        try {
            Files.deleteIfExists(file(account));
            return Attempt.done(account);
        } catch (IOException e) {
            LOG.warn("An account could not be removed from {}", directory, e);
            return Attempt.refused(Cause.VAULT_UNWRITABLE, directory.toString());
        }
    }

    /** Puts another refresh token, or none, in place of {@code old}; does nothing when the account was connected again or removed meanwhile. */
    synchronized void replaceToken(GoogleAccount account, String old, Optional<String> fresh) {
        if (find(account) instanceof Attempt.Done<StoredAccount>(StoredAccount now) && now.refreshToken().equals(Optional.of(old))) {
            save(now.withToken(fresh));
        }
    }

    private Path file(GoogleAccount account) {
        if (!account.id().matches(ID)) {
            throw new IllegalArgumentException("not an id of ours: " + account.id());
        }
        return directory.resolve(account.id() + SUFFIX);
    }

    private List<Path> files(List<AccountProblem> problems) {
        List<Path> files = new ArrayList<>();
        if (Files.exists(directory)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                stream.forEach(files::add);
            } catch (IOException | DirectoryIteratorException e) {
                LOG.warn("The accounts cannot be listed in {}", directory, e);
                problems.add(new AccountProblem(Cause.VAULT_UNREADABLE, directory.toString()));
            }
        }
        return files;
    }

    private synchronized Attempt<StoredAccount> read(Path file) {
        String name = file.getFileName().toString();
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            return setAside(file);
        } catch (IOException e) {
            LOG.warn("An account cannot be read: {}", file, e);
            return Attempt.refused(Cause.VAULT_UNREADABLE, file.toString());
        }
        try {
            JsonElement root = JsonParser.parseString(text);
            if (!(root instanceof JsonObject json) || !(json.get("version") instanceof JsonPrimitive version) || !version.isNumber()) {
                return setAside(file);
            }
            if (version.getAsInt() > StoredAccount.VERSION) {
                return Attempt.refused(Cause.VAULT_NEWER, file.toString());
            }
            return Attempt.done(StoredAccount.fromJson(json, name.substring(0, name.length() - SUFFIX.length())));
        } catch (JsonParseException | IllegalArgumentException e) {
            return setAside(file); // without the exception, whose message may quote the file
        }
    }

    private Attempt<StoredAccount> setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + n);
        }
        try {
            Files.move(file, aside);
            LOG.warn("A damaged account file was set aside as {}", aside);
            return Attempt.refused(Cause.VAULT_DAMAGED, aside.toString());
        } catch (NoSuchFileException e) {
            return Attempt.refused(Cause.VAULT_UNREADABLE, file.toString());
        } catch (IOException e) {
            LOG.warn("A damaged account file could not be set aside: {}", file, e);
            return Attempt.refused(Cause.VAULT_UNREADABLE, file.toString());
        }
    }

    /** On the disk before it takes the other's place; or a power cut could leave an empty file there. */
    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A half-written file could not be removed: {}", file, e);
        }
    }
}
