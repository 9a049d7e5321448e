package org.muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.exchange.PlainText;
import org.muster.texts.Texts;

/**
 * A CSV file whose rows name contacts in a column {@code resourceName}.
 *
 * @param header the names of its columns
 * @param names which column names the contact
 * @param rows its rows, each as wide as the header
 */
record CsvFile(List<String> header, int names, List<List<String>> rows) {
    private static final Texts TEXTS = Texts.of(CsvFile.class);

    static CsvFile of(Path file, String text) throws Refusal {
        List<List<String>> all = PlainText.rows(text).orElseThrow(() -> new Refusal(Exit.USAGE, TEXTS.get("file.csv", file)));
        List<String> header = all.isEmpty() ? List.of() : all.getFirst().stream().map(String::strip).toList();
        int names = header.indexOf(PathTable.NAME);
        if (names < 0) {
            throw new Refusal(Exit.USAGE, TEXTS.get("file.noNames", file, String.join(", ", header)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : all.subList(1, all.size())) {
            if (row.size() > header.size()) {
                throw new Refusal(Exit.USAGE, TEXTS.get("file.wide", file, rows.size() + 1, row.size(), header.size()));
            }
            List<String> cells = new ArrayList<>(row);
            while (cells.size() < header.size()) {
                cells.add("");
            }
            rows.add(cells);
        }
        return new CsvFile(header, names, rows);
    }

    /** Where a row stands, for people. */
    static String origin(int row) {
        return TEXTS.get("file.row", row + 1);
    }
}
