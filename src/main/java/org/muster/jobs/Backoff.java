package org.muster.jobs;

import java.time.Duration;

/** Waits that double with each trouble in a row, with jitter so that several accounts do not knock in step. */
final class Backoff {
    private final JobSettings settings;
    private int troubles;

    Backoff(JobSettings settings) {
        this.settings = settings;
    }

    /** The next wait: between half of and the entire step. */
    Duration next() {
        long step = Math.min(settings.longestWait().toMillis(), settings.firstWait().toMillis() << Math.min(troubles, 20));
        troubles++;
        return Duration.ofMillis(step / 2 + settings.random().nextLong(step / 2 + 1));
    }

    /** An answer came: the next trouble is the first again. */
    void reset() {
        troubles = 0;
    }
}
