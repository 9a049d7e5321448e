package org.muster.changes;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Photo;
import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;

/**
 * Brings contacts back to what they were in a backup. One that is gone is made again, as a whole; one that is there gets back the chosen fields that differ. Whoever
 * is not in the backup is not touched. A field that was empty then is emptied only if that is wished for: absence is not read as deletion.
 */
public final class Restore {
    /** How a contact of the backup compares with the account. */
    public enum Kind {
        /** It is not there any more. */
        GONE,
        /** It is there, and a chosen field differs. */
        DIFFERENT,
        /** It is there, and no chosen field differs. */
        SAME,
        /** A job that has not ended is about to bring it back, or may have: it is left alone until that is known. */
        COMING
    }

    /**
     * What is to be brought back.
     *
     * @param fields of contacts that are there; only those that can be written count
     * @param emptyToo whether fields that were empty then shall be empty again
     * @param origin where it comes from, for people
     */
    public record Wish(FieldMask fields, boolean emptyToo, String origin) {}

    /**
     * One contact of the backup.
     *
     * @param then as it was
     * @param now as it is, if it is there
     * @param change what would bring it back, if it is gone or different
     * @param kept chosen fields that hold something now, held nothing then, and are left as they are
     */
    public record Found(Kind kind, Contact then, Optional<Contact> now, Optional<Change> change, FieldMask kept) {}

    private final Map<String, Contact> byName = new HashMap<>();
    private final Map<String, Contact> bySource = new HashMap<>();
    private final Map<String, Contact> byFormerName = new HashMap<>();
    private final LabelsThen labels;
    private final Returns returns;
    private final boolean ofAnother;

    /**
     * @param now all contacts of the account as they were just read, with all fields that may be chosen, client data and metadata
     * @param labels the labels
     * @param returns what is known of contacts that were brought back before
     */
    public Restore(List<Contact> now, LabelsThen labels, Returns returns) {
        this.labels = labels;
        this.returns = returns;
        this.ofAnother = false;
        for (Contact contact : now) {
            byName.put(contact.resourceName(), contact);
            sourceId(contact).ifPresent(id -> bySource.put(id, contact));
            Marker.in(contact.items(PersonField.CLIENT_DATA)).stream().map(returns.markers()::get).filter(Objects::nonNull).forEach(former -> byFormerName.put(former, contact));
        }
    }

    private Restore(LabelsThen labels) {
        this.labels = labels;
        this.returns = Returns.NONE;
        this.ofAnother = true;
    }

    /**
     * For a backup of another account. Names and ids mean nothing across accounts: what is called the same here is somebody else. So everybody is gone, and comes as
     * someone new.
     *
     * @param labels see {@link LabelsThen#ofAnother}
     */
    public static Restore ofAnother(LabelsThen labels) {
        return new Restore(labels);
    }

    private static Optional<String> sourceId(Contact contact) {
        return contact.contactSource().map(Source::getId);
    }

    /** Whether the contact had a photo of its own then, which no backup brings back: only where it was is known, not what it showed. */
    public static boolean photo(Contact then) {
        return then.items(PersonField.PHOTOS).stream().anyMatch(item -> item instanceof Photo photo && !Boolean.TRUE.equals(photo.getDefault()) && Contact.own(item));
    }

    /** Looks at a contact of the backup. */
    public Found look(Contact then, Wish wish) {
        if (ofAnother) {
            return new Found(Kind.GONE, then, Optional.empty(), Optional.of(new Change.Create(draft(then), wish.origin())), FieldMask.none());
        }
        Optional<Contact> now = now(then);
        if (now.isEmpty()) {
            List<String> names = names(then);
            return names.stream().anyMatch(returns::coming)
                    ? new Found(Kind.COMING, then, now, Optional.empty(), FieldMask.none())
                    : new Found(Kind.GONE, then, now, Optional.of(new Change.Create(draft(then), wish.origin(), names.getLast())), FieldMask.none());
        }
        return different(then, now.get(), wish);
    }

