package org.muster.accounts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.muster.accounts.AccountProblem.Cause;

/**
 * The id and secret of the user's own OAuth client, as Google's console hands them out in {@code client_secret_….json}. The addresses in that
 * file are not used: a file from elsewhere must not be able to send a sign-in elsewhere.
 */
public final class ClientSecrets {
    /** The console's files have some 400 bytes; whatever is much larger is another file. */
    private static final int LIMIT = 64 * 1024;

    private final String id;
    private final String secret;

    ClientSecrets(String id, String secret) {
        this.id = Objects.requireNonNull(id);
        this.secret = Objects.requireNonNull(secret);
    }

    /** Reads the file of a client of the type "Desktop app"; any other is refused with what to do. */
    public static Attempt<ClientSecrets> read(Path file) {
        String name = Objects.toString(file.getFileName(), file.toString());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            return Attempt.refused(Cause.SECRETS_UNREADABLE, name);
        }
        if (bytes.length > LIMIT) {
            return Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, name);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonElement root = JsonParser.parseString(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return root instanceof JsonObject object ? from(object, name) : Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, name);
        } catch (CharacterCodingException | JsonParseException e) {
            return Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, name);
        }
    }

    private static Attempt<ClientSecrets> from(JsonObject root, String name) {
        if (root.get("installed") instanceof JsonObject installed) {
            String id = JsonText.of(installed, "client_id");
            String secret = JsonText.of(installed, "client_secret");
            return id.isBlank() || secret.isBlank() ? Attempt.refused(Cause.SECRETS_INCOMPLETE, name) : Attempt.done(new ClientSecrets(id, secret));
        }
        if (root.has("web")) {
            return Attempt.refused(Cause.SECRETS_WEB, name);
        }
        if (JsonText.of(root, "type").equals("service_account")) {
            return Attempt.refused(Cause.SECRETS_SERVICE_ACCOUNT, name);
        }
        return Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, name);
    }

    String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    /** Says nothing of what is inside. */
    @Override
    public String toString() {
        return "ClientSecrets[…]";
    }
}
