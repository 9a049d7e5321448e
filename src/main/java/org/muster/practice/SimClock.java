package org.muster.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The server's clock: the machine's, plus what a test let pass at once. */
final class SimClock {
    private final AtomicLong aheadNanos = new AtomicLong();

    Instant now() {
        return Instant.now().plusNanos(aheadNanos.get()).truncatedTo(ChronoUnit.MICROS);
    }

    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time only goes forward");
        }
        aheadNanos.addAndGet(by.toNanos());
    }
}
