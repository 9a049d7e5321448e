package org.muster.ui.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the table shows at one moment. Immutable.
 *
 * @param filter who is shown
 * @param sort in which order
 * @param matched the rows shown
 * @param rows every row of the account
 */
public record View(Filter filter, List<SortKey> sort, List<ContactRow> matched, Rows rows) {
    static final View EMPTY = new View(Filter.NONE, List.of(), List.of(), Rows.NONE);

    /** Contacts in the account. */
    public int total() {
        return rows.list().size();
    }

    /** How many contacts carry each label, by the label's resource name. */
    public Map<String, Integer> labelCounts() {
        return rows.labelCounts();
    }

    /** The same object: whoever watches views compares each with the one before, and that must not take a walk over every contact. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Whether a contact is among the rows shown. */
    boolean shows(String resourceName) {
        return row(resourceName).filter(filter::matches).isPresent();
    }

    Optional<ContactRow> row(String resourceName) {
        return Optional.ofNullable(rows.byName().get(resourceName));
    }
}
