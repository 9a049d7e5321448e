package org.muster.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.ChangeSet;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ErrorCause;
import org.muster.store.Undoing;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The drawer's jobs while work for them is still on its way. */
@ExtendWith(ApplicationExtension.class)
class JobShelfTest {
    private static final Undoing UNDONE = new Undoing(false, false, Optional.of(Instant.EPOCH));

    private final HeldWork work = new HeldWork();
    private final JobShelf shelf = new JobShelf(work, new ScriptedJobs());

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    private static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, what);
    }

    private static void await(Callable<Boolean> what) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(what));
    }

    private static ScriptedJob ended(OutcomeState first) {
        ChangeSet set = Some.creates("Create 3 contacts", 3);
        ScriptedJob job = new ScriptedJob(set, 200);
        job.set(Some.outcome(set, 0, first, first == OutcomeState.FAILED ? Some.error(ErrorCause.EMPTY_CONTACT, "empty") : null));
        job.doneBefore(3);
        job.state(JobState.FINISHED);
        return job;
    }

    @Test
    void aJobWhoseFailuresAreStillBeingGatheredIsNotPutAwayWithThoseThatAreOver() throws Exception {
        JobModel failed = onFx(() -> shelf.add(ended(OutcomeState.FAILED)).orElseThrow());
        JobModel clean = onFx(() -> shelf.add(ended(OutcomeState.DONE)).orElseThrow());
        await(() -> failed.ended() && clean.ended() && work.begun() == 1);
        onFx(() -> {
            assertThat(failed.missed()).as("not known yet").isEmpty();
            assertThat(shelf.anyFinished()).isTrue();
            shelf.dismissFinished();
            assertThat(shelf.ordered()).containsExactly(failed);
            work.finish(0);
            assertThat(failed.missed()).hasSize(1);
            assertThat(shelf.anyFinished()).isFalse();
            failed.settle(List.copyOf(failed.missed()));
            assertThat(shelf.anyFinished()).as("all decided").isTrue();
            return null;
        });
    }

    @Test
    void theNewestAnswerCountsHoweverLateAnOlderOneComes() {
        Deque<Undoing> answers = new ArrayDeque<>(List.of(UNDONE, Undoing.NOT_YET));
        onFx(() -> {
            UndoStates states = new UndoStates(shelf, work, job -> answers.pop());
            JobModel model = shelf.add(new ScriptedJob(Some.creates("Create 3 contacts", 3), 200)).orElseThrow();
            states.follow(model);
            states.follow(model);
            work.finish(1);
            work.finish(0);
            assertThat(model.undoingProperty().get()).isEqualTo(UNDONE);
            return null;
        });
    }

    @Test
    void whatALookFindsMayLeaveMoreOfAJobToBeUndone() throws Exception {
        ScriptedJob unknown = ended(OutcomeState.UNKNOWN);
        JobModel undo = onFx(() -> shelf.add(unknown).orElseThrow());
        await(() -> undo.ended() && work.begun() == 1);
        onFx(() -> {
            work.finish(0);
            List<String> asked = new ArrayList<>();
            UndoStates states = new UndoStates(shelf, work, job -> {
                asked.add(job);
                return asked.size() < 3 ? UNDONE : Undoing.NOT_YET;
            });
            JobModel done = shelf.add(ended(OutcomeState.DONE)).orElseThrow();
            states.follow(undo);
            states.follow(done);
            work.finish(1);
            work.finish(2);
            assertThat(done.undoingProperty().get()).isEqualTo(UNDONE);
            Missed one = undo.missed().getFirst();
            undo.looked(one, one.outcome());
            assertThat(work.begun()).as("nothing new").isEqualTo(3);
            undo.looked(one, new Outcome(0, one.outcome().change(), OutcomeState.SKIPPED, Optional.empty(), Optional.empty()));
            for (int i = 3; i < work.begun(); i++) {
                work.finish(i);
            }
            assertThat(done.undoingProperty().get()).isEqualTo(Undoing.NOT_YET);
            return null;
        });
    }
}
