package org.muster.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Sorts rows by columns. Rows that say nothing in the first column come last in either direction. */
final class Sorting {
    private Sorting() {}

    static List<ContactRow> sorted(List<ContactRow> rows, List<SortKey> order) {
        if (order.isEmpty()) {
            return rows;
        }
        Collation collation = new Collation(Locale.getDefault());
        List<ContactRow> result = new ArrayList<>(rows);
        for (SortKey key : order) {
            for (ContactRow row : rows) {
                Stop.ifInterrupted();
                row.sortKey(key.field(), collation);
            }
        }
        result.sort(order.stream().map(key -> comparator(key, collation)).reduce(Comparator::thenComparing).orElseThrow());
        return result;
    }

    private static Comparator<ContactRow> comparator(SortKey sort, Collation collation) {
        return (a, b) -> {
            byte[] x = a.sortKey(sort.field(), collation);
            byte[] y = b.sortKey(sort.field(), collation);
            if (x.length == 0 || y.length == 0) {
                return Boolean.compare(x.length == 0, y.length == 0);
            }
            int ascending = Arrays.compareUnsigned(x, y);
            return sort.descending() ? -ascending : ascending;
        };
    }
}
