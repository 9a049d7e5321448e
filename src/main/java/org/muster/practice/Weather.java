package org.muster.practice;

import java.time.Duration;
import java.util.List;

/** How the practice account behaves until told otherwise: the same sequence of mishaps each time, no chance involved. */
public enum Weather {
    /** Answers at once, always. */
    CALM(Duration.ZERO, 0, List.of()),
    /** Every answer takes 800 ms. */
    SLOW(Duration.ofMillis(800), 0, List.of()),
    /** Every third change runs into a quota. */
    BUSY_QUOTA(Duration.ofMillis(60), 3, List.of(Fault.QUOTA_429, Fault.BACKEND_429)),
    /** Every fourth request fails before anything was written. */
    FLAKY(Duration.ofMillis(120), 4, List.of(Fault.UNAVAILABLE_503_BEFORE, Fault.CUT_BEFORE,
            Fault.INTERNAL_500_BEFORE)),
    /** Every third request fails, often after the change was written. */
    STORMY(Duration.ofMillis(250), 3, List.of(Fault.UNAVAILABLE_503_AFTER, Fault.CUT_BEFORE, Fault.QUOTA_429,
            Fault.CUT_AFTER, Fault.BODY_CUT, Fault.INTERNAL_500_AFTER, Fault.HTML_AFTER));

    private final Duration latency;
    private final int every;
    private final List<Fault> cycle;

    Weather(Duration latency, int every, List<Fault> cycle) {
        this.latency = latency;
        this.every = every;
        this.cycle = cycle;
    }

    /** Time added to each answer. */
    public Duration latency() {
        return latency;
    }

    /** Each request with a number divisible by this fails; zero means none. */
    public int every() {
        return every;
    }

    /** The mishaps in their order. */
    public List<Fault> cycle() {
        return cycle;
    }
}
