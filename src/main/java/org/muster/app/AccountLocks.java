package org.muster.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which process may change which account of a data folder: one at a time. The system holds the lock for as long as the process lives, so that one that was killed
 * leaves nothing behind that would keep others out. Who it is stands in a file beside it, which others can read while the lock is held, also on Windows.
 */
final class AccountLocks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountLocks.class);

    /** What kind of process it is, for people. */
    enum Kind { WINDOW, TERMINAL }

    /**
     * Who holds an account.
     *
     * @param pid its process id
     * @param since when it took the account
     */
    record Holder(Kind kind, long pid, Instant since) {}

    /** Whether an account may be changed by this process. */
    sealed interface Hold {
        /** By this one, until it ends. */
        record Ours() implements Hold {}

        /**
         * By another one.
         *
         * @param by who it is, if that can be told
         */
        record Theirs(Optional<Holder> by) implements Hold {}
    }

    private final Path folder;
    private final Kind kind;
    private final Clock clock;
    private final Map<String, FileLock> held = new ConcurrentHashMap<>();

    /** @param folder where the locks are */
    AccountLocks(Path folder, Kind kind, Clock clock) {
        this.folder = folder;
        this.kind = kind;
        this.clock = clock;
    }

    /**
     * Takes an account, or says who has it. Returns at once.
     *
     * @throws IOException when locks cannot be kept there
     */
    synchronized Hold hold(String account) throws IOException {
        if (held.containsKey(account)) {
            return new Hold.Ours();
        }
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(file(account, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.debug("held by this very process, by other means", e);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            return new Hold.Theirs(holder(account));
        }
        held.put(account, lock);
        sign(account);
        return new Hold.Ours();
    }

    /** Whether this process holds an account. Once it does, it does until {@link #close}. Any thread may ask, at any time: nothing is waited for. */
    boolean holds(String account) {
        return held.containsKey(account);
    }

    /** Tells others who it is. That they cannot be told is no reason not to work. */
    private void sign(String account) {
        String text = kind + "\n" + ProcessHandle.current().pid() + "\n" + clock.instant().toEpochMilli() + "\n";
        try {
            Path fresh = file(account, ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file(account, ".by"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("who holds an account could not be written down", e);
        }
    }

    private Optional<Holder> holder(String account) {
        try {
            List<String> lines = Files.readAllLines(file(account, ".by"));
            return Optional.of(new Holder(Kind.valueOf(lines.get(0)), Long.parseLong(lines.get(1)), Instant.ofEpochMilli(Long.parseLong(lines.get(2)))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            LOG.debug("who holds an account cannot be told", e);
            return Optional.empty();
        }
    }

    /** Ids of accounts may hold what file names may not. */
    private Path file(String account, String suffix) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 8) + suffix);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** Gives all accounts back. */
    @Override
    public synchronized void close() {
        held.forEach((account, lock) -> {
            try {
                Files.deleteIfExists(file(account, ".by"));
                lock.channel().close(); // and the lock with it
            } catch (IOException e) {
                LOG.warn("an account could not be given back", e);
            }
        });
        held.clear();
    }
}
