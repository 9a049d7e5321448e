package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.people.ApiError;

/**
 * What is known of the quotas of one account, by all of its jobs of this run. Whoever is about to send asks for the {@link #turn}, and tells afterwards whether the
 * request was {@link #spent} or {@link #refused}. Safe for use by several threads.
 */
final class AccountPace {
    /** After so long a request is tried, whatever is believed: nothing waits for ever on a guess. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<QuotaMetric, LearntQuota> quotas = new EnumMap<>(QuotaMetric.class);

    AccountPace(QuotaStart start) {
        for (QuotaMetric metric : QuotaMetric.values()) {
            quotas.put(metric, new LearntQuota(metric, start == QuotaStart.CAUTIOUS));
        }
    }

    /** How long this request has to wait from {@code now} on; it is about to be sent. */
    synchronized Duration turn(RequestCost cost, Instant now) {
        cost.units().forEach((metric, units) -> quotas.get(metric).turn(units, now));
        return delay(quotas, cost, now);
    }

    /** Whether this request would have to wait at {@code now}. */
    synchronized boolean full(RequestCost cost, Instant now) {
        return !delay(quotas, cost, now).isZero();
    }

    private static Duration delay(Map<QuotaMetric, LearntQuota> quotas, RequestCost cost, Instant now) {
        Duration longest = Duration.ZERO;
        for (Map.Entry<QuotaMetric, Integer> part : cost.units().entrySet()) {
            longest = longer(longest, quotas.get(part.getKey()).delay(part.getValue(), now));
        }
        return longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
    }

    /** A request was answered with anything but a refusal for its quota, or may have come through. */
    synchronized void spent(RequestCost cost, Instant now) {
        cost.units().forEach((metric, units) -> quotas.get(metric).spent(units, now));
    }

    /** A request was refused for its quota. When Google does not say for which, each of those per minute is in question. */
    synchronized void refused(RequestCost cost, ApiError error, Instant now) {
        Optional<QuotaMetric> named = error.quotaMetric().flatMap(QuotaMetric::named).filter(cost.units()::containsKey);
        cost.units().forEach((metric, units) -> {
            if (named.map(metric::equals).orElse(metric != QuotaMetric.DAILY_WRITES)) {
                quotas.get(metric).refused(units, error.retryAfter(), now);
            }
        });
    }

    /**
     * How requests will get through, as far as is known.
     *
     * @param rest what is left to be sent, in this order
     * @return nothing when no quota will hold any of them back
     */
    synchronized Optional<Pacing> forecast(List<RequestCost> rest, Instant now) {
        if (rest.isEmpty() || quotas.values().stream().noneMatch(LearntQuota::limited)) {
            return Optional.empty();
        }
        Map<QuotaMetric, LearntQuota> ahead = new EnumMap<>(QuotaMetric.class);
        quotas.forEach((metric, quota) -> ahead.put(metric, quota.copy()));
        Instant then = now;
        Optional<Pacing> first = Optional.empty();
        for (RequestCost cost : rest) {
            Instant at = then;
            Duration wait = delay(ahead, cost, at);
            if (!wait.isZero() && first.isEmpty()) {
                first = Optional.of(bound(ahead, cost, at));
            }
            then = then.plus(wait);
            for (Map.Entry<QuotaMetric, Integer> part : cost.units().entrySet()) {
                ahead.get(part.getKey()).spent(part.getValue(), then);
            }
        }
        Instant end = then;
        return first.map(pacing -> new Pacing(pacing.batches(), pacing.per(), end));
    }

    /** What the quota that holds this request back the longest lets through. */
    private static Pacing bound(Map<QuotaMetric, LearntQuota> quotas, RequestCost cost, Instant now) {
        QuotaMetric tightest = null;
        Duration longest = Duration.ofSeconds(-1);
        for (Map.Entry<QuotaMetric, Integer> part : cost.units().entrySet()) {
            Duration delay = quotas.get(part.getKey()).delay(part.getValue(), now);
            if (quotas.get(part.getKey()).limited() && delay.compareTo(longest) > 0) {
                tightest = part.getKey();
                longest = delay;
            }
        }
        if (tightest == null) {
            throw new IllegalStateException("only a limited quota holds requests back");
        }
        return new Pacing(Math.max(1, quotas.get(tightest).ceiling() / cost.units().get(tightest)), tightest.period(), now);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
