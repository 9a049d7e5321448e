package org.muster.ui.jobs;

import java.util.List;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;

/** Finds out what became of a contact whose outcome is unknown. Sends nothing that changes anything. */
@FunctionalInterface
public interface LookAgain {
    /**
     * Blocks while it asks the server: not on the FX thread.
     *
     * @return for each, in the same order, what is known now: done, skipped (it did not happen, so that it may be sent again), in conflict, or still unknown
     */
    List<Outcome> look(Job job, List<Outcome> unknown);
}
