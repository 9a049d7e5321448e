package org.muster.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /** Rows the user has dealt with elsewhere, in this run or an earlier one: sent again by another job, or decided about. Nobody is to be asked about them again. */
    Set<Integer> handled();

    /** Notes that the user has dealt with these rows elsewhere. */
    void markHandled(Collection<Integer> rows);

    /** What became of each contact so far, in the change set's order. A copy. */
    List<Outcome> outcomes();

    /** No further batch is sent after the one in flight, until {@link #resume}. Without effect when ended. */
    void pause();

    /** Goes on after {@link #pause} and after {@link #stop}. A waiting job also tries again at once. */
    void resume();

    /**
     * No further batch is sent after the one in flight; the rest becomes skipped. A batch that was not answered is still looked after before the
     * job ends. Without effect when ended.
     */
    void cancel();

    /**
     * No further batch is sent after the one in flight, as Muster is being left. What was not sent stays as it is; the job is {@link JobState#STOPPED}, and a later
     * run takes it up where the journal says it stands. Without effect when ended.
     */
    void stop();

    /** Takes {@link #stop} back, also before the job has come to rest: Muster is not being left after all. One that was paused is so again. Without effect when ended. */
    void unstop();

    /**
     * Tells of every change, on the job's own thread or on that of whoever paused, resumed or cancelled it: be quick, and ask {@link #snapshot} for what is new. The last call comes when
     * the job has ended.
     */
    void addListener(Consumer<Job> listener);

    void removeListener(Consumer<Job> listener);

    /** Blocks until the job has ended. */
    void await() throws InterruptedException;
}
