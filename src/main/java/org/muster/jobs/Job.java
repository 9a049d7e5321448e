package org.muster.jobs;

import java.util.List;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;

/**
 * One change set on its way. Its methods return at once, but for the moment it takes to plan a large job that was just submitted, and may be called
 * from any thread.
 */
public interface Job {
    /** Unique over all jobs ever. */
    String id();

    /** The id of the account it works on; see {@link JobService.Lane#id}. */
    String account();

    /** What it carries out. */
    ChangeSet changes();

    JobSnapshot snapshot();

    /** What became of each contact so far, in the change set's order. A copy. */
    List<Outcome> outcomes();

    /** No further batch is sent after the one in flight, until {@link #resume}. Without effect when ended. */
    void pause();

    /** Goes on after {@link #pause}. A waiting job also tries again at once. */
    void resume();

    /**
     * No further batch is sent after the one in flight; the rest becomes skipped. A batch that was not answered is still looked after before the
     * job ends. Without effect when ended.
     */
    void cancel();

    /**
     * Tells of every change, on the job's own thread or on that of whoever paused, resumed or cancelled it: be quick, and ask {@link #snapshot} for what is new. The last call comes when
     * the job has ended.
     */
    void addListener(Consumer<Job> listener);

    void removeListener(Consumer<Job> listener);

    /** Blocks until the job has ended. */
    void await() throws InterruptedException;
}
