package org.muster.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** What was measured, many times over. */
final class Numbers {
    private final double[] sorted;

    Numbers(Collection<Double> measured) {
        sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** @param share such as 0.99; the smallest value that so many are not above */
    double percentile(double share) {
        return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /** How far the values lie apart, in per cent of their median. */
    double spreadPercent() {
        return 100 * (max() - min()) / median();
    }

    /** Smallest to largest. */
    String range(String format) {
        return String.format(Locale.ROOT, format + "–" + format, min(), max());
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
