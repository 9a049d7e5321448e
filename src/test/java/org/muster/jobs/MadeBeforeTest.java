package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.LabelsThen;
import org.muster.changes.Marker;
import org.muster.changes.Restore;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.store.StoreProblem;

/** What a job that was stopped has made already, as far as the account or the journal can tell, it does not make again. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class MadeBeforeTest {
    @TempDir
    Path folder;

    private UndoWorld world;
    private int others;

    @BeforeEach
    void open() {
        world = UndoWorld.ofFew(folder);
        others = world.listed().size();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** A job of an earlier process: these rows were noted to be sent, and these were carried out. Of none it was noted. */
    private void earlier(int size, List<Integer> sent, List<Integer> made) {
        ChangeSet creates = new ChangeSet("new", IntStream.range(0, size).<Change>mapToObj(i -> new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New" + i))), "")).toList(), UndoWorld.ALL);
        world.journal.accepted("earlier", "practice", creates).join();
        if (!sent.isEmpty()) {
            world.journal.sending("earlier", sent).join();
        }
        List<Person> bodies = new ArrayList<>();
        made.forEach(row -> bodies.add(Bodies.create((Change.Create) creates.changes().get(row), Marker.of("earlier", row))));
        if (!bodies.isEmpty()) {
            UndoWorld.ok(world.gateway.batchCreate(bodies, FieldMask.none(), Set.of()));
        }
        world.load();
    }

    private Job earlierJob() {
        try {
            return world.takeUp(world.archive.unfinished("practice").getFirst());
        } catch (StoreProblem e) {
            throw new AssertionError(e);
        }
    }

    private Job resumed() {
        Job job = earlierJob();
        job.resume();
        return JobWorld.finish(job);
    }

    private static List<Integer> rows(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private void assertAllDoneAndNobodyTwice(Job job, int size) {
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, size));
        assertThat(world.listed()).as("nobody twice").hasSize(others + size);
        assertThat(world.book.size()).isEqualTo(others + size);
    }

    @Test
    void alsoWhatItsOwnJournalSaysIsWaiting() {
        earlier(250, rows(0, 5), rows(0, 200)); // a copy of its data folder went on with it
        assertAllDoneAndNobodyTwice(resumed(), 250);
    }

    @Test
    void whateverStoodBetweenItAndTheListing() {
        earlier(4, List.of(), rows(0, 4)); // it was stopped between two batches, so that nothing is in doubt
        world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "people.connections.list", 3);
        assertAllDoneAndNobodyTwice(resumed(), 4);
        assertThat(world.server.log().count("people.batchCreateContacts")).as("but for the test's own").isEqualTo(1);
    }

    @Test
    void whoCancelsNeedNotWaitForAListing() {
        earlier(4, List.of(), List.of());
        world.server.log().clear();
        Job job = earlierJob();
        job.cancel();
        assertThat(JobWorld.counts(JobWorld.finish(job))).isEqualTo(Map.of(OutcomeState.SKIPPED, 4));
        assertThat(world.server.log().count("people.connections.list")).isZero();
    }

    /** What the earlier job made; the job has not heard of it. */
    private List<Contact> made() {
        return world.load().stream().filter(contact -> !Marker.in(contact.items(PersonField.CLIENT_DATA)).isEmpty()).toList();
    }

    @Test
    void whatWasDeletedAndBroughtBackSince() {
        earlier(3, rows(0, 3), rows(0, 3));
        Job deleted = world.run(UndoWorld.deletes(made()));
        assertThat(JobWorld.counts(world.undo(deleted))).isEqualTo(Map.of(OutcomeState.DONE, 3));

        Job resumed = resumed();
        assertAllDoneAndNobodyTwice(resumed, 3);
        world.undo(resumed);
        assertThat(world.listed()).as("undone under the names they have now").hasSize(others);
    }

    @Test
    void whatWasDeletedSince() {
        earlier(3, rows(0, 3), rows(0, 3));
        world.run(UndoWorld.deletes(made()));

        Job resumed = resumed();
        assertThat(JobWorld.counts(resumed)).isEqualTo(Map.of(OutcomeState.DONE, 3));
        assertThat(world.listed()).hasSize(others);
        assertThat(world.book.size()).isEqualTo(others);
        assertThat(world.plan(resumed).left()).extracting(UndoPlan.Left::reason).containsOnly(UndoPlan.Reason.GONE);
    }

    @Test
    void whatWasDeletedInPart() {
        earlier(3, rows(0, 3), rows(0, 3));
        world.run(UndoWorld.deletes(made().subList(0, 2)));

        assertThat(JobWorld.counts(resumed())).isEqualTo(Map.of(OutcomeState.DONE, 3));
        assertThat(world.listed()).hasSize(others + 1);
    }

    @Test
    void whatWasBroughtBackFromABackup() throws StoreProblem {
        earlier(3, rows(0, 3), rows(0, 3));
        List<Contact> backup = made();
        backup.forEach(contact -> world.server.deleteElsewhere(contact.resourceName()));
        Restore restore = new Restore(world.load(), new LabelsThen(List.of(), List.of()), world.archive.returns("practice"));
        List<Change> back = backup.stream().map(then -> restore.look(then, new Restore.Wish(FieldMask.writable(), false, "a backup")).change().orElseThrow()).toList();
        assertThat(JobWorld.counts(world.run(back))).isEqualTo(Map.of(OutcomeState.DONE, 3));

        assertAllDoneAndNobodyTwice(resumed(), 3);
    }

    @Test
    void whatHistoryLooksAfterOnceMore() throws StoreProblem {
        earlier(3, rows(0, 3), rows(0, 3));
        JobRecord record = world.archive.unfinished("practice").getFirst();
        List<Outcome> unknown = record.changes().changes().stream().map(change -> new Outcome(record.changes().changes().indexOf(change), change, OutcomeState.UNKNOWN, Optional.empty(), Optional.empty())).toList();
        world.journal.settled("earlier", unknown).join();
        world.journal.ended("earlier", JobState.CANCELLED).join();
        world.undo(world.run(UndoWorld.deletes(made())));

        SecondLook look = new SecondLook(world.gateway, world.book, world.journal, JobSettings.standard().with(world.waiter));
        assertThat(look.look(world.archive.job("earlier").orElseThrow(), unknown)).extracting(Outcome::state).containsOnly(OutcomeState.DONE);
        assertThat(world.book.size()).isEqualTo(others + 3);
    }

    @Test
    void anUndoWhoseContactsWereDeletedAndBroughtBackSince() throws StoreProblem {
        List<Contact> there = world.load().subList(0, 2);
        Job deleted = world.run(UndoWorld.deletes(there));
        ChangeSet undo = world.plan(deleted).changes("Undo", step -> step.change() instanceof Change.Create, UndoWorld.ALL);
        world.journal.accepted("undo", "practice", undo).join();
        world.journal.sending("undo", rows(0, 2)).join();
        UndoWorld.ok(world.gateway.batchCreate(rows(0, 2).stream().map(row -> Bodies.create((Change.Create) undo.changes().get(row), Marker.of("undo", row))).toList(), FieldMask.none(), Set.of()));
        world.undo(world.run(UndoWorld.deletes(made())));

        assertThat(JobWorld.counts(resumed())).isEqualTo(Map.of(OutcomeState.DONE, 2));
        assertThat(world.listed()).as("nobody twice").hasSize(others);
        Restore restore = new Restore(world.load(), new LabelsThen(List.of(), List.of()), world.archive.returns("practice"));
        assertThat(there).extracting(then -> restore.look(then, new Restore.Wish(FieldMask.of(PersonField.NAMES), false, "a backup")).kind()).as("one contact by all its names").containsOnly(Restore.Kind.SAME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoCameBackSinceIsNotCalledDeleted(boolean sent) {
        List<Contact> there = world.load().subList(0, 3);
        world.journal.accepted("earlier", "practice", new ChangeSet("delete", UndoWorld.deletes(there), UndoWorld.ALL)).join();
        if (sent) {
            world.journal.sending("earlier", rows(0, 3)).join();
        }
        world.undo(world.run(UndoWorld.deletes(there.subList(0, 1))));
        world.run(UndoWorld.deletes(there.subList(1, 2)));

        Job resumed = resumed();
        assertThat(resumed.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.FAILED, OutcomeState.DONE, OutcomeState.DONE);
        assertThat(resumed.outcomes().getFirst().error().orElseThrow().cause()).isEqualTo(ErrorCause.BACK_SINCE);
        assertThat(world.listed()).hasSize(others - 2);
    }
}
