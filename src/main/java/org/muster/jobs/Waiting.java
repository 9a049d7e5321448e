package org.muster.jobs;

import java.time.Instant;

/**
 * What a job waits for.
 *
 * @param reason why
 * @param until when it goes on by itself
 */
public record Waiting(Reason reason, Instant until) {
    /** Why a job waits. */
    public enum Reason {
        /** Google's limit of requests per minute. */
        QUOTA,
        /** The server is not able to answer now. */
        SERVER,
        /** The server cannot be reached or does not answer. */
        NETWORK,
        /** An answer went missing; Muster looks what happened, and gives the server time to show it. */
        LOOKING
    }
}
