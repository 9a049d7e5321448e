package org.muster.store;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;

/** Times what History asks of a journal of years: {@code mvn test -Dtest.groups=speed -Dtest.excluded.tags= -Dtest=HistorySpeedTest}. */
@Tag("speed")
class HistorySpeedTest {
    private static final int SMALL_JOBS = 3_000;
    private static final int SMALL = 100;
    private static final int LARGE_JOBS = 10;
    private static final int LARGE = 25_000;
    private static final FieldMask LOADED = FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES);

    @TempDir
    Path folder;

    private static Contact contact(int number) {
        return new Contact(new Person().setResourceName("people/c" + (1_000_000_000_000_000_000L + number)).setEtag("%EgUBAgMJLjcAECABCAFFGcQg")
                .setMetadata(new PersonMetadata().setSources(List.of(new Source().setType("CONTACT").setId(Integer.toHexString(0x10000000 + number)).setEtag("#s1"))))
                .setNames(List.of(new Name().setDisplayName("Givenname" + number % 5_000 + " Familyname" + number)))
                .setEmailAddresses(List.of(new EmailAddress().setValue("contact" + number + "@example.org"))), LOADED);
    }

    @Test
    void numbers() throws Exception {
        Database database = Database.open(folder.resolve("muster.db"));
        try (SqliteJournal journal = new SqliteJournal(database, Clock.systemUTC())) {
            for (int job = 0; job < SMALL_JOBS + LARGE_JOBS; job++) {
                int size = job < SMALL_JOBS ? SMALL : LARGE;
                int from = job * 37 % LARGE;
                List<Change> changes = new ArrayList<>(IntStream.range(from, from + size).mapToObj(HistorySpeedTest::contact)
                        .map(c -> (Change) new Change.Update(c, new Person().setEmailAddresses(List.of(new EmailAddress().setValue("x@example.org"))), FieldMask.of(PersonField.EMAIL_ADDRESSES))).toList());
                journal.accepted("job " + job, "account", new ChangeSet("Set the e-mail of " + size + " contacts", changes, LOADED)).join();
                journal.settled("job " + job, IntStream.range(0, size).mapToObj(i -> new Outcome(i, changes.get(i), OutcomeState.DONE, Optional.empty(), Optional.of(contact(from + i)))).toList());
                journal.ended("job " + job, JobState.FINISHED).join();
            }
        }
        System.out.printf("%,d jobs, %,d changes, %,d MB%n", SMALL_JOBS + LARGE_JOBS, SMALL_JOBS * SMALL + LARGE_JOBS * LARGE, Files.size(folder.resolve("muster.db")) >> 20);
        History history = new History(database);
        ask(database, history);
        undoLargeJobs(database);
        System.out.println("the large jobs undone:");
        for (int round = 0; round < 3; round++) {
            time("all jobs", () -> history.jobs("account", JobFilter.ALL).size());
            time("who came back, for the undo of one contact", () -> askedForReturns(database));
        }
    }

    private static int askedForReturns(Database database) throws Exception {
        return database.read(db -> Reversals.namesSince(db, "account", Set.of(contact(12_345).resourceName())).size());
    }

    /** Each large job is undone, and nobody has done it again. */
    private static void undoLargeJobs(Database database) throws Exception {
        try (SqliteJournal journal = new SqliteJournal(database, Clock.systemUTC())) {
            for (int job = SMALL_JOBS; job < SMALL_JOBS + LARGE_JOBS; job++) {
                String undo = "undo of job " + job;
                List<Change> changes = new JobArchive(database).job("job " + job).orElseThrow().changes().changes();
                Reversal reversal = new Reversal("job " + job, IntStream.range(0, changes.size()).boxed().toList());
                journal.accepted(undo, "account", new ChangeSet("Undo: " + job, changes, LOADED, Set.of(), Optional.of(reversal))).join();
                journal.settled(undo, IntStream.range(0, changes.size()).mapToObj(i -> new Outcome(i, changes.get(i), OutcomeState.DONE, Optional.empty(), Optional.of(contact(i)))).toList());
                journal.ended(undo, JobState.FINISHED).join();
            }
        }
    }

    private static void ask(Database database, History history) throws Exception {
        for (int round = 0; round < 3; round++) {
            time("all jobs", () -> history.jobs("account", JobFilter.ALL).size());
            time("words: one contact", () -> history.jobs("account", JobFilter.ALL.words("familyname24999")).size());
            time("words: nearly every contact", () -> history.jobs("account", JobFilter.ALL.words("given")).size());
            time("words: nobody", () -> history.jobs("account", JobFilter.ALL.words("zzz")).size());
            time("contact", () -> history.contact("account", Set.of(contact(12_345).resourceName())).size());
            time("contacts of a large job", () -> history.contacts("job " + SMALL_JOBS).size());
            time("one change", () -> history.event("job " + SMALL_JOBS, 777).orElseThrow().row());
            time("for comparison: the record of a large job", () -> new JobArchive(database).job("job " + SMALL_JOBS).orElseThrow().outcomes().size());
        }
    }

    private static void time(String what, Callable<Integer> question) throws Exception {
        long start = System.nanoTime();
        int found = question.call();
        System.out.printf("%-45s %,8d  %6.1f ms%n", what, found, (System.nanoTime() - start) / 1e6);
    }
}
