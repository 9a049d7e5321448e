package org.muster.ui.history;

import java.util.List;
import org.muster.jobs.JobRecord;
import org.muster.jobs.Outcome;

/** Finds out what became of contacts that a job ended not knowing of. Sends nothing that changes anything. */
@FunctionalInterface
public interface LookAfter {
    /**
     * Blocks while it asks the server, for up to a minute: not on the FX thread. The journal hears of what is found.
     *
     * @return for each of {@code unknown}, in the same order, what is known now
     */
    List<Outcome> look(JobRecord job, List<Outcome> unknown);
}
