package org.muster.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.exchange.Problem.Code;

/** Reads CSV text, row by row, into a table. */
final class CsvLoader {
    /** Short texts stand in thousands of cells ("Home", "mobile"); this many of them are kept once. */
    private static final int POOL = 20_000;
    private static final int POOLED_LENGTH = 24;

    private final Headers headers;
    private final String name;
    private final Charset charset;
    private final Map<String, String> pool = new HashMap<>();

    CsvLoader(Headers headers, String name, Charset charset) {
        this.headers = headers;
        this.name = name;
        this.charset = charset;
    }

    /**
     * Reads everything.
     *
     * @param text the file
     * @param beginning its first characters, to tell the separator by
     */
    ImportResult load(Reader text, String beginning) throws IOException {
        Optional<Character> said = Delimiters.said(beginning);
        if (said.isPresent()) {
            skipLine(text);
        }
        QuoteWatch watch = new QuoteWatch(text, said.orElseGet(() -> Delimiters.detect(beginning)));
        List<List<String>> records;
        try {
            records = records(watch, said.orElseGet(() -> Delimiters.detect(beginning)));
        } catch (CsvParseException e) {
            return new ImportResult.Refused(Problem.error(Code.ENDLESS_CELL, name));
        }
        return table(records, watch.open() ? Optional.of(watch.openedIn() + (said.isPresent() ? 1 : 0)) : Optional.empty());
    }

    private static void skipLine(Reader text) throws IOException {
        if (text instanceof BufferedReader lines) {
            lines.readLine();
        }
    }

    private List<List<String>> records(Reader text, char delimiter) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                records.add(pooled(record.getFields()));
            }
        }
        return records;
    }

    private List<String> pooled(List<String> fields) {
        List<String> cells = new ArrayList<>(fields.size());
        for (String field : fields) {
            boolean share = field.length() <= POOLED_LENGTH && (pool.size() < POOL || pool.containsKey(field));
            cells.add(share ? pool.computeIfAbsent(field, f -> f) : field);
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return List.copyOf(cells);
    }

    private ImportResult table(List<List<String>> records, Optional<Long> cutOffIn) {
        if (records.isEmpty()) {
            return new ImportResult.Refused(Problem.error(Code.EMPTY_FILE, name));
        }
        List<String> first = records.getFirst();
        Format format = headers.format(first);
        boolean named = format != Format.OTHER_CSV || headers.recognised(first);
        ContentGuess content = ContentGuess.of(records);
        if (!named && !content.plausible()) {
            return new ImportResult.Refused(Problem.error(Code.NOT_CONTACTS, name));
        }
        boolean header = named || !content.firstIsContact();
        List<List<String>> body = header ? records.subList(1, records.size()) : records;
        while (!body.isEmpty() && body.getLast().isEmpty()) {
            // Spreadsheets leave rows of separators alone at the end
            body = body.subList(0, body.size() - 1);
        }
        if (body.isEmpty()) {
            return new ImportResult.Refused(Problem.error(cutOffIn.isPresent() ? Code.ENDLESS_CELL : Code.NO_ROWS, name));
        }
        List<Problem> problems = new ArrayList<>();
        if (!header) {
            problems.add(Problem.warning(Code.NO_HEADER));
        }
        List<ImportedRow> rows = rows(body, header ? first.size() : Integer.MAX_VALUE, cutOffIn, problems);
        List<Column> columns = header ? columns(first, format, rows) : content.columns();
        return new ImportResult.Loaded(new ImportedTable(name, format, charset, columns, rows, problems));
    }

    private List<ImportedRow> rows(List<List<String>> body, int width, Optional<Long> cutOffIn, List<Problem> problems) {
        List<ImportedRow> rows = new ArrayList<>(body.size());
        for (List<String> cells : body) {
            int number = rows.size() + 1;
            List<Problem> own = new ArrayList<>(1);
            if (cells.size() > width) {
                own.add(Problem.atRow(Code.TOO_MANY_CELLS, number, width + 1, cells.size(), width));
            }
            if (cutOffIn.isPresent() && number == body.size()) {
                own.add(Problem.atRow(Code.CUT_OFF_QUOTE, number, 0, name, cutOffIn.get()));
                problems.add(own.getLast());
            }
            rows.add(ImportedRow.of(number, cells, own));
        }
        return rows;
    }

    /** The header's columns and, behind them, nameless ones for the cells of longer rows; what is empty all over is left out at once. */
    private List<Column> columns(List<String> header, Format format, List<ImportedRow> rows) {
        List<String> names = new ArrayList<>(header);
        int widest = rows.stream().mapToInt(ImportedRow::width).max().orElse(0);
        while (names.size() < widest) {
            names.add("");
        }
        boolean[] filled = new boolean[names.size()];
        for (ImportedRow row : rows) {
            for (int c = 0; c < row.width(); c++) {
                filled[c] |= !row.cell(c).isBlank();
            }
        }
        List<Column> columns = new ArrayList<>(names.size());
        for (Column column : headers.columns(names, format)) {
            columns.add(column.unknown() && !filled[columns.size()] ? column.to(new Target.Ignored()) : column);
        }
        return columns;
    }
}
