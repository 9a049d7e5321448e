package org.muster.jobs;

/**
 * One batch of a job's plan, as its small cell in the window shows it.
 *
 * @param size contacts in it
 * @param done of these, done
 * @param notDone of these, failed, in conflict or unknown
 * @param state where it stands
 */
public record BatchCell(int size, int done, int notDone, State state) {
    /** Where a batch stands. */
    public enum State {
        /** Not sent yet. */
        WAITING,
        /** On its way, or being looked into. */
        RUNNING,
        /** All of its contacts are settled. */
        SETTLED,
        /** Cancelled before it was sent. */
        SKIPPED
    }
}
