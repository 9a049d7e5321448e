package org.muster.changes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.texts.Texts;

/**
 * Something about a draft that should be looked at before it is sent.
 *
 * @param code what it is
 * @param severity whether it stands in the way
 * @param place where it is; empty when it concerns the whole contact
 * @param args what the sentence names: a value, a count, a limit; see {@link Code}
 */
public record Finding(Code code, Severity severity, Optional<Place> place, List<Object> args) {
    /** The longest piece of a value a sentence quotes, in characters. */
    private static final int QUOTED = 80;

    /** What can be found. The comment tells the arguments beside the field's name, which comes first wherever there is a place. */
    public enum Code {
        /** More values than the one Google keeps. Count. */
        MORE_THAN_ONE(true),
        /** More characters than Google takes in one field. Count, limit. */
        TOO_LONG(true),
        /** Half of a character that is written in two, as a text has that was cut in the wrong place. It has no form in UTF-8. No arguments. */
        HALF_CHARACTER(true),
        /** The contact is bigger than Google takes. Size and limit, in kilobytes. */
        TOO_BIG(false),
        /** The contact has more values than Google takes. Count, limit. */
        TOO_MANY_VALUES(false),
        /** There is nothing in it to be created: labels alone are not enough. */
        EMPTY(false),
        /** After the change there would be nothing left in it. */
        NOTHING_LEFT(false),
        /** Not an e-mail address. Value. */
        NOT_AN_EMAIL(true),
        /** A date that never was, or that cannot be read. Value. */
        NO_SUCH_DATE(true),
        /** A date whose day and month cannot be told apart. Value. */
        AMBIGUOUS_DATE(true),
        /** A label the account does not have. Value. */
        UNKNOWN_LABEL(true),
        /** A label of Google's own that contacts cannot be given any more. Value. */
        LABEL_NOT_ASSIGNABLE(true),
        /** A label of a file about which nobody has decided yet. Value. */
        LABEL_UNDECIDED(true),
        /** A value the field does not take. Value. */
        NOT_ACCEPTED(true),
        /** Looks like a contact that is in the account. Its name, what is the same (see {@link Twins}). */
        ALREADY_THERE(false),
        /** Looks like a contact a job has still to make, or may have made. Its name, what is the same. */
        ON_ITS_WAY(false),
        /** Looks like another row. That row's number, what is the same. */
        REPEATED(false);

        private final boolean placed;

        Code(boolean placed) {
            this.placed = placed;
        }
    }

    /**
     * Where something is.
     *
     * @param field the field
     * @param item which of its values in the draft, from 0
     * @param part the part of that value; empty when it concerns the field as a whole
     */
    public record Place(PersonField field, int item, Optional<SubField> part) {
        /** The part's name for people, else the field's. */
        public String label() {
            return part.map(field::label).orElseGet(field::label);
        }
    }

    public Finding {
        Objects.requireNonNull(severity);
        args = List.copyOf(args);
        if (code.placed != place.isPresent()) {
            throw new IllegalArgumentException(code + " and its place do not fit");
        }
    }

    /** A finding about the whole contact. */
    public static Finding whole(Code code, Severity severity, Object... args) {
        return new Finding(code, severity, Optional.empty(), List.of(args));
    }

    /** A finding about one part of one value. */
    public static Finding at(Code code, Severity severity, SubField part, int item, Object... args) {
        return new Finding(code, severity, Optional.of(new Place(part.field(), item, Optional.of(part))), List.of(args));
    }

    /** A finding about a field as a whole. */
    public static Finding at(Code code, Severity severity, PersonField field, Object... args) {
        return new Finding(code, severity, Optional.of(new Place(field, 0, Optional.empty())), List.of(args));
    }

    /** Whether it stands in the way of sending. */
    public boolean blocks() {
        return severity == Severity.ERROR;
    }

    /** What is wrong, for people, in the default locale. */
    public String sentence() {
        Object[] words = new Object[args.size() + 1];
        words[0] = place.map(Place::label).orElse("");
        for (int i = 0; i < args.size(); i++) {
            words[i + 1] = args.get(i) instanceof String s ? quoted(s) : args.get(i);
        }
        return Texts.of(Finding.class).get("finding." + code, words);
    }

    private static String quoted(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED ? line : line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
