package org.muster.jobs;

/** Where a job stands. */
public enum JobState {
    /** Behind another job of the same account. */
    QUEUED,
    /** Batches are being sent. */
    RUNNING,
    /** Between two tries or batches, waiting for something {@link Waiting} names. */
    WAITING,
    /**
     * No batch is in flight and none will be until it is resumed. The user paused it; or it paused itself, because nothing can be sent before
     * the user has put something right (signed out, not allowed, API switched off): then the snapshot names the problem.
     */
    PAUSED,
    /** The user cancelled it; the batch in flight is being awaited. */
    CANCELLING,
    /** The user cancelled it before all was sent. */
    CANCELLED,
    /** Every contact is settled. */
    FINISHED,
    /** Muster ended in the middle of it, in this run or an earlier one. It goes on, or is closed, when the user says so. */
    STOPPED;

    /** Whether nothing more will ever happen. */
    public boolean ended() {
        return this == CANCELLED || this == FINISHED;
    }

    /** Whether it is at work or will be without anybody asking. */
    public boolean active() {
        return !ended() && this != STOPPED;
    }
}
