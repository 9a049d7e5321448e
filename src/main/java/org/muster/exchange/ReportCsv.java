package org.muster.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes tables for people: reports of jobs, and rows to be put right. UTF-8 with a mark, so that Excel reads every script. */
public final class ReportCsv {
    /** What becomes of cells a spreadsheet would take for a formula. */
    public enum Guard {
        /** Cells stay as they are: for rows that are to be read back, whose values must not change. */
        VERBATIM,
        /** A cell that begins like a formula and is no phone number gets an apostrophe: for reports, which are opened and looked at. */
        FORMULAS
    }

    private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[+-](?![\\d\\s().,/-]*$).*");

    /** Writes the file. */
    public ExportResult write(Path file, ReportTable table, Guard guard) {
        return SafeFile.write(file, table.rows().size(), out -> {
            out.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
                csv.writeRecord(table.header());
                for (List<String> row : table.rows()) {
                    csv.writeRecord(guard == Guard.VERBATIM ? row : row.stream().map(ReportCsv::guarded).toList());
                }
                csv.flush();
            }
            return Map.of();
        });
    }

    private static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
