package org.muster.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** Tells from the cells themselves whether nameless columns hold e-mail addresses or phone numbers. */
final class ContentGuess {
    private static final Pattern EMAIL = Pattern.compile("\\s*[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;]+\\s*");
    private static final Pattern PHONE = Pattern.compile("\\s*\\+?[(\\d][\\d ()./-]{5,24}\\s*");
    private static final Pattern DATE = Pattern.compile("\\s*\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\s*");
    private static final int SAMPLE = 200;

    private final List<List<String>> sample;
    private final int width;

    private ContentGuess(List<List<String>> sample) {
        this.sample = sample;
        this.width = sample.stream().mapToInt(List::size).max().orElse(0);
    }

    static ContentGuess of(List<List<String>> records) {
        return new ContentGuess(records.subList(0, Math.min(SAMPLE, records.size())));
    }

    /** Whether the first row is a contact rather than names of columns. */
    boolean firstIsContact() {
        return sample.getFirst().stream().anyMatch(c -> email(c) || phone(c));
    }

    /** Whether this is a table at all: some cells speak of contacts, or all rows have the same shape. */
    boolean plausible() {
        boolean contacts = sample.stream().flatMap(List::stream).anyMatch(c -> email(c) || phone(c));
        int columns = sample.getFirst().size();
        long same = sample.stream().filter(r -> r.size() <= columns && r.size() * 2 > columns).count();
        return contacts || columns > 1 && same * 3 >= sample.size() * 2L;
    }

    /** Columns called by their places, the ones that hold mostly e-mail addresses or phone numbers with where they go. */
    List<Column> columns() {
        Texts texts = Texts.of(ContentGuess.class);
        List<Column> columns = new ArrayList<>(width);
        int emails = 0;
        int phones = 0;
        for (int c = 0; c < width; c++) {
            int at = c;
            List<String> cells = sample.stream().filter(r -> r.size() > at).map(r -> r.get(at)).filter(s -> !s.isBlank()).toList();
            Target target = new Target.Unknown();
            if (most(cells.stream().filter(ContentGuess::email).count(), cells)) {
                target = new Target.MapsTo(PersonField.EMAIL_ADDRESSES, PersonField.EMAIL_ADDRESSES.mainSubField(), emails++, "");
            } else if (most(cells.stream().filter(ContentGuess::phone).count(), cells)) {
                target = new Target.MapsTo(PersonField.PHONE_NUMBERS, PersonField.PHONE_NUMBERS.mainSubField(), phones++, "");
            } else if (cells.isEmpty()) {
                target = new Target.Ignored();
            }
            columns.add(new Column(texts.get("column.nameless", c + 1), target));
        }
        return columns;
    }

    private static boolean most(long count, List<String> cells) {
        return count > 0 && count * 2 > cells.size();
    }

    private static boolean email(String cell) {
        return EMAIL.matcher(cell).matches();
    }

    private static boolean phone(String cell) {
        return PHONE.matcher(cell).matches() && !DATE.matcher(cell).matches();
    }
}
