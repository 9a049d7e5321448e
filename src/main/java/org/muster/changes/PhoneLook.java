package org.muster.changes;

/**
 * A phone number without what only sets its digits apart.
 *
 * @param digits its digits as 0 to 9, whatever script they stand in; with letters where it has some, as in {@code 1800flowers}
 * @param international whether it begins with its country, written {@code +} or {@code 00}; then the digits begin with the country
 */
public record PhoneLook(String digits, boolean international) {
    /** Fewer are an extension or a short code, which say little. */
    private static final int TELLING = 5;
    /** The fewest digits of a number without its country that may be taken for the end of one with it. */
    private static final int ENOUGH = 7;
    /** The most digits of a country code (ITU-T E.164). */
    private static final int COUNTRY = 3;

    static PhoneLook of(String written) {
        // +44 (0)20: the zero is for those within the country
        String text = written.replace("(0)", " ");
        StringBuilder digits = new StringBuilder(text.length());
        boolean plus = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if (Character.isLetter(c)) {
                digits.appendCodePoint(Character.toLowerCase(c));
            } else if ((c == '+' || c == '\uff0b') && digits.isEmpty()) {
                plus = true;
            }
        }
        boolean zeros = !plus && digits.length() > TELLING + 2 && digits.charAt(0) == '0' && digits.charAt(1) == '0';
        return new PhoneLook(digits.substring(zeros ? 2 : 0), plus || zeros);
    }

    boolean telling() {
        return digits.length() >= TELLING;
    }

    /** What numbers that are the same have in common, to find them by. */
    String tail() {
        return digits.substring(Math.max(0, digits.length() - ENOUGH));
    }

    /**
     * Whether both are one number. One with its country and one without are the same when the latter, without the zeros people dial before it
     * within the country, is what follows the country code.
     */
    boolean same(PhoneLook other) {
        if (international == other.international) {
            return digits.equals(other.digits);
        }
        String whole = international ? digits : other.digits;
        String part = (international ? other.digits : digits).replaceFirst("^0+", "");
        int country = whole.length() - part.length();
        // also a country code somebody wrote without its plus
        return part.equals(whole) || part.length() >= ENOUGH && country >= 1 && country <= COUNTRY && whole.endsWith(part);
    }
}
