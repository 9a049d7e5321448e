package org.muster.ui.edit;

import java.util.List;
import org.muster.changes.Edit;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/** What a step of an edit does. */
public enum StepKind {
    SET,
    APPEND,
    CLEAR,
    REPLACE,
    ADD_LABEL,
    REMOVE_LABEL,
    REMOVE_MARKERS;

    /** The fields such a step can be done to. */
    List<PersonField> fields() {
        return FieldMask.writable().fields().stream()
                .filter(f -> switch (this) {
                    case SET -> f != PersonField.MEMBERSHIPS;
                    case APPEND -> Edit.Append.appendable(f);
                    case CLEAR -> true;
                    case REPLACE -> !Edit.Replace.partsOf(f).isEmpty();
                    case ADD_LABEL, REMOVE_LABEL, REMOVE_MARKERS -> false;
                })
                .toList();
    }

    /** The parts of a field such a step can be done to. */
    List<SubField> parts(PersonField field) {
        return switch (this) {
            case SET -> field.subFields();
            case CLEAR -> field == PersonField.MEMBERSHIPS ? List.of() : field.subFields();
            case REPLACE -> Edit.Replace.partsOf(field);
            case APPEND, ADD_LABEL, REMOVE_LABEL, REMOVE_MARKERS -> List.of();
        };
    }

    /** Whether it may be done to the whole field instead of one part. */
    boolean wholeField() {
        return this == CLEAR || this == REPLACE;
    }

    /** Whether it is about a field to be chosen. */
    boolean ofField() {
        return !ofLabel() && this != REMOVE_MARKERS;
    }

    /** Whether it takes something away and puts nothing in its place. */
    boolean takes() {
        return this == CLEAR || this == REMOVE_LABEL;
    }

    /** Whether it is about a label. */
    boolean ofLabel() {
        return this == ADD_LABEL || this == REMOVE_LABEL;
    }
}
