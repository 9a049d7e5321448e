package org.muster.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Label names in one cell, as people write them: between commas, semicolons or {@code :::}. A name in double quotes is taken as it is, with
 * whatever stands in it; a quote within is doubled, as in CSV.
 */
final class LabelList {
    private static final String BETWEEN = ":::";

    private LabelList() {}

    /** One cell of these names, from which {@link #split} gets the same names. */
    static String join(List<String> names) {
        return names.stream().map(LabelList::written).collect(Collectors.joining(" " + BETWEEN + " "));
    }

    private static String written(String name) {
        return name.startsWith("\"") || separator(name, 0) < name.length() ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
    }

    /** The names in a cell, in their order, without space around them. */
    static List<String> split(String cell) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < cell.length()) {
            int begin = skipSpace(cell, at);
            int closing = begin < cell.length() && cell.charAt(begin) == '"' ? closing(cell, begin + 1) : -1;
            int end = closing < 0 ? separator(cell, begin) : skipSpace(cell, closing + 1);
            // what goes on behind the second quote only begins with a word in quotes
            if (closing > 0 && end == separator(cell, closing + 1)) {
                names.add(cell.substring(begin + 1, closing).replace("\"\"", "\""));
            } else {
                end = separator(cell, begin);
                names.add(cell.substring(begin, end));
            }
            at = end + (cell.startsWith(BETWEEN, end) ? BETWEEN.length() : 1);
        }
        return names.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static int skipSpace(String cell, int from) {
        int at = from;
        while (at < cell.length() && Character.isWhitespace(cell.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the quote stands that ends a quoted name; -1 when none does. */
    private static int closing(String cell, int from) {
        for (int at = cell.indexOf('"', from); at >= 0; at = cell.indexOf('"', at + 2)) {
            if (!cell.startsWith("\"\"", at)) {
                return at;
            }
        }
        return -1;
    }

    /** Where the next separator begins, or the cell ends. */
    private static int separator(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) != ',' && cell.charAt(at) != ';' && !cell.startsWith(BETWEEN, at)) {
            at++;
        }
        return at;
    }
}
