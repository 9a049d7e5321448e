package org.muster.ui.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.contacts.Contact;

/**
 * Every row of the account at one moment. Immutable.
 *
 * @param list in the book's order
 * @param byName by resource name
 * @param labelCounts how many contacts carry each label, by the label's resource name
 */
record Rows(List<ContactRow> list, Map<String, ContactRow> byName, Map<String, Integer> labelCounts) {
    static final Rows NONE = new Rows(List.of(), Map.of(), Map.of());

    /** The rows of {@code contacts}; those that did not change are the same objects as before. */
    Rows next(List<Contact> contacts, LabelNames labels) {
        List<ContactRow> next = new ArrayList<>(contacts.size());
        Map<String, ContactRow> names = HashMap.newHashMap(contacts.size());
        Map<String, Integer> counts = new HashMap<>();
        for (Contact contact : contacts) {
            ContactRow before = byName.get(contact.resourceName());
            ContactRow row = before != null && before.madeFrom(contact, labels) ? before : new ContactRow(contact, labels);
            next.add(row);
            names.put(row.resourceName(), row);
            contact.labels().forEach(label -> counts.merge(label, 1, Integer::sum));
        }
        return new Rows(next, names, counts);
    }
}
