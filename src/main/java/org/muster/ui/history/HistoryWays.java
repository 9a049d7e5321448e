package org.muster.ui.history;

import java.util.Optional;
import java.util.function.Consumer;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;

/**
 * What can be done about jobs of the past; what is missing is not offered.
 *
 * @param lookAfter looks after contacts of which nothing is known
 * @param undo takes a job back, by its id
 * @param compare decides about contacts in conflict
 */
public record HistoryWays(Optional<LookAfter> lookAfter, Optional<Consumer<String>> undo, Optional<Comparing> compare) {
    /** Shows the three versions of a contact in conflict, of a job of this run or an earlier one. */
    @FunctionalInterface
    public interface Comparing {
        /**
         * @param outcome an update in conflict, with the contact as it was then
         * @param onSettled hears, on the FX thread, when it was decided, and whether that could be written down; else it will be asked about again
         */
        void compare(JobRecord job, Outcome outcome, Consumer<Boolean> onSettled);
    }
}
