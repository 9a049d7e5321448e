package org.muster.ui.edit;

import java.util.List;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.changes.Finding;
import org.muster.changes.MassChange;

/**
 * One line of a preview: what happens to one field of one contact.
 *
 * @param findings what is not as it should be afterwards with this field or the whole contact
 */
record PreviewRow(Change.Update update, FieldDiff diff, List<Finding> findings) {
    String resourceName() {
        return update.before().resourceName();
    }

    /** Whether somebody should look at it before it is sent. */
    boolean toCheck() {
        return !findings.isEmpty();
    }

    /** Whether Google would not take it. */
    boolean refused() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    /** Whether a field that says something is left empty. */
    boolean clears() {
        return MassChange.empties(diff);
    }
}
