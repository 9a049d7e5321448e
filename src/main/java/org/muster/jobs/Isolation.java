package org.muster.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Takes refused batches apart when Google does not say whom it refuses. First those our own check has doubts about are parted from the rest; after
 * that, halves.
 *
 * <p>Bound: a batch of {@code n} rows of which {@code b} are refused, without any details, takes at most
 * {@code min(2n - 1, 3 + 2 b ceil(log2 n))} requests. Each refused request that is taken apart costs two more; it holds at least one of the
 * {@code b}; after the first parting, sizes halve, so that there are at most {@code ceil(log2 n)} levels of at most {@code b} refused requests. With
 * details that name at least one row per refusal it takes at most {@code 1 + b}, and {@code 2} when all are named at once.
 */
final class Isolation {
    private Isolation() {}

    /**
     * Two non-empty parts of {@code rows}, which has at least two, in stable order.
     *
     * @param doubtful the rows our own check would refuse
     */
    static List<List<Integer>> part(List<Integer> rows, IntPredicate doubtful) {
        List<Integer> doubts = new ArrayList<>();
        List<Integer> clean = new ArrayList<>();
        for (int row : rows) {
            (doubtful.test(row) ? doubts : clean).add(row);
        }
        if (!doubts.isEmpty() && !clean.isEmpty()) {
            return List.of(clean, doubts);
        }
        int middle = (rows.size() + 1) / 2;
        return List.of(rows.subList(0, middle), rows.subList(middle, rows.size()));
    }
}
