package org.muster.exchange;

import java.util.List;

/**
 * A table of texts to be written out.
 *
 * @param header the names of its columns
 * @param rows its rows, as wide as the header
 */
public record ReportTable(List<String> header, List<List<String>> rows) {
    public ReportTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
