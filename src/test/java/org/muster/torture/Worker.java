package org.muster.torture;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.people.Answer;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.PeopleGateway;
import org.muster.people.Timeouts;
import org.muster.store.Database;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;

/** A Muster without a window, to be killed: carries out one job, or goes on with the one it was killed in, and says a line whenever something happens. */
public final class Worker {
    static final String ACCOUNT = "tortured";
    static final FieldMask FIELDS = FieldMask.of(PersonField.NAMES);
    /** What it says when there is nothing left to do. */
    static final String END = "end";

    /** What the job does. */
    enum Kind { CREATE, UPDATE, DELETE }

    private Worker() {}

    /** @param args end-point, token, database, {@link Kind}, number of contacts */
    public static void main(String[] args) throws StoreProblem, InterruptedException {
        PrintStream out = System.out;
        PeopleGateway gateway = GooglePeopleGateway.withToken(URI.create(args[0]), () -> args[1], new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)));
        Database database = Database.open(Path.of(args[2]));
        JobSettings settings = JobSettings.standard().withPatience(List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250)));
        try (SqliteJournal journal = new SqliteJournal(database, Clock.systemUTC()); LaneJobService jobs = new LaneJobService(journal, settings)) {
            JobService.Lane lane = new JobService.Lane(ACCOUNT, gateway, new ContactBook());
            JobArchive archive = new JobArchive(database);
            List<JobRecord> unfinished = archive.unfinished(ACCOUNT);
            if (!unfinished.isEmpty()) {
                Job job = jobs.takeUp(lane, unfinished.getFirst());
                job.addListener(j -> out.println(j.snapshot().counts()));
                job.resume();
                job.await();
            } else if (archive.jobs(ACCOUNT).isEmpty()) {
                Job job = jobs.submit(lane, new ChangeSet("torture", changes(Kind.valueOf(args[3]), Integer.parseInt(args[4]), gateway), FIELDS));
                job.addListener(j -> out.println(j.snapshot().counts()));
                job.await();
            }
        }
        out.println(END);
    }

    private static List<Change> changes(Kind kind, int count, PeopleGateway gateway) {
        if (kind == Kind.CREATE) {
            return IntStream.range(0, count).<Change>mapToObj(i -> new Change.Create(draft(i), "row " + i)).toList();
        }
        List<Contact> there = new ArrayList<>();
        while (!(gateway.list(FIELDS, Set.of(), page -> there.addAll(page.contacts())) instanceof Answer.Ok<Void>)) {
            there.clear();
        }
        return there.stream().<Change>map(contact -> kind == Kind.DELETE ? new Change.Delete(contact)
                : new Change.Update(contact, contact.copy().setNames(List.of(new Name().setGivenName("New " + contact.displayName()))), FIELDS)).toList();
    }

    /** Google takes but one note of a contact, so that some are refused. */
    private static Person draft(int number) {
        Person draft = new Person().setNames(List.of(new Name().setGivenName("New " + number)));
        return bad(number) ? draft.setBiographies(List.of(new Biography().setValue("one"), new Biography().setValue("two"))) : draft;
    }

    static boolean bad(int number) {
        return number % 211 == 17;
    }
}
