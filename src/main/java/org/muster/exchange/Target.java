package org.muster.exchange;

import java.util.Objects;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.texts.Texts;

/** Where the cells of a column go. */
public sealed interface Target {
    /** What people read above the column; {@code header} is what the file calls it. */
    String title(String header);

    /**
     * Into a part of a contact.
     *
     * @param field the field
     * @param part the part of one of its values
     * @param index which value, from 0; columns of the same field and index make one value together
     * @param type the value's type, protocol or key when the column itself says it ("Home Phone"); empty when it says none
     */
    record MapsTo(PersonField field, SubField part, int index, String type) implements Target {
        public MapsTo {
            Objects.requireNonNull(type);
            if (!part.fieldPath().equals(field.path())) {
                throw new IllegalArgumentException(part.path() + " is no part of " + field.path());
            }
        }

        /**
         * Into the main part of a field's first value.
         *
         * @param field a writable field
         */
        public static MapsTo main(PersonField field) {
            return new MapsTo(field, field.mainSubField(), 0, "");
        }

        @Override
        public String title(String header) {
            Texts texts = Texts.of(Target.class);
            // a cell holds all labels of a contact
            String name = field == PersonField.MEMBERSHIPS ? field.label() : HeaderTable.describes(part) ? texts.get("column.described", field.label(), field.label(part)) : field.label(part);
            if (!type.isEmpty()) {
                return texts.get("column.typed", name, type);
            }
            return index == 0 ? name : texts.get("column.numbered", name, index + 1);
        }
    }

    /** Nobody knows, and nobody has decided yet. The cells are not sent, and the window says so. */
    record Unknown() implements Target {
        @Override
        public String title(String header) {
            return header;
        }
    }

    /** Left out, because somebody said so or because there is nothing in it. */
    record Ignored() implements Target {
        @Override
        public String title(String header) {
            return header;
        }
    }

    /**
     * Kept as custom fields ({@code userDefined}).
     *
     * @param key the custom field's name
     */
    record AsCustomField(String key) implements Target {
        public AsCustomField {
            Objects.requireNonNull(key);
        }

        @Override
        public String title(String header) {
            return key;
        }
    }
}
