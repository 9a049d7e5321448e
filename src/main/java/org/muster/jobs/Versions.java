package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;

/**
 * The newest known version of the contacts of one job. A job's own answers come first; then the book, which an earlier job may have brought further
 * than when this one was put together, as long as it says the same under the mask; then the contact as the change knew it.
 */
final class Versions {
    private final ContactBook book;
    private final Map<String, Contact> newest = new HashMap<>();
    /** Where the newest answer tells fewer fields than were known: all that is known, without a version. */
    private final Map<String, Contact> remembered = new HashMap<>();

    /** The fields of each contact that this job has written itself. */
    private final Map<String, FieldMask> written = new HashMap<>();

    /** Contacts this job has deleted: reads that lag behind may still show them. */
    private final Set<String> gone = new HashSet<>();
    /** What contacts are called now that this job has brought back. */
    private final Map<String, String> back = new HashMap<>();

    Versions(ContactBook book) {
        this.book = book;
    }

    /** The contact as it is now, as far as is known. Its etag may be missing: then it must be read before it is sent. */
    Contact current(Change.Update update) {
        Contact before = update.before();
        Contact own = newest.get(before.resourceName());
        if (own != null) {
            Contact most = own.loaded().containsAll(update.mask()) ? own : remembered.getOrDefault(before.resourceName(), own);
            FieldMask foreign = update.mask().minus(written.getOrDefault(before.resourceName(), FieldMask.none())).intersect(most.loaded());
            if (!Sameness.under(foreign, before, most)) {
                return overlaid(before, before); // somebody else has changed it: only a look tells that as it should be told
            }
            return most.loaded().containsAll(update.mask()) ? most : overlaid(before, most);
        }
        return book.find(before.resourceName())
                .filter(known -> known != before && known.loaded().containsAll(update.mask()) && Sameness.under(update.mask(), before, known))
                .orElse(before);
    }

    /**
     * What was known of the contact, with what a newer answer says of some fields. The others were not read under the newer version, so that
     * they must be read before they may be replaced: hence no etag.
     */
    static Contact overlaid(Contact before, Contact now) {
        Person person = before.copy();
        Person known = now.copy();
        now.loaded().fields().forEach(field -> person.set(field.path(), known.get(field.path())));
        person.setResourceName(known.getResourceName()).setEtag(null);
        if (person.getMetadata() != null && person.getMetadata().getSources() != null) {
            person.getMetadata().getSources().forEach(source -> source.setEtag(null));
        }
        return new Contact(person, before.loaded().union(now.loaded()));
    }

    /** The job has written these fields of the contact that was {@code before} when it began. */
    void wrote(Contact before, FieldMask mask) {
        written.merge(before.resourceName(), mask, FieldMask::union);
    }

    /** What the contact is called now: its name may change when it is linked to a profile. */
    String nameOf(Contact before) {
        return answered(before).resourceName();
    }

    /** The contact as it was answered last, to whichever job. */
    Contact answered(Contact before) {
        return Optional.ofNullable(newest.get(before.resourceName())).or(() -> book.find(before.resourceName())).orElse(before);
    }

    /** The contact once called {@code formerly} is there again, under another name. */
    void back(String formerly, String now) {
        back.put(formerly, now);
    }

    /** What a contact is called that this job has brought back. */
    Optional<String> nameOfBack(String formerly) {
        return Optional.ofNullable(back.get(formerly));
    }

    /** The contact that was {@code before} when the job began has been deleted by it. */
    void gone(Contact before) {
        gone.add(before.resourceName());
    }

    boolean isGone(Contact before) {
        return gone.contains(before.resourceName());
    }

    /** A newer version of the contact that was {@code before} when the job began. */
    void newer(Contact before, Contact now) {
        String name = before.resourceName();
        Contact known = remembered.getOrDefault(name, newest.getOrDefault(name, before));
        if (now.loaded().containsAll(known.loaded())) {
            remembered.remove(name);
        } else {
            remembered.put(name, overlaid(known, now));
        }
        newest.put(name, now);
    }
}
