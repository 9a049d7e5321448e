package org.muster.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what separates the cells of a text: a comma, a semicolon or a tab. */
final class Delimiters {
    /** Excel's own way of saying it, in a first line of its own. */
    private static final Pattern SAID = Pattern.compile("sep=(.)\\R", Pattern.CASE_INSENSITIVE);

    private Delimiters() {}

    /** What a first line {@code sep=;} says, which is no row of the table. */
    static Optional<Character> said(String beginning) {
        Matcher m = SAID.matcher(beginning);
        return m.lookingAt() ? Optional.of(m.group(1).charAt(0)) : Optional.empty();
    }

    /** The separator that stands most often in the first row that has any, outside of quotes; a comma when there is none. */
    static char detect(String beginning) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < beginning.length(); i++) {
            char c = beginning.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                switch (c) {
                    case ',' -> counts[0]++;
                    case ';' -> counts[1]++;
                    case '\t' -> counts[2]++;
                    case '\n' -> {
                        if (counts[0] + counts[1] + counts[2] > 0) {
                            return most(counts);
                        }
                    }
                    default -> { }
                }
            }
        }
        return most(counts);
    }

    private static char most(int[] counts) {
        if (counts[2] > 0 && counts[2] >= counts[0] && counts[2] >= counts[1]) {
            return '\t';
        }
        return counts[1] > counts[0] ? ';' : ',';
    }
}
