package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Of which rows of a job it is known how their contacts are now, since they were read a short while ago. Time is told by the clock and by the time that passes:
 * either may stand still or be put back. Confined to the thread of the job.
 */
final class Freshness {
    /** For so long what was read counts. */
    private static final Duration FRESH = Duration.ofSeconds(15);
    /** What took no longer than this to read is as old as the beginning of that. */
    private static final Duration SOON = Duration.ofSeconds(3);

    /** A point in time. */
    record Moment(Instant clock, Duration elapsed) {
        /** Whether little time has passed until {@code later}, by the clock and by the time that passes. */
        boolean soonBefore(Moment later) {
            Duration byClock = Duration.between(clock, later.clock());
            return !byClock.isNegative() && byClock.compareTo(SOON) <= 0 && later.elapsed().minus(elapsed).compareTo(SOON) <= 0;
        }
    }

    private final Supplier<Instant> clock;
    private final Supplier<Duration> elapsed;
    private final Map<Integer, Moment> read = new HashMap<>();

    /** @param elapsed see {@link Waiter#elapsed} */
    Freshness(Supplier<Instant> clock, Supplier<Duration> elapsed) {
        this.clock = clock;
        this.elapsed = elapsed;
    }

    Moment now() {
        return new Moment(clock.get(), elapsed.get());
    }

    /** What age to give to what has just been read. What took long to read would never be fresh by its beginning. */
    Moment since(Moment begun) {
        Moment end = now();
        return begun.soonBefore(end) ? begun : end;
    }

    /** What is known of a row is of this moment. */
    void note(int row, Moment moment) {
        read.put(row, moment);
    }

    /** What was known of a row counts no more. */
    void forget(int row) {
        read.remove(row);
    }

    /** The rows of these of which that was not read, or too long ago. */
    List<Integer> missing(List<Integer> rows) {
        Moment now = now();
        Instant oldest = now.clock().minus(FRESH);
        return rows.stream().filter(row -> !(read.get(row) instanceof Moment at) || at.clock().isBefore(oldest) || at.clock().isAfter(now.clock())
                || now.elapsed().minus(at.elapsed()).compareTo(FRESH) > 0).toList();
    }
}
