package org.muster.ui.delete;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Whether so many contacts may be deleted at a click.
 *
 * @param count how many are to go
 * @param accountSize how many the account has
 */
record DeleteCheck(int count, int accountSize) {
    /** Contacts that may be deleted without typing their number. */
    private static final int FEW = 100;
    /** The account's share that may be deleted without typing the number: one in so many. */
    private static final int SHARE = 5;

    /** Whether the number must be typed: more than 100 contacts, or more than a fifth of the account when it has some size. */
    boolean needsNumber() {
        return count > FEW || count * (long) SHARE > accountSize;
    }

    /** Whether {@code typed} is the number, with or without the marks that {@code locale}, or a comma, puts between thousands. */
    boolean confirms(String typed, Locale locale) {
        String text = plainSpaces(typed.strip());
        return text.equals(Integer.toString(count)) || text.equals(grouped(Locale.ROOT)) || text.equals(plainSpaces(grouped(locale)));
    }

    /** Some locales put a space between thousands that no keyboard has. */
    private static String plainSpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private String grouped(Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
