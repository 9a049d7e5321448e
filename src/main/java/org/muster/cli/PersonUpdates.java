package org.muster.cli;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.Parts;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;

/**
 * Persons of a file as they shall be, under a mask. A field that a person of the file does not have is left alone, since absence is never read as deletion; an empty list empties it.
 *
 * @param rows the persons
 * @param needs the mask
 */
record PersonUpdates(List<PersonFile.Row> rows, FieldMask needs) implements FileUpdates {
    @Override
    public List<Change.Update> updates(Loaded account, Meant.Finder finder) {
        List<Change.Update> updates = new ArrayList<>();
        rows.forEach(row -> finder.find(row).flatMap(before -> update(before, row.person())).ifPresent(updates::add));
        return updates;
    }

    private Optional<Change.Update> update(Contact before, Person wanted) {
        Person after = new Person();
        Set<PersonField> changed = EnumSet.noneOf(PersonField.class);
        for (PersonField field : needs.fields()) {
            if (wanted.get(field.path()) != null) {
                List<GenericJson> items = own(wanted, field);
                if (!Values.same(field, before.ownItems(field).stream().filter(i -> written(field, i)).toList(), items)) {
                    changed.add(field);
                    after.set(field.path(), items.isEmpty() ? null : items);
                }
            }
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Change.Update(before, after.setResourceName(before.resourceName()).setEtag(before.etag()), FieldMask.of(changed)));
    }

    /** What can be written of a field's values, without those of a profile. */
    static List<GenericJson> own(Person person, PersonField field) {
        return Contact.items(person, field).stream().filter(Contact::own).filter(item -> written(field, item)).map(item -> Parts.copy(field, item)).toList();
    }

    private static boolean written(PersonField field, GenericJson item) {
        return field != PersonField.MEMBERSHIPS || item.get("contactGroupMembership") != null;
    }
}
