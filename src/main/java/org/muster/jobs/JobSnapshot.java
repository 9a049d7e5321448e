package org.muster.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.people.ApiError;

/**
 * A job at one moment: cheap to take, safe to keep, no reference to anything that changes.
 *
 * @param id the job's id
 * @param title what it is called for people
 * @param state where it stands
 * @param counts contacts per state; every state is present
 * @param batches one cell per planned batch, in the order they are sent
 * @param currentBatch the batch being worked on, from 0; -1 before the first and after the last
 * @param waiting what it waits for, while it waits
 * @param problem while it waits or is paused by itself: the refusal or trouble behind it
 * @param pausing whether it was asked to pause and the batch in flight is still being awaited
 * @param reloadNeeded whether it made contacts it did not read back, which only a listing can show
 * @param pacing how fast it may go on and when it will about be through, when the account's quota decides that
 * @param backingUp how far it is with copying the account, while it does that before it changes anything
 */
public record JobSnapshot(
        String id,
        String title,
        JobState state,
        Map<OutcomeState, Integer> counts,
        List<BatchCell> batches,
        int currentBatch,
        Optional<Waiting> waiting,
        Optional<ApiError> problem,
        boolean pausing,
        boolean reloadNeeded,
        Optional<Pacing> pacing,
        Optional<BackingUp> backingUp) {
    /** A job that is not copying the account. */
    public JobSnapshot(
            String id, String title, JobState state, Map<OutcomeState, Integer> counts, List<BatchCell> batches, int currentBatch, Optional<Waiting> waiting, Optional<ApiError> problem,
            boolean pausing, boolean reloadNeeded, Optional<Pacing> pacing) {
        this(id, title, state, counts, batches, currentBatch, waiting, problem, pausing, reloadNeeded, pacing, Optional.empty());
    }

    /** A job without problem. */
    public JobSnapshot(String id, String title, JobState state, Map<OutcomeState, Integer> counts, List<BatchCell> batches, int currentBatch, Optional<Waiting> waiting) {
        this(id, title, state, counts, batches, currentBatch, waiting, Optional.empty(), false, false, Optional.empty());
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(OutcomeState state) {
        return counts.get(state);
    }

    /** Failed, in conflict or unknown. */
    public int notDone() {
        return count(OutcomeState.FAILED) + count(OutcomeState.CONFLICT) + count(OutcomeState.UNKNOWN);
    }
}
