package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.Main;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.TokenVault;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;

/** Processes beside each other on one data folder: one changes an account, the others look. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class BesideTest {
    private static final long MINE = ProcessHandle.current().pid();

    @TempDir
    Path folder;

    /** How a process ended and what it wrote. */
    private record Ran(int code, String out, String err) {}

    private Process start(PracticeServer server, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, File.pathSeparator), Main.class.getName(), "--data-dir", folder.resolve("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (server != null) {
            command.addAll(List.of("--endpoint", server.endpoint().toString()));
            builder.environment().put("MUSTER_TOKEN", server.token());
        }
        command.addAll(List.of(args));
        return builder.start();
    }

    private Ran run(PracticeServer server, String... args) throws Exception {
        Process process = start(server, args);
        process.onExit().orTimeout(40, TimeUnit.SECONDS).exceptionally(late -> { // else a command that should have been refused might wait for ever
            process.toHandle().destroyForcibly();
            return process;
        });
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    @Test
    void whileAWindowHoldsThePracticeAccountCommandsLookIntoItAndChangeNothing() throws Exception {
        try (DataFolder data = DataFolder.open(folder.resolve("data"));
                JobKeeping keeping = JobKeeping.open(data, Clock.systemUTC());
                Accounts accounts = new Accounts(data, new AccountList(new TokenVault(data.path()), new NetHttpTransport(), Optional.empty()), Clock.systemUTC())) {
            OpenedAccount practice = ((Attempt.Done<OpenedAccount>) accounts.open(new PracticeAccount())).value();
            assertThat(practice.practice()).isPresent();

            Ran listed = run(null, "list", "--output", "csv");
            assertThat(listed.code()).as(listed.err()).isZero();
            assertThat(listed.out().lines().count()).isGreaterThan(1_200);
            assertThat(run(null, "jobs").code()).isZero();
            Ran deleted = run(null, "delete", "--all", "--yes", "--expect", "1204");
            assertThat(deleted.code()).as(deleted.err()).isEqualTo(4);
            assertThat(deleted.err()).contains("the window started at", "(process " + MINE + ")");
            assertThat(keeping.unfinished("practice")).isEmpty();
        }
        Ran after = run(null, "delete", "--where", "no:name no:email no:phone", "--yes");
        assertThat(after.code()).as(after.err()).isZero();
    }

    @Test
    void whileACommandChangesAnAccountAnotherWaitsOutsideAndWhenItIsKilledTheNextGoesOn() throws Exception {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.standard()))) {
            server.faults().next(Fault.HANG_AFTER, "people.batchDeleteContacts", 2);
            int before = server.contactCount();
            Process working = start(server, "delete", "--all", "--yes", "--expect", Integer.toString(before));
            while (server.log().count("people.batchDeleteContacts") < 2) {
                assertThat(working.isAlive() && !Thread.interrupted()).as("it works until it hangs").isTrue();
                Thread.onSpinWait();
            }
            assertThat(run(server, "labels").code()).isZero();
            Ran refused = run(server, "jobs", "resume");
            assertThat(refused.code()).as(refused.err()).isEqualTo(4);
            assertThat(refused.err()).contains("the command started at", "(process " + working.pid() + ")");
            working.destroyForcibly().waitFor();
            server.faults().release();
            Ran resumed = run(server, "jobs", "resume");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(server.contactCount()).isZero();
            assertThat(server.log().maxMutatesInFlight()).isOne();
        }
    }
}
