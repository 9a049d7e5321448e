package org.muster.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
public record JobSnapshot(String id, String title, JobState state, Map<OutcomeState, Integer> counts, List<BatchCell> batches, int currentBatch, Optional<Waiting> waiting) {
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
