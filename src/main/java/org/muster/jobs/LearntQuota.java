package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is believed of one quota of one account. A refusal lowers the ceiling; after a long time in which it held requests back and none was refused it is
 * raised by one step, each time after a longer one. Never falls below the price of one request.
 */
final class LearntQuota {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** How long a ceiling has to prove right before it is tried to be raised, at most. */
    private static final Duration LONG = Duration.ofHours(1);

    private final QuotaMetric metric;
    private final TokenBucket bucket;
    private Duration trial;
    private Optional<Instant> trialBegan = Optional.empty();
    private int refusalsInARow;
    private Instant closedAt = Instant.MIN;
    private Duration closedFor = Duration.ZERO;

    /** @param cautious whether to begin at the cautious default, and not with no limit at all */
    LearntQuota(QuotaMetric metric, boolean cautious) {
        this.metric = metric;
        this.bucket = new TokenBucket(metric.period(), cautious ? metric.cautious() : UNLIMITED);
        this.trial = metric.period().multipliedBy(2);
    }

    boolean limited() {
        return bucket.size() != UNLIMITED;
    }

    /** In units per period. */
    int ceiling() {
        return bucket.size();
    }

    /** How long a request of this price should wait. */
    Duration delay(int units, Instant now) {
        return longer(bucket.delay(units, now), closed(now));
    }

    /** A request of this price asks for its turn. A ceiling that has held requests back for long without one being refused gives a little. */
    void turn(int units, Instant now) {
        if (bucket.delay(units, now).isZero()) {
            return;
        }
        Instant began = trialBegan.filter(when -> !when.isAfter(now)).orElse(now);
        if (began.plus(trial).isAfter(now)) {
            trialBegan = Optional.of(began);
        } else {
            raise();
        }
    }

    private void raise() {
        bucket.size(bucket.size() + metric.step());
        trialBegan = Optional.empty();
    }

    private Duration closed(Instant now) {
        if (closedAt.isAfter(now)) {
            closedAt = now; // the clock was put back
        }
        Duration left = closedFor.isZero() ? Duration.ZERO : closedFor.minus(Duration.between(closedAt, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The server has taken a request, or at least has counted it. One that did not await its turn, and is taken all the same, is a sign that there is more. */
    void spent(int units, Instant now) {
        boolean beyond = !bucket.delay(units, now).isZero();
        refusalsInARow = 0;
        closedFor = Duration.ZERO;
        bucket.spend(units, now);
        if (beyond) {
            raise();
        }
    }

    /**
     * The server has refused a request for its quota. Only the first refusal in a row tells of the ceiling, and only when the request had awaited its turn;
     * when even waiting did not help, something else is exhausted, and all there is to do is to wait longer.
     *
     * @param asked how long the server asks to wait, if it does
     */
    void refused(int units, Optional<Duration> asked, Instant now) {
        refusalsInARow++;
        if (refusalsInARow == 1 && bucket.delay(units, now).isZero()) {
            lower(now);
        }
        closedAt = now;
        closedFor = longer(SHORTEST, asked.orElseGet(() -> pause(now)));
    }

    /** What was taken within the period fits, that is known; but one refusal may be chance, so the ceiling falls by half at most. */
    private void lower(Instant now) {
        int taken = bucket.spent(now);
        if (limited()) {
            int half = Math.max(taken, bucket.size() / 2);
            int less = bucket.size() - Math.max(1, bucket.size() / 10);
            bucket.size(Math.max(metric.floor(), Math.min(half, less)));
            Duration twice = trial.multipliedBy(2);
            trial = twice.compareTo(longer(LONG, metric.period())) > 0 ? trial : twice;
        } else {
            bucket.size(Math.max(metric.cautious(), taken));
        }
        trialBegan = Optional.empty();
    }

    private Duration pause(Instant now) {
        if (refusalsInARow > 1) {
            Duration more = MINUTE.multipliedBy(1L << Math.min(refusalsInARow - 2, 4));
            return more.compareTo(LONGEST) > 0 ? LONGEST : more;
        }
        Duration oldest = bucket.untilOldest(now);
        return oldest.isZero() || oldest.compareTo(MINUTE) > 0 ? MINUTE : longer(SHORTEST, oldest);
    }

    /** The same knowledge, to look ahead with. */
    LearntQuota copy() {
        LearntQuota copy = new LearntQuota(metric, bucket.copy());
        copy.trial = trial;
        copy.closedAt = closedAt;
        copy.closedFor = closedFor;
        return copy;
    }

    private LearntQuota(QuotaMetric metric, TokenBucket bucket) {
        this.metric = metric;
        this.bucket = bucket;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
