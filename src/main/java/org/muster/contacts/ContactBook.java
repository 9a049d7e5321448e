package org.muster.contacts;

import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** The name of each contact by the id of its own source, which stays the same when Google gives the contact another name. */
    private final Map<String, String> nameOfSource = new HashMap<>();
    /** What contacts were called before, and are called now. */
    private final Map<String, String> renamed = new HashMap<>();
    private final List<Listing> listings = new ArrayList<>();
    private final List<Consumer<BookChange>> listeners = new CopyOnWriteArrayList<>();

    /**
     * A reading of all contacts that takes its time. What the book hears of meanwhile, from a job that is at work, is newer than what was read before it:
     * it is not forgotten when the listing takes the book's place.
     */
    public final class Listing implements AutoCloseable {
        private final Map<String, Contact> fresh = new LinkedHashMap<>();
        private final Set<String> removed = new HashSet<>();

        private Listing() {}

        /** Replaces everything but what the book has heard of since the listing began. */
        public void replaceAll(Collection<Contact> all) {
            synchronized (lock) {
                ContactBook.this.fill(all.stream().filter(c -> !removed.contains(c.resourceName())).toList());
                fresh.values().forEach(contact -> take(contact, new ArrayList<>()));
            }
            tell(new BookChange(List.of(), List.of(), true));
        }

        private void heard(Collection<Contact> upserted, Collection<String> gone) {
            gone.forEach(fresh::remove);
            removed.addAll(gone);
            upserted.forEach(contact -> {
                removed.remove(contact.resourceName());
                fresh.put(contact.resourceName(), contact);
            });
        }

        /** Ends it, whether or not it has come to its end. */
        @Override
        public void close() {
            synchronized (lock) {
                listings.remove(this);
            }
        }
    }

    /** Begins to read all contacts: take it before the first request. */
    public Listing listing() {
        Listing listing = new Listing();
        synchronized (lock) {
            listings.add(listing);
        }
        return listing;
    }

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

    /** The contact of this name, which may be one it had before: then it is called something else now. */
    public Optional<Contact> find(String resourceName) {
        synchronized (lock) {
            return Optional.ofNullable(contacts.get(nameNow(resourceName)));
        }
    }

    private String nameNow(String name) {
        return contacts.containsKey(name) ? name : renamed.getOrDefault(name, name);
    }

    /** Replaces everything. */
    public void replaceAll(Collection<Contact> all) {
        synchronized (lock) {
            fill(all);
        }
        tell(new BookChange(List.of(), List.of(), true));
    }

    private void fill(Collection<Contact> all) {
        contacts.clear();
        nameOfSource.clear();
        all.forEach(this::put);
    }

    /**
     * Takes in fresh answers. A contact already here is merged: fields the answer does not carry stay as they were. One that comes under another
     * name than before, because it was linked to a profile, takes the place of the one it was.
     *
     * @param fresh newer contacts
     * @param removed resource names that are gone, also former ones; unknown ones are no matter
     */
    public void apply(Collection<Contact> fresh, Collection<String> removed) {
        List<Contact> upserted = new ArrayList<>(fresh.size());
        List<String> gone = new ArrayList<>(removed);
        synchronized (lock) {
            for (String name : removed) {
                String now = nameNow(name);
                contacts.remove(now);
                if (!now.equals(name)) {
                    gone.add(now);
                }
            }
            fresh.forEach(contact -> upserted.add(take(contact, gone)));
            listings.forEach(listing -> listing.heard(fresh, gone));
        }
        tell(new BookChange(List.copyOf(upserted), List.copyOf(gone), false));
    }

    /** @return the contact as the book holds it now */
    private Contact take(Contact contact, List<String> gone) {
        String name = contact.resourceName();
        Contact before = contacts.get(name);
        String former = formerName(contact);
        if (former != null) {
            Contact as = contacts.remove(former);
            before = before == null ? as : before;
            renamed.replaceAll((old, now) -> now.equals(former) ? name : now);
            renamed.put(former, name);
            gone.add(former);
        }
        Contact now = before == null ? contact : before.mergedWith(contact);
        put(now);
        return now;
    }

    private void put(Contact contact) {
        contacts.put(contact.resourceName(), contact);
        contact.contactSource().map(Source::getId).ifPresent(id -> nameOfSource.put(id, contact.resourceName()));
    }

    /** The other name under which the book knew the contact; {@code null} when there is none. */
    private String formerName(Contact contact) {
        String known = contact.contactSource().map(Source::getId).map(nameOfSource::get).orElse(null);
        return known == null || known.equals(contact.resourceName()) ? null : known;
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
