package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tokens of one quota. A token that is spent comes back exactly one period later, so that no window of one period ever sees more spent than the bucket
 * holds. (One that fills up steadily would let twice as much through after a rest, which a quota counted by the minute on the clock refuses.)
 *
 * <p>Takes the time as it is told. A clock put back makes tokens count as spent just now; one put forward gives back at most what one bucket holds.
 */
final class TokenBucket {
    private record Spent(Instant when, int units) {}

    private final Duration period;
    private final Deque<Spent> out = new ArrayDeque<>();
    private int size;
    private int spent;

    TokenBucket(Duration period, int size) {
        this.period = period;
        this.size = size;
    }

    /** One that goes its own way from here on. */
    TokenBucket copy() {
        TokenBucket copy = new TokenBucket(period, size);
        copy.out.addAll(out);
        copy.spent = spent;
        return copy;
    }

    int size() {
        return size;
    }

    /** From now on it holds so many; what is spent stays spent. */
    void size(int tokens) {
        size = tokens;
    }

    /** Tokens that have not come back, in {@code 0..}; more than {@link #size} after it was made smaller or was overdrawn. */
    int spent(Instant now) {
        comeBack(now);
        return spent;
    }

    /** Tokens to be had, in {@code 0..size}. */
    int left(Instant now) {
        return Math.max(0, size - spent(now));
    }

    /**
     * How long until so many tokens are there, from nothing to one period. A request dearer than the bucket is large finds its tokens when the bucket is
     * full: it must go some time.
     */
    Duration delay(int units, Instant now) {
        comeBack(now);
        long missing = (long) spent + Math.min(units, size) - size;
        for (Spent oldest : out) {
            if (missing <= 0) {
                break;
            }
            missing -= oldest.units();
            if (missing <= 0) {
                return Duration.between(now, oldest.when().plus(period));
            }
        }
        return Duration.ZERO;
    }

    /** How long until the oldest token comes back; nothing when all are there. */
    Duration untilOldest(Instant now) {
        comeBack(now);
        return out.isEmpty() ? Duration.ZERO : Duration.between(now, out.getFirst().when().plus(period));
    }

    /** Spends, be there enough or not: what was sent was sent. */
    void spend(int units, Instant now) {
        comeBack(now);
        out.addLast(new Spent(now, units));
        spent += units;
    }

    private void comeBack(Instant now) {
        int future = 0;
        while (!out.isEmpty() && out.getLast().when().isAfter(now)) {
            future += out.removeLast().units();
        }
        if (future > 0) {
            out.addLast(new Spent(now, future));
        }
        while (!out.isEmpty() && !out.getFirst().when().plus(period).isAfter(now)) {
            spent -= out.removeFirst().units();
        }
    }
}
