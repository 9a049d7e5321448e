package org.muster.contacts;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.PhoneNumber;
import java.util.Map;

/**
 * What a contact says, folded once for searching: about one byte a letter for Latin scripts, two for others, and some 40 bytes beside.
 * Immutable.
 */
public final class SearchText {
    /** Stands before each field's values: this plus the field's place in the registry. A control character, so it is never part of a value. */
    private static final char FIELD = '\u0080';
    private static final char VALUE = '\n';

    private final String text;
    private final FieldMask loaded;
    private final boolean starred;

    private SearchText(String text, FieldMask loaded, boolean starred) {
        this.text = text;
        this.loaded = loaded;
        this.starred = starred;
    }

    /**
     * Everything loaded of {@code contact}.
     *
     * @param labelNames names of labels by resource name; {@link Label#MY_CONTACTS}, which nearly everybody carries, is not searched
     */
    public static SearchText of(Contact contact, Map<String, String> labelNames) {
        StringBuilder out = new StringBuilder();
        for (PersonField field : contact.loaded().fields()) {
            int start = out.length();
            out.append((char) (FIELD + field.ordinal()));
            if (field == PersonField.MEMBERSHIPS) {
                contact.labels().stream().filter(l -> !l.equals(Label.MY_CONTACTS)).forEach(l -> add(out, labelNames.getOrDefault(l, l)));
            } else {
                contact.items(field).forEach(item -> add(out, start, field, item));
            }
            if (out.length() == start + 1) {
                out.setLength(start);
            }
        }
        return new SearchText(out.toString(), contact.loaded(), contact.hasLabel(Label.STARRED));
    }

    private static void add(StringBuilder out, int start, PersonField field, GenericJson item) {
        add(out, FieldText.of(field, item));
        switch (field) {
            case PHONE_NUMBERS -> addDigits(out, (PhoneNumber) item);
            case USER_DEFINED, CLIENT_DATA, EMAIL_ADDRESSES, ORGANIZATIONS, NAMES -> field.subFields().stream()
                    .skip(1)
                    .filter(part -> part.kind() == SubFieldKind.TEXT)
                    .forEach(part -> addIfNew(out, start, part.read(item)));
            default -> { }
        }
    }

    /** A number is found however it is written, so its digits stand there once more without what is between them. */
    private static void addDigits(StringBuilder out, PhoneNumber phone) {
        String written = digits(phone.getValue());
        String canonical = digits(phone.getCanonicalForm());
        add(out, written);
        if (!canonical.equals(written)) {
            add(out, canonical);
        }
    }

    private static String digits(String number) {
        return number == null ? "" : number.replaceAll("\\D", "");
    }

    /** Leaves out what the field's main text says already, to save memory. */
    private static void addIfNew(StringBuilder out, int start, String value) {
        String folded = Folding.fold(value.strip());
        int there = folded.isEmpty() ? -1 : out.indexOf(folded, start);
        if (there < 0 || Character.isLetterOrDigit(out.charAt(there - 1))) {
            add(out, value);
        }
    }

    private static void add(StringBuilder out, String value) {
        if (!value.isBlank()) {
            out.append(VALUE).append(Folding.fold(value.strip()));
        }
    }

    /** Whether the contact is starred. */
    boolean starred() {
        return starred;
    }

    boolean loaded(PersonField field) {
        return loaded.contains(field);
    }

    /** Whether the field is loaded and says something. */
    boolean has(PersonField field) {
        return text.indexOf(FIELD + field.ordinal()) >= 0;
    }

    /** Whether a word of any field begins with {@code folded}. */
    boolean anyWordBegins(String folded) {
        return wordBegins(folded, 0, text.length());
    }

    /** Whether a word of this field begins with {@code folded}. */
    boolean wordBegins(PersonField field, String folded) {
        int start = text.indexOf(FIELD + field.ordinal());
        if (start < 0) {
            return false;
        }
        int end = start + 1;
        while (end < text.length() && !isFieldMark(text.charAt(end))) {
            end++;
        }
        return wordBegins(folded, start, end);
    }

    private boolean wordBegins(String folded, int from, int to) {
        boolean anywhere = writtenWithoutSpaces(folded);
        for (int at = text.indexOf(folded, from); at >= 0 && at + folded.length() <= to; at = text.indexOf(folded, at + 1)) {
            if (anywhere || at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)) || !Character.isLetterOrDigit(folded.codePointAt(0))) {
                return true;
            }
        }
        return false;
    }

    /** Scripts that do not part words by spaces: any character may begin a word. */
    private static boolean writtenWithoutSpaces(String folded) {
        int first = folded.codePointAt(0);
        if (first < 0x0e00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(first)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static boolean isFieldMark(char c) {
        return c >= FIELD && c < FIELD + 0x20;
    }

    /** Roughly how much memory the text takes, in bytes. */
    public int memory() {
        return text.length() + 40;
    }
}
