package org.muster.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of cells as a spreadsheet puts it on the clipboard: rows of cells between tabs, cells with line ends in them in quotes. A text
 * without tabs is read by commas or semicolons when that makes a table.
 *
 * @param rows the cells; rows may differ in length
 * @param named whether the first row holds names of columns
 */
public record PastedBlock(List<List<String>> rows, boolean named) {
    private static final Headers HEADERS = new Headers();

    public PastedBlock {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Reads a block. Never fails: what is no table is one column. */
    public static PastedBlock parse(String text) {
        String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (whole.isBlank()) {
            return new PastedBlock(List.of(), false);
        }
        char delimiter = whole.indexOf('\t') >= 0 ? '\t' : Delimiters.detect(whole);
        List<List<String>> rows = rows(whole, delimiter);
        if (delimiter != '\t' && !table(rows)) {
            rows = rows(whole, '\t');
        }
        return new PastedBlock(rows, !rows.isEmpty() && HEADERS.recognised(rows.getFirst()));
    }

    /** A sentence with a comma is no row of a table; several rows of the same width, or names of columns, are. */
    private static boolean table(List<List<String>> rows) {
        int width = rows.getFirst().size();
        return HEADERS.recognised(rows.getFirst()) || width > 1 && rows.size() > 1 && rows.stream().allMatch(r -> r.size() == width);
    }

    private static List<List<String>> rows(String text, char delimiter) {
        QuoteWatch watch = new QuoteWatch(new StringReader(text), delimiter);
        List<List<String>> rows = read(watch, delimiter, '"');
        // A quote that never ends was not meant as one. No sign stands for "no quotes" in the parser, so one that occurs nowhere does
        return watch.open() ? read(new StringReader(text), delimiter, '\uffff') : rows;
    }

    private static List<List<String>> read(java.io.Reader text, char delimiter, char quote) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            reader.forEach(r -> rows.add(r.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The names of the columns; empty when the first row holds none. */
    public List<String> header() {
        return named ? rows.getFirst() : List.of();
    }

    /** The rows below the names. */
    public List<List<String>> body() {
        return named ? rows.subList(1, rows.size()) : rows;
    }
}
