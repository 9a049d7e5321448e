package org.muster.cli;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.Journal;
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
import org.muster.store.StoreProblem;
import picocli.CommandLine;

/** A practice server, and what commands work with, put together by hand: for what a shell cannot bring about. */
final class DeskWorld implements Desk, AutoCloseable {
    static final String ACCOUNT = new PracticeAccount().id();

    /** What is done just before the account is given over. */
    interface Work {
        void run() throws Exception;
    }

    /** What a command said, and how it ended. */
    record Ran(Exit exit, String said) {}

    final PracticeServer server;
    final Path folder;
    final Database database;
    final SqliteJournal journal;
    private final LaneJobService jobs;
    private Work before = () -> { };

    /**
     * @param settings how patient jobs are
     * @param kept what jobs write to, made of the journal on the disk
     */
    DeskWorld(Path folder, JobSettings settings, UnaryOperator<Journal> kept) throws IOException, StoreProblem {
        this.folder = folder;
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        database = Database.open(folder.resolve("muster.db"));
        journal = new SqliteJournal(database, Clock.systemUTC());
        jobs = new LaneJobService(kept.apply(journal), settings);
    }

    /** Whoever held the account until then does this, and gives it over. */
    void before(Work work) {
        before = work;
    }

    JobService.Lane lane() {
        return new JobService.Lane(ACCOUNT, GooglePeopleGateway.withToken(server.endpoint(), server::token), new ContactBook());
    }

    Ran run(Command command, String... args) {
        new CommandLine(command).parseArgs(args);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Exit exit;
        try {
            exit = command.run(this, new Terminal(out, out, new BufferedReader(new StringReader("")), false), new Interrupts());
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

    /** A job that was to create so many contacts, was accepted, and stopped before anything was sent. */
    void stopped(String id, int count) {
        journal.accepted(id, ACCOUNT, creates(count)).join();
    }

    /** A job that was stopped before anything was heard of the rows that were sent. */
    void stopped(String id, List<? extends Change> changes, List<Integer> sent) {
        journal.accepted(id, ACCOUNT, new ChangeSet("Job " + id, changes, FieldMask.of(PersonField.NAMES))).join();
        journal.sending(id, sent).join();
    }

    @Override
    public AccountList.Accounts accounts() {
        return new AccountList(new TokenVault(folder), new NetHttpTransport(), Optional.empty()).read();
    }

    @Override
    public Account usual() {
        return new PracticeAccount();
    }

    @Override
    public Attempt<JobService.Lane> open(Account account) {
        return Attempt.done(lane());
    }

    @Override
    public Attempt<JobService.Lane> openToChange(Account account) {
        try {
            before.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Attempt.done(lane());
    }

    @Override
    public JobService jobs() {
        return jobs;
    }

    @Override
    public Backups backups() {
        return new Backups(folder.resolve("backups"), Clock.systemUTC());
    }

    @Override
    public Optional<JobArchive> archive() {
        return Optional.of(new JobArchive(database));
    }

    @Override
    public Optional<History> history() {
        return Optional.of(new History(database));
    }

    @Override
    public void close() {
        jobs.close();
        journal.close();
        server.close();
    }
}
