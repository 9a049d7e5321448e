package org.muster.ui.conflict;

import com.google.api.client.json.GenericJson;
import java.util.List;
import org.muster.contacts.PersonField;

/**
 * One field of a conflict.
 *
 * @param field the field
 * @param kind who changed it
 * @param loaded the contact's own values as they were loaded
 * @param yours as the user's edit wants them; what was loaded when the edit leaves the field alone
 * @param theirs as they are on Google now
 */
record ConflictRow(PersonField field, Kind kind, List<GenericJson> loaded, List<GenericJson> yours, List<GenericJson> theirs) {
    /** Who changed a field. */
    enum Kind {
        /** Both did, differently: somebody must choose. */
        BOTH,
        /** Only the user's edit: it stands. */
        YOURS,
        /** Only somebody else: it stays as it is on Google. */
        THEIRS,
        /** Both did the same: nothing is left to do. */
        SAME
    }

    /** Whose values a field shall hold. */
    enum Side {
        YOURS,
        THEIRS
    }
}
