package org.muster.jobs;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a request costs of each quota, in Google's units (method pages of the People API). Jobs send batches only, and a batch costs the same whatever its
 * size.
 *
 * @param units what it costs of which quota; quotas it does not touch are missing
 */
record RequestCost(Map<QuotaMetric, Integer> units) {
    private static final RequestCost WRITES = new RequestCost(Map.of(QuotaMetric.CRITICAL_READ, 6, QuotaMetric.CRITICAL_WRITE, 6, QuotaMetric.DAILY_WRITES, 200));
    private static final RequestCost DELETES = new RequestCost(Map.of(QuotaMetric.WRITE, 10));

    /** The method page of {@code updateContactPhoto} tells no cost; what was seen is a ceiling of its own. */
    private static final RequestCost PHOTOS = new RequestCost(Map.of(QuotaMetric.PHOTO, 1));

    RequestCost {
        units = Map.copyOf(units);
    }

    /** Of one batch. */
    static RequestCost of(BatchPlan.Kind kind) {
        return switch (kind) {
            case CREATE, UPDATE -> WRITES;
            case DELETE -> DELETES;
            case PHOTO -> PHOTOS;
        };
    }

    /** Of reading so many pages. */
    static RequestCost reads(int pages) {
        return new RequestCost(Map.of(QuotaMetric.CRITICAL_READ, pages));
    }

    /** Of both. */
    RequestCost and(RequestCost other) {
        Map<QuotaMetric, Integer> sum = new EnumMap<>(QuotaMetric.class);
        sum.putAll(units);
        other.units.forEach((metric, more) -> sum.merge(metric, more, Integer::sum));
        return new RequestCost(sum);
    }
}
