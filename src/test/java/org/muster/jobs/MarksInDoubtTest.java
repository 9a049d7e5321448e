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
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Edit;
import org.muster.changes.EditPlan;
import org.muster.changes.Marker;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Marks by which a job has yet to find what it made: were they taken away, it would make the same contacts again. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class MarksInDoubtTest {
    @TempDir
    Path folder;

    private UndoWorld world;

    @BeforeEach
    void open() {
        world = UndoWorld.ofFew(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static ChangeSet creates(int count) {
        return new ChangeSet("new", IntStream.range(0, count).<Change>mapToObj(i -> new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New" + i))), "")).toList(), FieldMask.of(PersonField.NAMES));
    }

    /** A job whose process ended when its request was carried out, and before anything was noted of that. */
    private void halfDone(ChangeSet creates) {
        world.journal.accepted("earlier", "practice", creates).join();
        world.journal.sending("earlier", IntStream.range(0, creates.size()).boxed().toList()).join();
        List<Person> sent = new ArrayList<>();
        for (Change change : creates.changes()) {
            sent.add(Bodies.create((Change.Create) change, Marker.of("earlier", sent.size())));
        }
        UndoWorld.ok(world.gateway.batchCreate(sent, FieldMask.none(), Set.of()));
    }

    /** What an edit says that takes the marks from everybody. */
    private List<Change> withoutMarks() {
        EditPlan plan = new EditPlan(List.of(new Edit.RemoveMarkers()));
        return world.load().stream().<Change>flatMap(contact -> plan.apply(contact).stream()).toList();
    }

    private static List<Optional<ErrorCause>> causes(Job job) {
        return job.outcomes().stream().map(o -> o.error().map(ApiError::cause)).toList();
    }

    @Test
    void theyStayUntilItIsKnownWhatWasMade() throws Exception {
        halfDone(creates(3));
        int all = world.listed().size();
        Job early = world.run(withoutMarks());

        Job resumed = world.takeUp(world.archive.unfinished("practice").getFirst());
        resumed.resume();
        assertThat(JobWorld.counts(JobWorld.finish(resumed))).isEqualTo(Map.of(OutcomeState.DONE, 3));
        assertThat(world.listed()).as("nobody twice").hasSize(all);
        assertThat(causes(early)).containsOnly(Optional.of(ErrorCause.MARK_NEEDED)).hasSize(3);

        assertThat(causes(world.run(withoutMarks()))).containsOnly(Optional.empty()).hasSize(3);
        assertThat(withoutMarks()).isEmpty();
    }

    @Test
    void thoseAreNeededOfWhichNobodyKnows() {
        ChangeSet creates = creates(6);
        ApiError lost = new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "");
        ApiError invalid = new ApiError(ErrorCause.INVALID, 400, "", "", "");
        MemoryJournal memory = new MemoryJournal();
        for (Journal journal : List.of(memory, world.journal)) {
            journal.accepted("job", "account", creates).join();
            assertThat(journal.marksNeeded("account")).as("nothing was sent").isEmpty();
            journal.sending("job", List.of(0, 1, 2, 3, 4)).join();
            journal.settled("job", List.of(outcome(creates, 0, OutcomeState.DONE, null), outcome(creates, 1, OutcomeState.UNKNOWN, lost),
                    outcome(creates, 2, OutcomeState.FAILED, lost), outcome(creates, 3, OutcomeState.FAILED, invalid))).join();
            assertThat(journal.marksNeeded("account")).containsExactlyInAnyOrder("job/1", "job/2", "job/4");
            assertThat(journal.marksNeeded("another")).isEmpty();
            journal.settled("job", List.of(outcome(creates, 1, OutcomeState.SKIPPED, null), outcome(creates, 4, OutcomeState.DONE, null), outcome(creates, 5, OutcomeState.SKIPPED, null))).join();
            journal.ended("job", JobState.CANCELLED).join();
            assertThat(journal.marksNeeded("account")).as("also of one that has ended").containsExactly("job/2");
        }
        world.journal.handled("job", List.of(2)).join();
        assertThat(world.journal.marksNeeded("account")).as("somebody has decided about it").isEmpty();
    }

    private static Outcome outcome(ChangeSet creates, int row, OutcomeState state, ApiError error) {
        return new Outcome(row, creates.changes().get(row), state, Optional.ofNullable(error), Optional.empty());
    }
}