    /** Every name it had, the last by which it came back or was deleted last: the name it has in the backup may be one that no job has heard of. */
    private List<String> names(Contact then) {
        List<String> byName = returns.since(then.resourceName());
        List<String> byId = sourceId(then).map(returns.deleted()::get).map(returns::since).orElse(List.of());
        return Stream.concat(byName.size() > 1 ? byId.stream() : byName.stream(), byName.size() > 1 ? byName.stream() : byId.stream()).distinct().toList();
    }

    /** By its name; by its own source, which stays when Google gives it another name; by what it was called when it came back. */
    private Optional<Contact> now(Contact then) {
        List<String> names = names(then);
        return names.stream().map(byName::get).filter(found -> found != null).findFirst()
                .or(() -> sourceId(then).map(bySource::get))
                .or(() -> names.stream().map(byFormerName::get).filter(found -> found != null).findFirst());
    }

    /** Marks of jobs that made it go along: none of them is sent, but one of these jobs may not know yet that it did, and then the journal can tell. */
    private Person draft(Contact then) {
        Person draft = new Person();
        for (PersonField field : FieldMask.writable().intersect(then.loaded()).fields()) {
            List<GenericJson> items = restorable(field, then);
            then.ownItems(field).stream().filter(Marker::is).map(mark -> Parts.copy(field, mark)).forEach(items::add);
            if (!items.isEmpty()) {
                draft.set(field.path(), items);
            }
        }
        return draft;
    }

    private Found different(Contact then, Contact now, Wish wish) {
        Set<PersonField> changed = EnumSet.noneOf(PersonField.class);
        Set<PersonField> kept = EnumSet.noneOf(PersonField.class);
        Person after = new Person().setResourceName(now.resourceName()).setEtag(now.etag());
        for (PersonField field : FieldMask.writable().intersect(wish.fields()).intersect(then.loaded()).intersect(now.loaded()).fields()) {
            List<GenericJson> items = restorable(field, then);
            List<GenericJson> own = now.ownItems(field);
            if (Values.same(field, own.stream().filter(item -> comesBack(field, item)).toList(), items)) {
                continue;
            }
            if (items.isEmpty() && !wish.emptyToo()) {
                kept.add(field);
                continue;
            }
            List<GenericJson> all = Stream.concat(items.stream(), own.stream().filter(item -> staysAsItIs(field, item))).toList();
            after.set(field.path(), all.isEmpty() ? null : new ArrayList<>(all));
            changed.add(field);
        }
        Optional<Change> change = changed.isEmpty() ? Optional.empty() : Optional.of(new Change.Update(now, after, FieldMask.of(changed)));
        return new Found(change.isPresent() ? Kind.DIFFERENT : Kind.SAME, then, Optional.of(now), change, FieldMask.of(kept));
    }

    /** What can be written of a field as it was: without what Google adds, labels as they are now. */
    private List<GenericJson> restorable(PersonField field, Contact then) {
        List<GenericJson> items = new ArrayList<>();
        for (GenericJson item : then.ownItems(field)) {
            if (item instanceof Membership membership) {
                labelOf(membership).flatMap(labels::now).map(label -> new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(label))).ifPresent(items::add);
            } else if (comesBack(field, item)) {
                items.add(Parts.copy(field, item));
            }
        }
        return items;
    }

    private static Optional<String> labelOf(Membership membership) {
        return Optional.ofNullable(membership.getContactGroupMembership()).map(ContactGroupMembership::getContactGroupResourceName);
    }

    /** Whether a value is one that a backup could bring back: no marker of a job, no label that contacts cannot be given. */
    private boolean comesBack(PersonField field, GenericJson item) {
        return field == PersonField.MEMBERSHIPS ? item instanceof Membership membership && labelOf(membership).flatMap(labels::now).isPresent() : !Marker.is(item);
    }

    /** Whether a value that is there is sent along as it is: one that is no business of a backup, and would be lost otherwise. */
    private boolean staysAsItIs(PersonField field, GenericJson item) {
        return !comesBack(field, item) && !(item instanceof Membership membership && labelOf(membership).isEmpty());
    }
}
