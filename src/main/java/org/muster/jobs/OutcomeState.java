package org.muster.jobs;

/** Where one contact of a job stands. Exactly one of these is true at every moment. */
public enum OutcomeState {
    /** Not sent yet. */
    WAITING,
    /** Sent, the answer is awaited. */
    SENT,
    /** Google did it. */
    DONE,
    /** Google refused it, and said why. */
    FAILED,
    /** It was changed elsewhere since it was read, in a field this job would overwrite. Nothing was overwritten. */
    CONFLICT,
    /** No answer came, and looking has not settled whether it was done. */
    UNKNOWN,
    /** Cancelled before it was sent. */
    SKIPPED;

    /** Whether nothing more will happen to the contact in this job by itself. */
    public boolean settled() {
        return this != WAITING && this != SENT;
    }
}
