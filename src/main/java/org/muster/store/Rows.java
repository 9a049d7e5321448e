package org.muster.store;

import java.util.ArrayList;
import java.util.List;

/** Row numbers as text: {@code 0-199,201}. */
final class Rows {
    private Rows() {}

    static String write(List<Integer> rows) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < rows.size(); ) {
            int last = i;
            while (last + 1 < rows.size() && rows.get(last + 1) == rows.get(last) + 1) {
                last++;
            }
            out.append(out.isEmpty() ? "" : ",").append(rows.get(i));
            if (last > i) {
                out.append('-').append(rows.get(last));
            }
            i = last + 1;
        }
        return out.toString();
    }

    static List<Integer> read(String text) {
        List<Integer> rows = new ArrayList<>();
        if (text.isEmpty()) {
            return rows;
        }
        for (String range : text.split(",")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            for (int row = first; row <= last; row++) {
                rows.add(row);
            }
        }
        return rows;
    }
}
