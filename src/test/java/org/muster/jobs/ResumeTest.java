package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;

/** A job of an earlier run goes on where the journal says it stands. */
class ResumeTest {
    private final JobWorld world = new JobWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** What a journal would say of a job whose rows stand like this. */
    private static JobRecord record(List<? extends Change> changes, List<List<Integer>> unanswered, Outcome... known) {
        List<Outcome> outcomes = new ArrayList<>(IntStream.range(0, changes.size()).mapToObj(row -> Outcome.waiting(row, changes.get(row))).toList());
        unanswered.forEach(rows -> rows.forEach(row -> outcomes.set(row, new Outcome(row, changes.get(row), OutcomeState.SENT, Optional.empty(), Optional.empty()))));
        for (Outcome outcome : known) {
            outcomes.set(outcome.row(), outcome);
        }
        return new JobRecord("earlier", "practice", new ChangeSet("earlier", changes, JobWorld.FIELDS), Instant.now(), outcomes, Set.of(), unanswered);
    }

    private Job resumed(JobRecord record) {
        Job job = world.service.takeUp(world.lane(), record);
        assertThat(job.snapshot().state()).isEqualTo(JobState.STOPPED);
        job.resume();
        return JobWorld.finish(job);
    }

    private static Outcome done(int row, Change change, Contact now) {
        return new Outcome(row, change, OutcomeState.DONE, Optional.empty(), Optional.of(now));
    }

    private Contact now(String resourceName) {
        return world.listed(JobWorld.FIELDS).stream().filter(c -> c.resourceName().equals(resourceName)).findFirst().orElseThrow();
    }

    /** The first of two changes of a contact, done by an earlier run. */
    private Contact renamedBefore(Contact contact) {
        Job earlier = world.run(JobWorld.rename(contact, "Renamed"));
        return earlier.outcomes().getFirst().contact().orElseThrow();
    }

    @Test
    void itsOwnEarlierChangeIsNotTakenForSomebodyElses() {
        Contact contact = world.given(1).getFirst();
        List<Change> changes = List.of(JobWorld.rename(contact, "Renamed"), JobWorld.rename(contact, "Again"));
        Contact renamed = renamedBefore(contact);
        world.book.replaceAll(List.of());

        Job job = resumed(record(changes, List.of(), done(0, changes.getFirst(), renamed)));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2));
        assertThat(JobWorld.given(now(contact.resourceName()))).isEqualTo("Again");
    }

    @Test
    void aReadThatLagsBehindDoesNotMakeAConflict() {
        Contact contact = world.given(1).getFirst();
        world.server.switches().readLag().set(Duration.ofSeconds(5));
        List<Change> changes = List.of(JobWorld.rename(contact, "Renamed"), JobWorld.rename(contact, "Again"));
        Contact renamed = renamedBefore(contact);
        world.run(JobWorld.rename(renamed, "Again")); // sent by the earlier run, which heard no answer
        world.book.replaceAll(List.of());

        Job job = resumed(record(changes, List.of(List.of(1)), done(0, changes.getFirst(), renamed)));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2));
    }

    @Test
    void whatWasMadeWithoutAnAnswerIsFoundByItsMarkerAndNotMadeAgain() {
        List<Change> changes = JobWorld.creates(5);
        Job earlier = world.run(changes, JobWorld.FIELDS);
        JobRecord record = new JobRecord(earlier.id(), "practice", earlier.changes(), Instant.now(),
                IntStream.range(0, 5).mapToObj(row -> new Outcome(row, changes.get(row), row < 3 ? OutcomeState.SENT : OutcomeState.WAITING, Optional.empty(), Optional.empty())).toList(), Set.of(), List.of(List.of(0, 1, 2)));
        List.of(3, 4).forEach(row -> world.server.deleteElsewhere(earlier.outcomes().get(row).contact().orElseThrow().resourceName()));

        try (LaneJobService later = new LaneJobService(world.journal, JobSettings.standard().with(world.waiter))) {
            Job job = later.takeUp(world.lane(), record);
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 5));
        }
        assertThat(world.listed(JobWorld.FIELDS)).extracting(JobWorld::given).containsExactlyInAnyOrder("New0", "New1", "New2", "New3", "New4");
    }

    @Test
    void cancellingItLooksWhatWasDoneAndSendsNothing() {
        List<Contact> there = world.given(4);
        List<Change> changes = there.stream().<Change>map(Change.Delete::new).toList();
        world.server.deleteElsewhere(there.getFirst().resourceName());
        world.server.log().clear();
        Job job = world.service.takeUp(world.lane(), record(changes, List.of(List.of(0, 1))));
        job.cancel();
        JobWorld.finish(job);

        assertThat(job.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.DONE, OutcomeState.SKIPPED, OutcomeState.SKIPPED, OutcomeState.SKIPPED);
        assertThat(world.server.log().count("people.batchDeleteContacts")).isZero();
        assertThat(world.listed(JobWorld.FIELDS)).hasSize(3);
    }

    @Test
    void theSameJobIsTakenUpOnce() {
        List<Change> changes = JobWorld.creates(1);
        JobRecord record = record(changes, List.of());
        Job job = world.service.takeUp(world.lane(), record);

        assertThat(world.service.takeUp(world.lane(), record)).isSameAs(job);
        job.resume();
        job.resume();
        JobWorld.finish(job);
        assertThat(world.listed(JobWorld.FIELDS)).hasSize(1);
    }
}
