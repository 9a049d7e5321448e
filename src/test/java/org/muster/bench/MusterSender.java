package org.muster.bench;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.Journal;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.OutcomeState;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.Timeouts;

/** Creates, changes and deletes contacts as Muster does: three jobs in one account's lane. */
final class MusterSender {
    private final Drafts drafts;
    private final Recording recording;
    private final GooglePeopleGateway gateway;
    private final Journal journal;

    /** @param journal where the jobs are noted */
    MusterSender(PracticeProcess server, Drafts drafts, Journal journal) {
        this.journal = journal;
        this.drafts = drafts;
        this.recording = new Recording(server.token());
        this.gateway = new GooglePeopleGateway(server.endpoint(), recording, Timeouts.STANDARD);
    }

    /** @return nanoseconds from handing in each job to its end */
    Phase.Each<Long> run(int contacts) {
        return jobs(contacts, job -> job);
    }

    /** Runs the same jobs untimed and gives the bodies they sent. */
    Phase.Each<List<byte[]>> record(int contacts) {
        List<List<byte[]>> bodies = new ArrayList<>();
        recording.start();
        jobs(contacts, job -> {
            bodies.add(recording.stop());
            recording.start();
            return job;
        });
        recording.stop();
        return new Phase.Each<>(bodies.get(0), bodies.get(1), bodies.get(2));
    }

    private interface AfterEach {
        long apply(long nanos);
    }

    private Phase.Each<Long> jobs(int contacts, AfterEach after) {
        ContactBook book = new ContactBook();
        try (Lanes lanes = new Lanes(journal, new JobService.Lane("bench", gateway, book))) {
            long create = after.apply(lanes.time(creates(contacts)));
            long update = after.apply(lanes.time(changed(book, MusterSender::renamed)));
            long delete = after.apply(lanes.time(changed(book, Change.Delete::new)));
            return new Phase.Each<>(create, update, delete);
        }
    }

    private Supplier<List<Change>> creates(int contacts) {
        return () -> drafts.some(0, contacts).stream().<Change>map(draft -> new Change.Create(draft, "")).toList();
    }

    private interface Edit {
        Change of(Contact before);
    }

    private static Supplier<List<Change>> changed(ContactBook book, Edit edit) {
        return () -> book.contacts().stream().map(edit::of).toList();
    }

    /** One letter more in the given name. */
    static Change renamed(Contact before) {
        Person after = new Person().setResourceName(before.resourceName()).setEtag(before.etag()); // an edit keeps what it touches, and no more
        List<GenericJson> names = before.ownItems(PersonField.NAMES);
        String given = names.isEmpty() ? "" : ((Name) names.getFirst()).getGivenName();
        Name name = names.isEmpty() ? new Name() : (Name) names.getFirst().clone();
        after.setNames(List.of(name.setGivenName((given == null ? "" : given) + "x")));
        return new Change.Update(before, after, FieldMask.of(PersonField.NAMES));
    }

    /** A job service with one account. */
    private static final class Lanes implements AutoCloseable {
        private final LaneJobService service;
        private final JobService.Lane lane;

        Lanes(Journal journal, JobService.Lane lane) {
            this.service = new LaneJobService(journal, JobSettings.standard());
            this.lane = lane;
        }

        long time(Supplier<List<Change>> changes) {
            ChangeSet set = new ChangeSet("", changes.get(), Drafts.FIELDS);
            System.gc();
            long start = System.nanoTime();
            Job job = service.submit(lane, set);
            try {
                job.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            long nanos = System.nanoTime() - start;
            if (job.snapshot().count(OutcomeState.DONE) != set.size()) {
                throw new IllegalStateException("not all were done: " + job.snapshot().counts());
            }
            return nanos;
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
