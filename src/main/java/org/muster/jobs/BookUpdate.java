package org.muster.jobs;

import java.util.ArrayList;
import java.util.List;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;

/** Gathers what one answer says, so that the book and those who watch it hear of it once. */
final class BookUpdate {
    private final List<Contact> fresh = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private boolean reloadNeeded;

    void fresh(Contact contact) {
        fresh.add(contact);
    }

    void removed(String resourceName) {
        removed.add(resourceName);
    }

    /** Something is there now which only a listing can show. */
    void reloadNeeded() {
        reloadNeeded = true;
    }

    boolean isReloadNeeded() {
        return reloadNeeded;
    }

    void applyTo(ContactBook book) {
        if (!fresh.isEmpty() || !removed.isEmpty()) {
            book.apply(fresh, removed);
        }
    }
}
