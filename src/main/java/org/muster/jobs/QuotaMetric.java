package org.muster.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * A quota of Google's that jobs spend from. Google publishes what calls cost and not how much there is; the defaults are the lowest ceilings anybody has
 * reported by 2026.
 */
enum QuotaMetric {
    /** Reads of contacts; creates and updates cost of it too. */
    CRITICAL_READ("critical_read_requests", Duration.ofMinutes(1), 60, 6),
    /** Creates and updates. */
    CRITICAL_WRITE("critical_write_requests", Duration.ofMinutes(1), 30, 6),
    /** Deletes. */
    WRITE("write_requests", Duration.ofMinutes(1), 30, 10),
    /** Photos set. */
    PHOTO("photo_write_requests", Duration.ofMinutes(1), 50, 1),
    /** Creates and updates of a day. */
    DAILY_WRITES("daily_contact_writes", Duration.ofDays(1), 100_000, 200);

    private final String wireName;
    private final Duration period;
    private final int cautious;
    private final int floor;

    QuotaMetric(String wireName, Duration period, int cautious, int floor) {
        this.wireName = wireName;
        this.period = period;
        this.cautious = cautious;
        this.floor = floor;
    }

    /** The quota a refusal names in its {@code quota_metric}, such as {@code people.googleapis.com/critical_write_requests}; nothing for one that jobs do not know. */
    static Optional<QuotaMetric> named(String quotaMetric) {
        String name = quotaMetric.substring(quotaMetric.lastIndexOf('/') + 1);
        for (QuotaMetric metric : values()) {
            if (metric.wireName.equals(name)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    Duration period() {
        return period;
    }

    /** What is assumed of an account of Google's before it has said anything, in units per period. */
    int cautious() {
        return cautious;
    }

    /** What the dearest request costs: no ceiling is ever believed to be below it, or nothing could be sent any more. */
    int floor() {
        return floor;
    }

    /** By how much a ceiling is tried to be raised: one batch, or a tenth of the day. */
    int step() {
        return Math.max(floor, period.compareTo(Duration.ofHours(1)) > 0 ? cautious / 10 : floor);
    }
}
