package org.muster.jobs;

import java.util.List;
import org.muster.changes.ChangeSet;

/**
 * Where jobs write down what they do, before they do it and when the answer is there, so that after a crash it is known of every
 * contact where it stands. Calls come from the job's own thread and return when what they write is as safe as this journal makes it.
 */
public interface Journal {
    /** A job was accepted; nothing was sent yet. */
    void accepted(String jobId, String account, ChangeSet changes);

    /** These rows are about to be sent in one request. */
    void sending(String jobId, List<Integer> rows);

    /** These rows' states are now known. */
    void settled(String jobId, List<Outcome> outcomes);

    /** The job has ended. */
    void ended(String jobId, JobState state);
}
