package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long to wait when Google says "too many": until the oldest request it took within the last minute has left the minute (its limits are per
 * minute and user), and longer when even that was too early, as with a limit per day. The limits themselves are not published.
 */
final class QuotaWindow {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Deque<Instant> accepted = new ArrayDeque<>();
    private int refusalsInARow;

    /** A request was taken at {@code now}. */
    void accepted(Instant now) {
        refusalsInARow = 0;
        accepted.addLast(now);
        forget(now);
    }

    /** The wait after a refusal at {@code now}. */
    Duration refused(Instant now) {
        forget(now);
        refusalsInARow++;
        if (refusalsInARow > 1) {
            Duration longer = MINUTE.multipliedBy(1L << Math.min(refusalsInARow - 2, 4));
            return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        }
        if (accepted.isEmpty()) {
            return MINUTE;
        }
        Duration left = Duration.between(now, accepted.getFirst().plus(MINUTE));
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    private void forget(Instant now) {
        while (!accepted.isEmpty() && !accepted.getFirst().plus(MINUTE).isAfter(now)) {
            accepted.removeFirst();
        }
    }
}
