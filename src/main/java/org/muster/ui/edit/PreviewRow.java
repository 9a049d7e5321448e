package org.muster.ui.edit;

import java.util.List;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.changes.Finding;

/**
 * One line of a preview: what happens to one field of one contact.
 *
 * @param limits limits of Google's the contact would be over, if it is this field's or the whole contact's; then it would be refused
 */
record PreviewRow(Change.Update update, FieldDiff diff, List<Finding> limits) {
    String resourceName() {
        return update.before().resourceName();
    }

    /** Whether Google would not take it. */
    boolean tooLong() {
        return !limits.isEmpty();
    }

    boolean clears() {
        return diff.kind() == FieldDiff.Kind.CLEARED;
    }
}
