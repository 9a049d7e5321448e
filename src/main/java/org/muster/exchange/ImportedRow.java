package org.muster.exchange;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One row of the grid: cells of text, as they stand in the source. Immutable. Cells behind the last filled one are not kept, so that a
 * wide file with sparse rows stays small.
 */
public final class ImportedRow {
    private final int number;
    private final String[] cells;
    private final List<Problem> problems;

    private ImportedRow(int number, String[] cells, List<Problem> problems) {
        this.number = number;
        this.cells = cells;
        this.problems = problems;
    }

    /**
     * A row.
     *
     * @param number its number for people, from 1
     * @param cells its cells from the first column on; copied
     * @param problems what is wrong with the row as such, like having more cells than there are columns
     */
    public static ImportedRow of(int number, List<String> cells, List<Problem> problems) {
        return new ImportedRow(number, trimmed(cells.toArray(String[]::new)), List.copyOf(problems));
    }

    private static String[] trimmed(String[] cells) {
        int filled = cells.length;
        while (filled > 0 && cells[filled - 1].isEmpty()) {
            filled--;
        }
        return filled == cells.length ? cells : Arrays.copyOf(cells, filled);
    }

    /** Its number for people, from 1: the row of the file without its header, or the card's place in a vCard file. */
    public int number() {
        return number;
    }

    /** The text in a column, from 0; empty where there is none. */
    public String cell(int column) {
        return column < cells.length ? cells[column] : "";
    }

    /** The number of cells up to the last filled one. */
    public int width() {
        return cells.length;
    }

    /** The cells up to the last filled one. */
    public List<String> cells() {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    /** What is wrong with the row as such. Errors stand in the way until somebody edits the row. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether nothing but white space stands in it. */
    public boolean blank() {
        return Arrays.stream(cells).allMatch(String::isBlank);
    }

    /**
     * This row with another text in one column. Problems of the row as such are settled by that: somebody has looked at it.
     */
    public ImportedRow with(int column, String text) {
        String[] changed = Arrays.copyOf(cells, Math.max(cells.length, column + 1));
        for (int i = cells.length; i < column; i++) {
            changed[i] = "";
        }
        changed[column] = text;
        return new ImportedRow(number, trimmed(changed), List.of());
    }

    /** This row, looked at and found right as it is. */
    public ImportedRow accepted() {
        return new ImportedRow(number, cells, List.of());
    }

    ImportedRow numbered(int other) {
        return new ImportedRow(other, cells, problems);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportedRow row && row.number == number && Arrays.equals(row.cells, cells) && row.problems.equals(problems);
    }

    @Override
    public int hashCode() {
        return 31 * number + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return number + ": " + Arrays.toString(cells);
    }
}
