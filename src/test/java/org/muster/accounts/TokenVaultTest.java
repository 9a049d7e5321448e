package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.AccountProblem.Cause;

class TokenVaultTest {
    private static final GoogleAccount ACCOUNT = new GoogleAccount("google-1", "Ada’s");
    private static final StoredAccount STORED =
            new StoredAccount(ACCOUNT, new ClientSecrets("id", "secret"), OAuthEndpoints.google(), Optional.of("1//refresh"));

    @TempDir
    Path data;

    @Test
    void givesBackWhatItKeeps() {
        assertThat(vault().save(STORED)).isEqualTo(Attempt.done(ACCOUNT));

        StoredAccount again = vault().contents().accounts().getFirst();
        assertThat(again.account()).isEqualTo(ACCOUNT);
        assertThat(again.refreshToken()).hasValue("1//refresh");
        assertThat(again.client().id()).isEqualTo("id");
        assertThat(again.client().secret()).isEqualTo("secret");
        assertThat(again.endpoints()).isEqualTo(OAuthEndpoints.google());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItToItsOwner() throws IOException {
        vault().save(STORED);

        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void closesWhatStoodOpen() throws IOException {
        Files.createDirectories(file().getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(file(), "{}");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

        vault().save(STORED);

        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
    }

    @Test
    void namesTheOwnerAloneInAnAccessList() throws IOException {
        UserPrincipal owner = Files.getOwner(data);

        assertThat(OwnerOnly.acl(owner).name()).isEqualTo("acl:acl");
        assertThat(OwnerOnly.acl(owner).value()).singleElement().extracting(AclEntry::principal).isEqualTo(owner);
    }

    @Test
    void leavesNothingHalfWrittenBehind() throws IOException {
        vault().save(STORED);
        Files.writeString(file().resolveSibling("google-1.new"), "cut off by a cra");

        vault().save(STORED.labelled("Other"));

        assertThat(names()).containsExactly("google-1.json");
        assertThat(vault().contents().accounts().getFirst().account().label()).isEqualTo("Other");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "{\"version\":1,\"id\":\"google-1\",\"refresh_to",
        "[]",
        "{}",
        "{\"version\":\"one\"}",
        "{\"version\":1.5}",
        "{\"version\":1,\"id\":\"google-2\",\"client_id\":\"a\",\"client_secret\":\"b\",\"auth\":\"https://a/\",\"token\":\"https://a/\",\"revoke\":\"https://a/\",\"api\":\"https://a/\"}",
        "{\"version\":1,\"id\":\"google-1\",\"client_id\":\"a\",\"client_secret\":\"b\",\"auth\":\"https://a/\",\"token\":\"http://evil.example/\",\"revoke\":\"https://a/\",\"api\":\"https://a/\"}",
        "{\"version\":1,\"id\":\"google-1\",\"client_id\":\"a\",\"client_secret\":\"b\",\"auth\":\"::\",\"token\":\"https://a/\",\"revoke\":\"https://a/\",\"api\":\"https://a/\"}",
    })
    void setsADamagedFileAsideAsItIs(String content) throws IOException {
        vault().save(new StoredAccount(new GoogleAccount("google-0", ""), STORED.client(), STORED.endpoints(), Optional.empty()));
        Files.writeString(file(), content);

        TokenVault.Contents contents = vault().contents();

        assertThat(contents.accounts()).extracting(stored -> stored.account().id()).containsExactly("google-0");
        Path aside = file().resolveSibling("google-1.json.damaged");
        assertThat(contents.problems()).containsExactly(new AccountProblem(Cause.VAULT_DAMAGED, aside.toString()));
        assertThat(aside).hasContent(content);
        assertThat(file()).doesNotExist();
    }

    @Test
    void setsASecondDamagedFileBesideTheFirst() throws IOException {
        vault().save(STORED);
        Files.writeString(file(), "first");
        vault().contents();
        Files.write(file(), new byte[] {(byte) 0xC3, 0x28});

        vault().contents();

        assertThat(names()).containsExactly("google-1.json.damaged", "google-1.json.damaged-2");
        assertThat(file().resolveSibling("google-1.json.damaged")).hasContent("first");
    }

    @Test
    void leavesAFileOfALaterVersionWhereItIs() throws IOException {
        vault().save(STORED);
        String later = Files.readString(file()).replace("\"version\":1", "\"version\":2");
        Files.writeString(file(), later);

        assertThat(vault().contents().problems()).containsExactly(new AccountProblem(Cause.VAULT_NEWER, file().toString()));
        assertThat(file()).hasContent(later);
    }

    @Test
    void isEmptyBeforeAnythingIsKept() {
        assertThat(vault().contents()).isEqualTo(new TokenVault.Contents(List.of(), List.of()));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void saysThatItCannotWrite() throws IOException {
        Files.writeString(data.resolve("accounts"), "in the way");

        assertThat(vault().save(STORED)).isEqualTo(Attempt.refused(Cause.VAULT_UNWRITABLE, data.resolve("accounts").toString()));
        assertThat(data.resolve("accounts")).hasContent("in the way");
    }

    @Test
    void replacesATokenOnlyWhenItIsStillTheOne() {
        vault().save(STORED);

        vault().replaceToken(ACCOUNT, "1//another", Optional.empty());
        assertThat(vault().contents().accounts().getFirst().refreshToken()).hasValue("1//refresh");

        vault().replaceToken(ACCOUNT, "1//refresh", Optional.empty());
        assertThat(vault().contents().accounts().getFirst().refreshToken()).isEmpty();
    }

    @Test
    void takesNoIdThatLeadsElsewhere() {
        GoogleAccount outside = new GoogleAccount("../outside", "");

        assertThatThrownBy(() -> vault().delete(outside)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNothingOfItsSecrets() {
        assertThat(STORED.toString() + STORED.client()).doesNotContain("1//refresh", "secret");
        assertThat(new LoopbackAnswer.Code("4/abc").toString()).doesNotContain("4/abc");
        assertThat(new Grant("ya29", java.time.Duration.ZERO, Optional.of("1//r"), Optional.empty()).toString()).doesNotContain("ya29", "1//r");
        assertThat(new FixedToken("t0ken").toString()).doesNotContain("t0ken");
    }

    private TokenVault vault() {
        return new TokenVault(data);
    }

    private Path file() {
        return data.resolve("accounts").resolve("google-1.json");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
