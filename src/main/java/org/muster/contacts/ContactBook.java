package org.muster.contacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The contacts of one account as Muster knows them. It is filled by a listing and from then on kept up to date by the answers of
 * jobs. Safe for use by several threads; listeners are called on the thread that changed the book, outside its lock, in order.
 */
public final class ContactBook {
    /**
     * What just became different.
     *
     * @param upserted contacts that are new or newer, complete as the book now holds them
     * @param removed resource names that are gone
     * @param reset whether the whole book was replaced; then the other two are empty
     */
    public record BookChange(List<Contact> upserted, List<String> removed, boolean reset) {}

    private final Object lock = new Object();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final List<Consumer<BookChange>> listeners = new CopyOnWriteArrayList<>();

    /** Every contact, in the order Google listed them. A copy. */
    public List<Contact> contacts() {
        synchronized (lock) {
            return List.copyOf(contacts.values());
        }
    }

    public int size() {
        synchronized (lock) {
            return contacts.size();
        }
    }

    public Optional<Contact> find(String resourceName) {
        synchronized (lock) {
            return Optional.ofNullable(contacts.get(resourceName));
        }
    }

    /** Replaces everything. */
    public void replaceAll(Collection<Contact> all) {
        synchronized (lock) {
            contacts.clear();
            all.forEach(c -> contacts.put(c.resourceName(), c));
        }
        tell(new BookChange(List.of(), List.of(), true));
    }

    /**
     * Takes in fresh answers. A contact already here is merged: fields the answer does not carry stay as they were.
     *
     * @param fresh newer contacts
     * @param removed resource names that are gone; unknown ones are no matter
     */
    public void apply(Collection<Contact> fresh, Collection<String> removed) {
        List<Contact> upserted = new ArrayList<>(fresh.size());
        synchronized (lock) {
            removed.forEach(contacts::remove);
            for (Contact contact : fresh) {
                upserted.add(contacts.merge(contact.resourceName(), contact, Contact::mergedWith));
            }
        }
        tell(new BookChange(List.copyOf(upserted), List.copyOf(removed), false));
    }

    public void addListener(Consumer<BookChange> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<BookChange> listener) {
        listeners.remove(listener);
    }

    private void tell(BookChange change) {
        listeners.forEach(l -> l.accept(change));
    }
}
