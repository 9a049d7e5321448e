package org.muster.ui.edit;

import java.util.List;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;

/** What was read of many contacts together. Most share one mask, so this costs little. */
final class LoadedFields {
    private LoadedFields() {}

    /** Fields read of every contact. */
    static FieldMask ofAll(List<Contact> contacts) {
        FieldMask all = FieldMask.all();
        for (Contact contact : contacts) {
            if (!contact.loaded().containsAll(all)) {
                all = all.intersect(contact.loaded());
            }
        }
        return all;
    }

    /** Fields read of any contact. */
    static FieldMask ofAny(List<Contact> contacts) {
        FieldMask any = FieldMask.none();
        for (Contact contact : contacts) {
            if (!any.containsAll(contact.loaded())) {
                any = any.union(contact.loaded());
            }
        }
        return any;
    }
}
