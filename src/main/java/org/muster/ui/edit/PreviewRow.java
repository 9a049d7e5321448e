package org.muster.ui.edit;

import java.util.List;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.changes.Finding;
import org.muster.changes.Marker;
import org.muster.contacts.PersonField;

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

    /** Whether it takes away nothing but Muster's own marks, in which nothing is lost. */
    boolean marks() {
        return marks(diff);
    }

    /** The same of any diff. */
    static boolean marks(FieldDiff diff) {
        return diff.field() == PersonField.CLIENT_DATA && diff.kind() == FieldDiff.Kind.CLEARED && diff.before().stream().allMatch(Marker::is);
    }

    /** Whether a field that says something is left empty. */
    boolean clears() {
        return diff.kind() == FieldDiff.Kind.CLEARED && !marks();
    }
}
