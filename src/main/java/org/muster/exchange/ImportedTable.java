package org.muster.exchange;

import java.nio.charset.Charset;
import java.util.List;

/**
 * What a file, a vCard or a pasted block says, as a table.
 *
 * @param sourceName the file's name, without its folder
 * @param format what it was taken for
 * @param charset how its bytes were read
 * @param columns its columns, each with where it goes
 * @param rows its rows
 * @param problems what is to be said about the file as a whole; none of it kept the rest from being read. What is wrong with one
 *     row stands in the row, and a cut-off end in both.
 */
public record ImportedTable(String sourceName, Format format, Charset charset, List<Column> columns, List<ImportedRow> rows, List<Problem> problems) {
    public ImportedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }
}
