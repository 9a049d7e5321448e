package org.muster.app;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.TokenVault;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.Safekeeping;

/** A process of its own that holds an account as a window does, with a job that is paused in its middle, until its input ends. */
final class WindowHolder {
    static final String JOB = "Create 600 contacts";

    private WindowHolder() {}

    /** Starts one, which holds the account when this returns. */
    static Process start(Path data, String endpoint, String token) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, File.pathSeparator) + File.pathSeparator + Path.of("target", "test-classes"),
                WindowHolder.class.getName(), data.toString(), endpoint, token));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int said = process.getInputStream().read();
        if (said != 'h') {
            throw new IOException("the other process does not hold the account");
        }
        return process;
    }

    public static void main(String[] args) throws Exception {
        Optional<EndpointAccount> endpoint = args[1].isEmpty() ? Optional.empty() : Optional.of(((Attempt.Done<EndpointAccount>) EndpointAccount.parse(args[1])).value());
        try (DataFolder data = DataFolder.open(Path.of(args[0]));
                Accounts accounts = new Accounts(data, new AccountList(new TokenVault(data.path()), new NetHttpTransport(), endpoint), AccountLocks.Kind.WINDOW, Clock.systemDefaultZone(), Map.of("MUSTER_TOKEN", args[2]));
                JobKeeping keeping = JobKeeping.open(data, Clock.systemUTC());
                LaneJobService jobs = new LaneJobService(keeping.journal(), JobSettings.standard(), Safekeeping.NONE, accounts::holds)) {
            OpenedAccount account = ((Attempt.Done<OpenedAccount>) accounts.open(endpoint.isPresent() ? endpoint.get() : new PracticeAccount())).value();
            List<Change> creates = IntStream.range(0, 600).<Change>mapToObj(i -> new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New" + i))), "")).toList();
            Job job = jobs.submit(account.lane(), new ChangeSet(JOB, creates, FieldMask.of(PersonField.NAMES)));
            CountDownLatch paused = new CountDownLatch(1);
            Consumer<Job> watch = now -> {
                if (now.snapshot().state() == JobState.PAUSED) {
                    paused.countDown();
                }
            };
            job.addListener(watch);
            job.pause();
            watch.accept(job);
            paused.await();
            System.out.print("h");
            System.out.flush();
            System.in.read();
            System.exit(0); // as a window that is killed: what it holds is given back by the system
        }
    }
}
