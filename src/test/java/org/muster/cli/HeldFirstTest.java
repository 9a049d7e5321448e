package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.TokenVault;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Backups;
import org.muster.store.Database;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import picocli.CommandLine;

/** What a command goes by is read when it holds the account: whoever held it before works on until the very moment it is given over. */
@Timeout(60)
class HeldFirstTest {
    private static final String ACCOUNT = new PracticeAccount().id();

    @TempDir
    Path folder;
    private PracticeServer server;
    private Database database;
    private SqliteJournal journal;
    private LaneJobService jobs;

    @BeforeEach
    void open() throws Exception {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        database = Database.open(folder.resolve("muster.db"));
        journal = new SqliteJournal(database, Clock.systemUTC());
        jobs = new LaneJobService(journal, JobSettings.standard());
    }

    @AfterEach
    void close() {
        jobs.close();
        journal.close();
        server.close();
    }

    private JobService.Lane lane() {
        return new JobService.Lane(ACCOUNT, GooglePeopleGateway.withToken(server.endpoint(), server::token), new ContactBook());
    }

    /** A desk whose account is given over by another process, once that has done this. */
    private record GivenOver(HeldFirstTest test, Work before) implements Desk {
        interface Work {
            void run() throws Exception;
        }

        @Override
        public AccountList.Accounts accounts() {
            return new AccountList(new TokenVault(test.folder), new NetHttpTransport(), Optional.empty()).read();
        }

        @Override
        public Account usual() {
            return new PracticeAccount();
        }

        @Override
        public Attempt<JobService.Lane> open(Account account) {
            return Attempt.done(test.lane());
        }

        @Override
        public Attempt<JobService.Lane> openToChange(Account account) {
            try {
                before.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return Attempt.done(test.lane());
        }

        @Override
        public JobService jobs() {
            return test.jobs;
        }

        @Override
        public Backups backups() {
            return new Backups(test.folder.resolve("backups"), Clock.systemUTC());
        }

        @Override
        public Optional<JobArchive> archive() {
            return Optional.of(new JobArchive(test.database));
        }

        @Override
        public Optional<History> history() {
            return Optional.of(new History(test.database));
        }
    }

    /** What a command said, and how it ended. */
    private record Ran(Exit exit, String said) {}

    private Ran run(Command command, Desk desk, String... args) {
        new CommandLine(command).parseArgs(args);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Exit exit;
        try {
            exit = command.run(desk, new Terminal(out, out, new BufferedReader(new StringReader("")), false), new Interrupts());
        } catch (Refusal e) {
            out.println(e.getMessage());
            exit = e.exit();
        }
        return new Ran(exit, said.toString(StandardCharsets.UTF_8));
    }

    private static ChangeSet creates(int count) {
        List<Change> changes = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new Change.Create(new Person().setNames(new ArrayList<>(List.of(new Name().setGivenName("Person " + i)))), "row " + i)).toList());
        return new ChangeSet("Create " + count, changes, FieldMask.of(PersonField.NAMES));
    }

    /** A job that was accepted, and stopped before anything was sent. */
    private void stopped(int count) {
        journal.accepted("job", ACCOUNT, creates(count)).join();
    }

    @Test
    void aJobThatTheWindowEndsBeforeItGivesTheAccountAwayIsNotSentAgain() {
        stopped(3);
        Ran ran = run(new JobsResumeCommand(), new GivenOver(this, () -> {
            try (LaneJobService window = new LaneJobService(journal, JobSettings.standard())) {
                JobRecord record = new JobArchive(database).unfinished(ACCOUNT).getFirst();
                Job job = window.takeUp(lane(), record);
                job.resume();
                job.await();
            }
        }));
        assertThat(server.log().count("people.batchCreateContacts")).as(ran.said()).isOne();
        assertThat(server.contactCount()).isEqualTo(3);
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.said()).contains("No job of this account was stopped");
    }

    @Test
    void aJobThatTheWindowEndsBeforeItGivesTheAccountAwayIsTakenBackAsAWhole() {
        stopped(3);
        Ran ran = run(new JobsUndoCommand(), new GivenOver(this, () -> {
            try (LaneJobService window = new LaneJobService(journal, JobSettings.standard())) {
                Job job = window.takeUp(lane(), new JobArchive(database).unfinished(ACCOUNT).getFirst());
                job.resume();
                job.await();
            }
        }), "job", "--yes", "--expect", "3");
        assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.DONE);
        assertThat(server.contactCount()).isZero();
    }

    @Test
    void theReportNamesTheContactsOfEveryJobThatWentOn() throws Exception {
        journal.accepted("first", ACCOUNT, creates(2)).join();
        journal.accepted("second", ACCOUNT, creates(1)).join();
        Path report = folder.resolve("report.csv");
        Ran ran = run(new JobsResumeCommand(), new GivenOver(this, () -> { }), "--report", report.toString(), "--output", "jsonl");
        assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.DONE);
        assertThat(Files.readAllLines(report)).hasSize(4).first().asString().contains("job,number,from");
        assertThat(Files.readString(report)).contains("first,1,row 0", "first,2,row 1", "second,1,row 0");
        assertThat(ran.said()).contains("{\"job\":\"first\",\"number\":\"1\"", "{\"job\":\"second\"").containsOnlyOnce("Report written");
    }
}
