package org.muster.changes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;

/**
 * One thing to do to a contact's own values, the same for every contact. What it makes of a given contact says {@link EditPlan}. Values that come from a
 * profile are never touched, and labels are only given and taken by their own edits.
 */
public sealed interface Edit {
    /** The fields it may write, and so must have read. */
    FieldMask fields();

    /**
     * Gives the first value of the field this part; makes the value where there is none. Other values stay. A part that only describes a value, such
     * as its type, makes none.
     */
    record Set(SubField part, String value) implements Edit {
        public Set {
            requireEditable(part.field());
            if (value.isBlank() || !part.accepts(value)) {
                throw new IllegalArgumentException(part.path() + " does not take this value");
            }
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(part.field());
        }
    }

    /**
     * Gives a chosen value of the field this part, or takes it away where the text is empty. Values that say nothing in the end go, but not before all edits are done, so that
     * counting stays the same.
     */
    record SetAt(SubField part, Spot spot, String value) implements Edit {
        public SetAt {
            requireEditable(part.field());
            Objects.requireNonNull(spot);
            if (!part.accepts(value)) {
                throw new IllegalArgumentException(part.path() + " does not take this value");
            }
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(part.field());
        }
    }

    /** Which of a field's own values. */
    sealed interface Spot {
        /**
         * One by its place.
         *
         * @param number from 1; where there are fewer values, one more is made at the end
         */
        record Nth(int number) implements Spot {
            public Nth {
                if (number < 1) {
                    throw new IllegalArgumentException("places count from 1: " + number);
                }
            }
        }

        /** Every value there is. */
        record Every() implements Spot {}

        /**
         * A new one at the end.
         *
         * @param which parts set with the same number make one value together
         */
        record New(int which) implements Spot {}
    }

    /**
     * Adds one more value; not when the contact has just this one. Notes, of which there is one, get one more line.
     *
     * @param type the new value's type, or a custom field's name; empty for none
     */
    record Append(PersonField field, String value, String type) implements Edit {
        public Append {
            requireEditable(field);
            Objects.requireNonNull(type);
            if (!appendable(field)) {
                throw new IllegalArgumentException(field.path() + " holds one value only");
            }
            if (value.isBlank() || !field.mainSubField().accepts(value)) {
                throw new IllegalArgumentException(field.path() + " does not take this value");
            }
            if (!type.isEmpty() && typePart(field).filter(p -> p.accepts(type)).isEmpty()) {
                throw new IllegalArgumentException(field.path() + " does not take this type");
            }
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(field);
        }

        /** Whether values can be added: fields of many values, and notes. */
        public static boolean appendable(PersonField field) {
            return field.cardinality() == PersonField.Cardinality.MANY && field != PersonField.MEMBERSHIPS || field == PersonField.BIOGRAPHIES;
        }

        /** The part {@code type} goes to, if the field has one. */
        public static Optional<SubField> typePart(PersonField field) {
            return field.subField("type").or(() -> field.subField("key"));
        }
    }

    /**
     * Takes the marks away by which jobs find contacts they have made. They are of use only as long as the job that made the contact has not ended.
     *
     * @see Marker
     */
    record RemoveMarkers() implements Edit {
        @Override
        public FieldMask fields() {
            return FieldMask.of(PersonField.CLIENT_DATA);
        }
    }

    /** Takes every value of the field away. Of labels, it leaves "My contacts", since Google keeps no contact without one. */
    record Clear(PersonField field) implements Edit {
        public Clear {
            if (!field.writable()) {
                throw new IllegalArgumentException(field.path() + " is written by Google alone");
            }
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(field);
        }
    }

    /** Takes one part of every value of the field away; values that say nothing without it go. */
    record ClearPart(SubField part) implements Edit {
        public ClearPart {
            requireEditable(part.field());
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(part.field());
        }
    }

    /**
     * Finds and replaces text in every value. A part left empty goes, as does a value that says nothing without it. When several parts are given, a
     * free-form one (a whole name or address in one text) is only looked into where it stands alone.
     *
     * @param parts where to look: only parts of text
     */
    record Replace(List<SubField> parts, TextPattern pattern) implements Edit {
        public Replace {
            parts = List.copyOf(parts);
            Objects.requireNonNull(pattern);
            for (SubField part : parts) {
                requireEditable(part.field());
                if (!searchable(part)) {
                    throw new IllegalArgumentException(part.path() + " is no text");
                }
            }
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(parts.stream().map(SubField::field).distinct().toList());
        }

        /** Whether a part holds text one can look into: not dates, numbers, choices or labels. */
        public static boolean searchable(SubField part) {
            return switch (part.kind()) {
                case TEXT, LONG_TEXT, TYPE -> part.field().writable();
                case CHOICE, DATE, FLAG, NUMBER, LABEL -> false;
            };
        }

        /** Every searchable part of a field. */
        public static List<SubField> partsOf(PersonField field) {
            return field.subFields().stream().filter(Replace::searchable).filter(p -> p.kind() != SubFieldKind.TYPE || p.equals(field.mainSubField())).toList();
        }
    }

    /** Gives a label. */
    record AddLabel(String label) implements Edit {
        public AddLabel {
            requireLabel(label);
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(PersonField.MEMBERSHIPS);
        }
    }

    /** Takes a label away. A contact that would be left with none falls back to "My contacts" (Google keeps no contact without a label). */
    record RemoveLabel(String label) implements Edit {
        public RemoveLabel {
            requireLabel(label);
        }

        @Override
        public FieldMask fields() {
            return FieldMask.of(PersonField.MEMBERSHIPS);
        }
    }

    private static void requireEditable(PersonField field) {
        if (!field.writable() || field == PersonField.MEMBERSHIPS) {
            throw new IllegalArgumentException(field.path() + " is not edited this way");
        }
    }

    private static void requireLabel(String label) {
        if (!label.startsWith("contactGroups/")) {
            throw new IllegalArgumentException("not a label's resource name: " + label);
        }
    }
}
