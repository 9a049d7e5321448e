package org.muster.exchange;

import com.google.api.services.people.v1.model.Person;
import java.util.List;
import java.util.Map;
import org.muster.changes.Finding;
import org.muster.contacts.PersonField;

/**
 * A row as a contact to be made.
 *
 * @param person the contact; it belongs to whoever asked for it
 * @param findings what could not be turned into a value, with where it stands in the grid
 * @param origins for each field, the columns each of its values came from
 */
record Draft(Person person, List<CellFinding> findings, Map<PersonField, List<List<Integer>>> origins) {
    /** The columns the value came from; empty when it came from none. */
    List<Integer> columnsOf(PersonField field, int item) {
        List<List<Integer>> all = origins.getOrDefault(field, List.of());
        return item < all.size() ? all.get(item) : List.of();
    }

    /**
     * A finding and the cell it is about.
     *
     * @param column the column, from 0; -1 for the whole row
     */
    record CellFinding(Finding finding, int column) {}
}
