package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.json.ModelWriter;
import org.muster.people.Answer;
import org.muster.store.ChangeKind;
import org.muster.store.ContactEvent;
import org.muster.store.Database;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.JobFilter;
import org.muster.store.JobSummary;
import org.muster.store.SqliteJournal;

/** A journal that the first published Muster wrote, which knew neither undo nor History, is read by this one as its own. */
class EarlierJournalTest {
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE job (
              n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, title TEXT NOT NULL, size INTEGER NOT NULL,
              read_back TEXT NOT NULL, sources TEXT NOT NULL, accepted INTEGER NOT NULL, ended INTEGER, state TEXT)""",
            "CREATE INDEX job_of_account ON job (account, n)",
            """
            CREATE TABLE change (
              job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, kind TEXT NOT NULL, contact TEXT, display TEXT NOT NULL, origin TEXT NOT NULL,
              mask TEXT NOT NULL, loaded TEXT NOT NULL, known TEXT, wanted TEXT, PRIMARY KEY (job, row))""",
            "CREATE TABLE request (job INTEGER NOT NULL REFERENCES job (n), seq INTEGER NOT NULL, rows TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (job, seq)) WITHOUT ROWID",
            """
            CREATE TABLE outcome (
              job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, cause TEXT, http INTEGER, status TEXT, reason TEXT, message TEXT,
              contact TEXT, etag TEXT, source TEXT, source_etag TEXT, updated TEXT, theirs TEXT, theirs_loaded TEXT, PRIMARY KEY (job, row)) WITHOUT ROWID""",
            "CREATE TABLE handled (job INTEGER NOT NULL REFERENCES job (n), row INTEGER NOT NULL, PRIMARY KEY (job, row)) WITHOUT ROWID",
            "PRAGMA user_version=1");

    @TempDir
    Path folder;
    private final JobWorld world = new JobWorld();
    private Contact deleted;
    private Contact renamed;
    private Contact waiting;

    /** One job that has ended, and one that was left after its first request. */
    @BeforeEach
    void write() throws SQLException, IOException {
        List<Contact> contacts = world.given(4);
        deleted = contacts.get(0);
        renamed = contacts.get(1);
        waiting = contacts.get(2);
        world.run(new Change.Delete(deleted));
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("muster.db")); Statement sql = db.createStatement()) {
            sql.execute("PRAGMA journal_mode=WAL");
            for (String table : TABLES) {
                sql.execute(table);
            }
            run(db, "INSERT INTO job VALUES (1, 'first', 'practice', 'Tidying up', 3, 'names', 'CONTACT', 1000, 5000, 'FINISHED')");
            run(db, "INSERT INTO change VALUES (1, 0, 'DELETE', ?, 'Élodie Fontaine', '', '', 'names', ?, NULL)", deleted.resourceName(), known(deleted));
            run(db, "INSERT INTO change VALUES (1, 1, 'CREATE', NULL, 'New One', 'row 17', '', '', NULL, ?)", ModelWriter.write(new Person().setEmailAddresses(List.of(new EmailAddress().setValue("new@example.org")))));
            run(db, "INSERT INTO change VALUES (1, 2, 'UPDATE', ?, 'Person No3', '', 'names', 'names', ?, ?)", contacts.get(3).resourceName(), known(contacts.get(3)), called("X"));
            run(db, "INSERT INTO request VALUES (1, 1, '0', 2000), (1, 2, '1', 3000), (1, 3, '2', 4000)");
            run(db, "INSERT INTO outcome (job, row, state, at) VALUES (1, 0, 'DONE', 2500)");
            run(db, "INSERT INTO outcome (job, row, state, at, contact, etag, source, source_etag) VALUES (1, 1, 'DONE', 3500, 'people/c77', 'e', 'source77', 's')");
            run(db, "INSERT INTO outcome (job, row, state, at, cause, http, status, reason, message) VALUES (1, 2, 'FAILED', 4500, 'TOO_LONG', 400, 'INVALID_ARGUMENT', '', 'too long')");
            run(db, "INSERT INTO job VALUES (2, 'second', 'practice', 'Rename two', 2, 'names', 'CONTACT', 6000, NULL, NULL)");
            run(db, "INSERT INTO change VALUES (2, 0, 'UPDATE', ?, 'Person No1', '', 'names', 'names', ?, ?)", renamed.resourceName(), known(renamed), called("Renamed"));
            run(db, "INSERT INTO change VALUES (2, 1, 'UPDATE', ?, 'Person No2', '', 'names', 'names', ?, ?)", waiting.resourceName(), known(waiting), called("Too"));
            run(db, "INSERT INTO request VALUES (2, 1, '0', 7000)");
        }
    }

    private static void run(Connection db, String statement, String... values) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                sql.setString(i + 1, values[i]);
            }
            sql.executeUpdate();
        }
    }

    private static String known(Contact contact) throws IOException {
        return ModelWriter.write(new Person().setResourceName(contact.resourceName()).setEtag(contact.etag()).setNames(contact.copy().getNames())
                .setMetadata(new PersonMetadata().setSources(List.of(contact.contactSource().orElseThrow()))));
    }

    private static String called(String given) throws IOException {
        return ModelWriter.write(new Person().setNames(List.of(new Name().setGivenName(given))));
    }

    private Database open() throws Exception {
        return Database.open(folder.resolve("muster.db"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatItLeftUnfinishedIsResumed() throws Exception {
        Database database = open();
        JobRecord record = new JobArchive(database).unfinished("practice").getFirst();
        assertThat(record.unanswered()).containsExactly(List.of(0));
        try (SqliteJournal journal = new SqliteJournal(database, Clock.systemUTC()); LaneJobService service = new LaneJobService(journal, JobSettings.standard().with(world.waiter))) {
            Job job = service.takeUp(world.lane(), record);
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2));
        }

        assertThat(world.listed(JobWorld.FIELDS)).filteredOn(c -> c.resourceName().equals(renamed.resourceName()) || c.resourceName().equals(waiting.resourceName()))
                .extracting(JobWorld::given).containsExactlyInAnyOrder("Renamed", "Too");
        assertThat(new JobArchive(database).unfinished("practice")).isEmpty();
        assertThat(new History(database).jobs("practice", JobFilter.ALL).getFirst().count(OutcomeState.DONE)).isEqualTo(2);
    }

    @Test
    void historyListsItsJobsAndFindsThem() throws Exception {
        History history = new History(open());

        List<JobSummary> jobs = history.jobs("practice", JobFilter.ALL);
        assertThat(jobs).extracting(JobSummary::title).containsExactly("Rename two", "Tidying up");
        assertThat(jobs.get(0).ended()).isEmpty();
        assertThat(jobs.get(0).counts()).containsEntry(OutcomeState.SENT, 1).containsEntry(OutcomeState.WAITING, 1);
        assertThat(jobs.get(1).counts()).containsEntry(OutcomeState.DONE, 2).containsEntry(OutcomeState.FAILED, 1);
        assertThat(jobs.get(1).kinds()).containsEntry(ChangeKind.CREATE, 1).containsEntry(ChangeKind.UPDATE, 1).containsEntry(ChangeKind.DELETE, 1);
        assertThat(history.jobs("practice", JobFilter.ALL.words("tidying elodie"))).singleElement().satisfies(job -> assertThat(job.found()).contains("Élodie Fontaine"));
        assertThat(history.jobs("practice", JobFilter.ALL.words("no2"))).extracting(JobSummary::id).containsExactly("second");
        assertThat(history.contacts("first")).extracting(c -> c.resourceName()).startsWith(deleted.resourceName(), "people/c77");
        for (String key : History.keys(deleted)) {
            assertThat(history.contact("practice", Set.of(key))).as(key).extracting(ContactEvent::jobId, ContactEvent::row).containsExactly(org.assertj.core.groups.Tuple.tuple("first", 0));
        }
        for (String key : List.of("people/c77", "source77")) {
            assertThat(history.contact("practice", Set.of(key))).as(key).extracting(ContactEvent::jobId, ContactEvent::row).containsExactly(org.assertj.core.groups.Tuple.tuple("first", 1));
        }
    }

    @Test
    void whatItDeletedWasNotSaved() throws Exception {
        Past past = new JobArchive(open()).past("first").orElseThrow();

        assertThat(Undo.plan(past, world.lane(), world.waiter)).isInstanceOfSatisfying(Answer.Ok.class, answer -> assertThat(((UndoPlan) answer.value()).left())
                .contains(new UndoPlan.Left(0, past.job().outcomes().getFirst().change().displayName(), UndoPlan.Reason.NOT_SAVED)));
    }

    @Test
    void twoThatOpenItAtOnceBringItForwardOnce() throws Exception {
        try (ExecutorService some = Executors.newFixedThreadPool(4)) {
            for (Future<Database> opened : some.invokeAll(IntStream.range(0, 4).<Callable<Database>>mapToObj(i -> this::open).toList())) {
                assertThat(opened.get().setAside()).isEmpty();
            }
        }
        assertThat(new History(open()).jobs("practice", JobFilter.ALL)).hasSize(2);
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("muster.db")); Statement sql = db.createStatement()) {
            assertThat(sql.executeQuery("SELECT count(*) FROM named").getInt(1)).isEqualTo(1);
        }
    }
}
