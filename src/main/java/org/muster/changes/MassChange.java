package org.muster.changes;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * Whether so much would be destroyed at once that the number has to be stated: when more than {@value #MANY} contacts, or more than a fifth of the account, would be deleted or lose
 * all values of a field.
 *
 * @param gone how many contacts would be deleted or lose all values of a field
 * @param changes how many contacts the job is about; this is the number that is asked for
 * @param account how many contacts the account has
 */
public record MassChange(int gone, int changes, int account) {
    /** Contacts that may go at a click. */
    public static final int MANY = 100;
    /** The account's share that may go at a click: one in so many. */
    private static final int SHARE = 5;

    /** What these changes would destroy of an account of this size. */
    public static MassChange of(List<? extends Change> changes, int account) {
        return new MassChange(Change.contacts(changes.stream().filter(MassChange::empties).toList()), Change.contacts(changes), account);
    }

    /** Whether it deletes a contact, or {@link #empties(FieldDiff) empties} one of its fields. */
    public static boolean empties(Change change) {
        return switch (change) {
            case Change.Create create -> false;
            case Change.SetPhoto photo -> false;
            case Change.Delete delete -> true;
            case Change.Update update -> FieldDiff.changesOf(update).stream().anyMatch(MassChange::empties);
        };
    }

    /** Whether all values of a field go. Muster's own {@link Marker marks} are no values of a contact: nothing of it is lost with them. */
    public static boolean empties(FieldDiff diff) {
        return diff.kind() == FieldDiff.Kind.CLEARED && !diff.takesOnlyMarks();
    }

    /** Whether the number must be stated. */
    public boolean needsNumber() {
        return gone > MANY || gone * (long) SHARE > account;
    }

    /** Whether {@code typed} is the number, with or without the marks that {@code locale}, or a comma, puts between thousands. */
    public boolean confirms(String typed, Locale locale) {
        String text = plainSpaces(typed.strip());
        return text.equals(Integer.toString(changes)) || text.equals(grouped(Locale.ROOT)) || text.equals(plainSpaces(grouped(locale)));
    }

    /** Some locales put a space between thousands that no keyboard has. */
    private static String plainSpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private String grouped(Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(changes);
    }
}
