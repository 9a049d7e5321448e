package org.muster.ui.mask;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.contacts.PersonField;

/** The field somebody may have meant: by its path, nearly right, or by its name for people. */
final class NearestField {
    private record Near(PersonField field, int distance) {}

    private NearestField() {}

    static Optional<PersonField> to(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int limit = Math.max(2, wanted.length() / 4);
        return Stream.of(PersonField.values())
                .flatMap(f -> Stream.of(f.path(), f.path().replaceAll("s$", ""), f.label()).map(name -> new Near(f, distance(wanted, name.toLowerCase(Locale.ROOT)))))
                .filter(n -> n.distance() <= limit)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::field);
    }

    /** Single-character changes from one text to the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
