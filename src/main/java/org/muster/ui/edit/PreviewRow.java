package org.muster.ui.edit;

import org.muster.changes.Change;
import org.muster.changes.FieldDiff;

/** One line of a preview: what happens to one field of one contact. */
record PreviewRow(Change.Update update, FieldDiff diff) {
    String resourceName() {
        return update.before().resourceName();
    }

    boolean clears() {
        return diff.kind() == FieldDiff.Kind.CLEARED;
    }
}
