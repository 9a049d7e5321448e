package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class AccountLocksTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:32:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private AccountLocks locks(AccountLocks.Kind kind) {
        return new AccountLocks(folder.resolve("locks"), kind, CLOCK);
    }

    private List<Path> signs() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("locks"))) {
            return all.filter(file -> file.toString().endsWith(".by")).toList();
        }
    }

    @Test
    void anAccountIsHeldByOneAndOthersAreToldByWhom() throws Exception {
        AccountLocks window = locks(AccountLocks.Kind.WINDOW);
        try (AccountLocks command = locks(AccountLocks.Kind.TERMINAL)) {
            try (window) {
                assertThat(window.hold("google:a/b")).isInstanceOf(AccountLocks.Hold.Ours.class);
                assertThat(window.hold("google:a/b")).as("again").isInstanceOf(AccountLocks.Hold.Ours.class);
                assertThat(command.hold("another")).isInstanceOf(AccountLocks.Hold.Ours.class);
                AccountLocks.Holder holder = new AccountLocks.Holder(AccountLocks.Kind.WINDOW, ProcessHandle.current().pid(), CLOCK.instant());
                assertThat(command.hold("google:a/b")).isEqualTo(new AccountLocks.Hold.Theirs(Optional.of(holder)));
                assertThat(window.hold("another")).isInstanceOfSatisfying(AccountLocks.Hold.Theirs.class, theirs -> assertThat(theirs.by().orElseThrow().kind()).isEqualTo(AccountLocks.Kind.TERMINAL));
            }
            assertThat(command.hold("google:a/b")).isInstanceOf(AccountLocks.Hold.Ours.class);
        }
    }

    @Test
    void whatAKilledProcessLeftBehindKeepsNobodyOut() throws Exception {
        Path signed;
        String text;
        try (AccountLocks first = locks(AccountLocks.Kind.WINDOW)) {
            first.hold("a");
            signed = signs().getFirst();
            text = Files.readString(signed);
        }
        assertThat(signed).doesNotExist();
        Files.writeString(signed, text);
        try (AccountLocks next = locks(AccountLocks.Kind.TERMINAL)) {
            assertThat(next.hold("a")).isInstanceOf(AccountLocks.Hold.Ours.class);
        }
    }

    @Test
    void whoCannotBeToldIsAnother() throws Exception {
        try (AccountLocks first = locks(AccountLocks.Kind.WINDOW); AccountLocks second = locks(AccountLocks.Kind.WINDOW)) {
            first.hold("a");
            for (Path file : signs()) {
                Files.writeString(file, "nonsense");
            }
            assertThat(second.hold("a")).isEqualTo(new AccountLocks.Hold.Theirs(Optional.empty()));
        }
    }

    @Test
    void itIsSaidWhoAndSinceWhen() {
        AccountLocks.Holder holder = new AccountLocks.Holder(AccountLocks.Kind.WINDOW, 1234, CLOCK.instant());
        assertThat(HolderWords.who(Optional.of(holder), CLOCK)).matches("the window started at 10:32.* \\(process 1234\\)");
        assertThat(HolderWords.who(Optional.of(holder), Clock.offset(CLOCK, Duration.ofDays(1)))).contains("2026", "10:32");
        assertThat(HolderWords.who(Optional.empty(), CLOCK)).isEqualTo("another Muster");
    }

    @Test
    void aFolderIsTakenForOneAloneAndSharedAgain() throws Exception {
        try (DataFolder one = DataFolder.open(folder.resolve("data"))) {
            assertThat(one.alone()).isTrue();
            assertThat(probe("shared")).as("until it is shared").isEqualTo("held");
            one.share();
            assertThat(probe("shared")).isEqualTo("free");
            assertThat(one.alone()).as("again").isTrue();
            one.share();
        }
    }

    @Test
    void beforeAFolderThatAnotherHoldsForItselfMusterTurnsBack() throws Exception {
        Process older = other("exclusive", "hold");
        try (BufferedReader said = older.inputReader()) {
            assertThat(said.readLine()).isEqualTo("free");
            assertThatThrownBy(() -> DataFolder.open(folder.resolve("data"))).isInstanceOf(DataFolder.InUse.class);
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(new Launcher(new PrintStream(err, true)).run(List.of("--data-dir", folder.resolve("data").toString(), "jobs"))).isEqualTo(4);
            CompletableFuture<DataFolder> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return DataFolder.open(folder.resolve("data"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            older.getOutputStream().close();
            try (DataFolder now = waiting.join()) {
                assertThat(now.alone()).as("it had its turn when the other was done").isTrue();
            }
        } finally {
            older.destroyForcibly();
        }
    }

    private String probe(String how) throws Exception {
        Process other = other(how, "");
        try (BufferedReader said = other.inputReader()) {
            return said.readLine();
        } finally {
            other.waitFor();
        }
    }

    private Process other(String how, String then) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                Path.of("target", "test-classes").toString(), FolderHolder.class.getName(), data.resolve("in-use.lock").toString(), how, then).start();
    }
}
