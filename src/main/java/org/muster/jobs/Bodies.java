package org.muster.jobs;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ClientData;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.changes.Marker;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.FreeForm;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.json.Members;

/**
 * Makes the persons that go over the wire. Only what can be written is sent: the contact's own values, their writable parts, and of
 * their metadata nothing but which one the user prefers; sources within values go stale and values of a profile would come back doubled. A
 * free-form name or address is left out beside structured parts, since Google derives it and a stale one would contradict them.
 */
final class Bodies {
    private Bodies() {}

    /** A contact to be made, with the marker {@code marker} instead of any it was carrying from an earlier job. */
    static Person create(Change.Create create, String marker) {
        Person body = new Person();
        for (PersonField field : FieldMask.writable().fields()) {
            List<GenericJson> items = written(field, Contact.items(create.draft(), field), !create.formerly().isEmpty());
            if (!items.isEmpty()) {
                Members.set(body, field.path(), items);
            }
        }
        List<ClientData> data = new ArrayList<>();
        if (body.getClientData() != null) {
            body.getClientData().stream().filter(d -> !Marker.is(d)).forEach(data::add);
        }
        data.add(new ClientData().setKey(Marker.KEY).setValue(marker));
        return body.setClientData(data);
    }

    /**
     * A contact to be changed: the masked fields as they shall be, under the version that is to be replaced.
     *
     * @param current the contact as it was last read; has an etag
     * @param asItWas whether what is written was there before, and nobody has edited it
     */
    static Person update(Change.Update update, Contact current, boolean asItWas) {
        Person body = new Person().setResourceName(current.resourceName()).setEtag(current.etag());
        current.contactSource().ifPresent(source -> body.setMetadata(new PersonMetadata().setSources(List.of(version(source)))));
        for (PersonField field : update.mask().fields()) {
            List<GenericJson> items = written(field, Contact.items(update.after(), field), asItWas);
            if (!items.isEmpty()) {
                Members.set(body, field.path(), items);
            }
        }
        return body;
    }

    /** Whether a contact to be made holds anything of its own beside a marker. */
    static boolean saysSomething(Change.Create create) {
        return FieldMask.writable().fields().stream().flatMap(field -> written(field, Contact.items(create.draft(), field)).stream())
                .anyMatch(item -> !Marker.is(item));
    }

    private static Source version(Source source) {
        return new Source().setType(source.getType()).setId(source.getId()).setEtag(source.getEtag());
    }

    /** The values of {@code field} as they are sent. */
    static List<GenericJson> written(PersonField field, List<GenericJson> items) {
        return written(field, items, false);
    }

    /** @param asItWas whether they come back as they were: then an address's free form, which its user may have written, fits its parts */
    private static List<GenericJson> written(PersonField field, List<GenericJson> items, boolean asItWas) {
        List<GenericJson> written = new ArrayList<>(items.size());
        for (GenericJson item : items) {
            if (Contact.own(item)) {
                written(field, item, asItWas && field == PersonField.ADDRESSES).ifPresent(written::add);
            }
        }
        return written;
    }

    private static Optional<GenericJson> written(PersonField field, GenericJson item, boolean asItWas) {
        if (item instanceof Membership membership) {
            return Optional.ofNullable(membership.getContactGroupMembership()).map(ContactGroupMembership::getContactGroupResourceName).filter(Objects::nonNull)
                    .map(name -> new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(name)));
        }
        GenericJson copy = field.newItem();
        String derived = FreeForm.of(field).filter(form -> !asItWas && form.repeats(item)).map(FreeForm::text).orElse("");
        for (SubField part : field.subFields()) {
            Object value = Members.get(item, part.name());
            if (value != null && !part.name().equals(derived)) {
                Members.set(copy, part.name(), value);
            }
        }
        if (Members.get(item, "metadata") instanceof FieldMetadata metadata && Boolean.TRUE.equals(metadata.getSourcePrimary())) {
            Members.set(copy, "metadata", new FieldMetadata().setSourcePrimary(true));
        }
        return Optional.of(copy);
    }

    /** Whether {@code item} has no free form, or one that only repeats its other parts and which Google then derives. */
    static boolean structured(PersonField field, GenericJson item) {
        return FreeForm.of(field).map(form -> Members.get(item, form.text()) == null || form.repeats(item)).orElse(true);
    }
}
