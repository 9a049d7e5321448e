package org.muster.ui.jobs;

import org.muster.jobs.Job;
import org.muster.jobs.Outcome;

/** Finds out what became of a contact whose outcome is unknown. Sends nothing that changes anything. */
@FunctionalInterface
public interface LookAgain {
    /**
     * Blocks while it asks the server: not on the FX thread.
     *
     * @return what is known now: done, skipped (it did not happen, so that it may be sent again), in conflict, or still unknown
     */
    Outcome look(Job job, Outcome unknown);
}
