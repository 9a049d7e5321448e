package org.muster.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The quotas of one user, as token buckets with Google's costs. Off until {@link #enable}; the ceilings are not
 * published and the defaults are what was seen in 2026.
 */
public final class Quotas {
    /** A ceiling. */
    public enum Metric {
        /** Reads of contacts and profiles. */
        CRITICAL_READ("Critical read requests (Contact and Profile Reads)", "critical_read_requests",
                "CriticalReadsPerMinutePerProjectPerUser", "minute", 60),
        /** Creates and updates. */
        CRITICAL_WRITE("Critical write requests (Contact and Profile Writes)", "critical_write_requests",
                "CriticalWritesPerMinutePerProjectPerUser", "minute", 30),
        /** Reads of groups. */
        GROUP_READ("Read requests (Groups)", "group_read_requests", "GroupReadsPerMinutePerProjectPerUser", "minute",
                90),
        /** Deletes, and changes of groups. */
        WRITE("Write requests (Contact Deletes and Groups)", "write_requests", "WritesPerMinutePerProjectPerUser",
                "minute", 30),
        /** Changes of photos. */
        PHOTO("Photo write requests", "photo_write_requests", "PhotoWritesPerMinutePerProjectPerUser", "minute", 50),
        /** Creates and updates of a day; a batch costs 200 whatever its size. */
        DAILY_WRITES("Daily Contact Writes (Total)", "daily_contact_writes", "DailyContactWritesPerProjectPerUser",
                "day", 100_000);

        private final String title;
        private final String wireName;
        private final String limitName;
        private final String period;
        private final int usual;

        Metric(String title, String wireName, String limitName, String period, int usual) {
            this.title = title;
            this.wireName = wireName;
            this.limitName = limitName;
            this.period = period;
            this.usual = usual;
        }

        String title() {
            return title;
        }

        String wireName() {
            return wireName;
        }

        String limitName() {
            return limitName;
        }

        String period() {
            return period;
        }

        /** The ceiling that was seen, in units per period. */
        public int usual() {
            return usual;
        }
    }

    private record Cost(Metric metric, int units) {}

    private static final class Bucket {
        private double left;
        private Instant filled;
    }

    private final SimClock clock;
    private final Map<Metric, Integer> capacity = new EnumMap<>(Metric.class);
    private final Map<Metric, Bucket> buckets = new EnumMap<>(Metric.class);
    private boolean enabled;
    private Duration window = Duration.ofMinutes(1);

    Quotas(SimClock clock) {
        this.clock = clock;
        for (Metric metric : Metric.values()) {
            capacity.put(metric, metric.usual());
        }
    }

    /** Switches all quotas on, with full buckets. */
    public synchronized void enable() {
        buckets.clear();
        enabled = true;
    }

    /** Switches all quotas off. */
    public synchronized void disable() {
        enabled = false;
    }

    /** Whether quotas are on. */
    public synchronized boolean enabled() {
        return enabled;
    }

    /** Sets one ceiling, in units per window (per 1,440 windows for the daily one), and fills its bucket. */
    public synchronized void capacity(Metric metric, int units) {
        capacity.put(metric, units);
        buckets.remove(metric);
    }

    /** Sets how long an empty bucket takes to fill; one minute at first. Short ones keep tests short. */
    public synchronized void window(Duration length) {
        window = length;
    }

    /** Takes what a call costs, or nothing at all when one of its buckets is too low. */
    synchronized void take(ApiMethod method) {
        if (!enabled) {
            return;
        }
        List<Cost> costs = costs(method);
        for (Cost cost : costs) {
            if (level(cost.metric()).left < cost.units()) {
                throw Errors.quota(cost.metric());
            }
        }
        costs.forEach(cost -> buckets.get(cost.metric()).left -= cost.units());
    }

    private Bucket level(Metric metric) {
        Instant now = clock.now();
        int most = capacity.get(metric);
        Bucket bucket = buckets.get(metric);
        if (bucket == null) {
            bucket = new Bucket();
            bucket.left = most;
            buckets.put(metric, bucket);
        } else {
            double windows = (double) Duration.between(bucket.filled, now).toNanos() / window.toNanos();
            bucket.left = Math.min(most, bucket.left + most * windows / (metric == Metric.DAILY_WRITES ? 1_440 : 1));
        }
        bucket.filled = now;
        return bucket;
    }

    private static List<Cost> costs(ApiMethod method) {
        return switch (method) {
            case PEOPLE_CREATE, PEOPLE_UPDATE -> List.of(new Cost(Metric.CRITICAL_READ, 1),
                    new Cost(Metric.CRITICAL_WRITE, 1), new Cost(Metric.DAILY_WRITES, 1));
            case PEOPLE_BATCH_CREATE, PEOPLE_BATCH_UPDATE -> List.of(new Cost(Metric.CRITICAL_READ, 6),
                    new Cost(Metric.CRITICAL_WRITE, 6), new Cost(Metric.DAILY_WRITES, 200));
            case PEOPLE_DELETE, GROUPS_CREATE, GROUPS_UPDATE, GROUPS_DELETE, GROUPS_MODIFY_MEMBERS, OTHER_COPY ->
                List.of(new Cost(Metric.WRITE, 1));
            case PEOPLE_BATCH_DELETE -> List.of(new Cost(Metric.WRITE, 10));
            case PEOPLE_UPDATE_PHOTO, PEOPLE_DELETE_PHOTO -> List.of(new Cost(Metric.PHOTO, 1));
            case GROUPS_LIST, GROUPS_GET, GROUPS_BATCH_GET -> List.of(new Cost(Metric.GROUP_READ, 1));
            case PEOPLE_CONNECTIONS_LIST, PEOPLE_GET, PEOPLE_BATCH_GET, PEOPLE_SEARCH, PEOPLE_LIST_DIRECTORY,
                 PEOPLE_SEARCH_DIRECTORY, OTHER_LIST, OTHER_SEARCH -> List.of(new Cost(Metric.CRITICAL_READ, 1));
        };
    }
}
