package org.muster.ui.mask;

import java.util.List;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.ui.workspace.Workspace;

/** Masks that are one click away. */
enum Preset {
    EVERYDAY,
    EVERYTHING,
    EDITABLE,
    ONLY_NAMES,
    CHANGED,
    NOTHING;

    static List<Preset> of(Mode mode) {
        return switch (mode) {
            case READ -> List.of(EVERYDAY, EVERYTHING, EDITABLE, ONLY_NAMES);
            case READ_BACK -> List.of(EVERYDAY, EVERYTHING, ONLY_NAMES, NOTHING);
            case OVERWRITE -> List.of(CHANGED, NOTHING);
        };
    }

    /** The fields it means. {@code changed} are those an edit changes. */
    FieldMask mask(FieldMask changed) {
        return switch (this) {
            case EVERYDAY -> Workspace.DEFAULT_MASK;
            case EVERYTHING -> FieldMask.all();
            case EDITABLE -> FieldMask.writable();
            case ONLY_NAMES -> FieldMask.of(PersonField.NAMES);
            case CHANGED -> changed;
            case NOTHING -> FieldMask.none();
        };
    }
}
