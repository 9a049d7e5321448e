package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.AccountProblem.Cause;

class ClientSecretsTest {
    private static final String GOOD = """
            {"installed":{"client_id":"1-a.apps.googleusercontent.com","project_id":"p","auth_uri":"https://evil.example/auth",
            "token_uri":"https://evil.example/token","client_secret":"GOCSPX-x","redirect_uris":["http://localhost"]}}""";

    @TempDir
    Path directory;

    @Test
    void readsTheFileOfADesktopClient() throws IOException {
        ClientSecrets secrets = ((Attempt.Done<ClientSecrets>) read(GOOD)).value();

        assertThat(secrets.id()).isEqualTo("1-a.apps.googleusercontent.com");
        assertThat(secrets.secret()).isEqualTo("GOCSPX-x");
        assertThat(secrets.toString()).doesNotContain("GOCSPX", "1-a");
    }

    @Test
    void readsItWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + GOOD)).isInstanceOf(Attempt.Done.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"web\":{\"client_id\":\"a\",\"client_secret\":\"b\"}}         | SECRETS_WEB",
        "{\"type\":\"service_account\",\"private_key\":\"k\"}            | SECRETS_SERVICE_ACCOUNT",
        "{\"installed\":{\"client_id\":\"a\"}}                           | SECRETS_INCOMPLETE",
        "{\"installed\":{\"client_id\":\"a\",\"client_secret\":\" \"}}   | SECRETS_INCOMPLETE",
        "{\"installed\":{\"client_id\":7,\"client_secret\":\"b\"}}       | SECRETS_INCOMPLETE",
        "{\"installed\":[]}                                              | SECRETS_NOT_RECOGNISED",
        "{\"installed\":{\"client_id\":\"a\"                             | SECRETS_NOT_RECOGNISED",
        "{}                                                              | SECRETS_NOT_RECOGNISED",
        "[]                                                              | SECRETS_NOT_RECOGNISED",
        "''                                                              | SECRETS_NOT_RECOGNISED",
        "Name,E-mail                                                     | SECRETS_NOT_RECOGNISED",
    })
    void saysWhatIsWrongWithAnyOther(String content, Cause cause) throws IOException {
        assertThat(read(content)).isEqualTo(Attempt.refused(cause, "client_secret.json"));
    }

    @Test
    void refusesBinaryAndHugeFiles() throws IOException {
        Path file = directory.resolve("client_secret.json");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF});
        assertThat(ClientSecrets.read(file)).isEqualTo(Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, "client_secret.json"));
        assertThat(read(GOOD + " ".repeat(100_000))).isEqualTo(Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, "client_secret.json"));
        assertThat(read("[".repeat(60_000))).isEqualTo(Attempt.refused(Cause.SECRETS_NOT_RECOGNISED, "client_secret.json"));
    }

    @Test
    void saysThatItCannotBeRead() {
        assertThat(ClientSecrets.read(directory.resolve("gone.json"))).isEqualTo(Attempt.refused(Cause.SECRETS_UNREADABLE, "gone.json"));
        assertThat(ClientSecrets.read(directory)).isInstanceOf(Attempt.Refused.class);
    }

    private Attempt<ClientSecrets> read(String content) throws IOException {
        Path file = directory.resolve("client_secret.json");
        Files.writeString(file, content, StandardCharsets.UTF_8);
        return ClientSecrets.read(file);
    }
}
