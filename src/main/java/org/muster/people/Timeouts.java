package org.muster.people;

import java.time.Duration;

/**
 * How long one request may take before it counts as not answered.
 *
 * @param connect to reach the server; by default 20 s
 * @param read between two pieces of the answer; by default 120 s, since a batch of 200 contacts takes Google its time
 */
public record Timeouts(Duration connect, Duration read) {
    /** The default: 20 s and 120 s. */
    public static final Timeouts STANDARD = new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(120));

    int connectMillis() {
        return Math.toIntExact(connect.toMillis());
    }

    int readMillis() {
        return Math.toIntExact(read.toMillis());
    }
}
