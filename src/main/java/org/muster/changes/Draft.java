package org.muster.changes;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/**
 * One contact under edit: copies of the own values of the fields that were touched, and nothing else. A copy carries what can be written and leaves
 * behind what Google adds (metadata, display names, formatted types).
 */
final class Draft {
    private final Contact contact;
    private final Map<PersonField, List<GenericJson>> touched = new EnumMap<>(PersonField.class);
    /** Values that are new, by field and number; see {@link Edit.Spot.New}. */
    private final Map<String, GenericJson> fresh = new HashMap<>();
    /** Fields in which values may have come to say nothing. */
    private final Set<PersonField> toSweep = EnumSet.noneOf(PersonField.class);

    Draft(Contact contact) {
        this.contact = contact;
    }

    void apply(Edit edit) {
        switch (edit) {
            case Edit.Set(SubField part, String value) -> set(part, value);
            case Edit.SetAt(SubField part, Edit.Spot spot, String value) -> setAt(part, spot, value);
            case Edit.Append append -> append(append);
            case Edit.Clear(PersonField field) -> clear(field);
            case Edit.ClearPart(SubField part) -> clearPart(part);
            case Edit.Replace(List<SubField> parts, TextPattern pattern) -> replace(parts, pattern);
            case Edit.RemoveMarkers marks -> open(PersonField.CLIENT_DATA).removeIf(Marker::is);
            case Edit.AddLabel(String label) -> addLabel(label);
            case Edit.RemoveLabel(String label) -> removeLabel(label);
        }
    }

    /** The fields some edit has laid hands on; whether they differ now is another question. */
    Set<PersonField> touched() {
        return touched.keySet();
    }

    /** The field's values as they stand now. */
    List<GenericJson> items(PersonField field) {
        return touched.get(field);
    }

    /** The values of a field, to be changed. */
    private List<GenericJson> open(PersonField field) {
        return touched.computeIfAbsent(field, f -> {
            List<GenericJson> copies = new ArrayList<>();
            for (GenericJson item : contact.items(f)) {
                if (Contact.own(item) && (f != PersonField.MEMBERSHIPS || item.get("contactGroupMembership") != null)) {
                    copies.add(Parts.copy(f, item));
                }
            }
            return copies;
        });
    }

    private void set(SubField part, String value) {
        List<GenericJson> items = open(part.field());
        if (items.isEmpty() && Parts.content(part)) {
            items.add(part.field().newItem());
        }
        if (!items.isEmpty()) {
            Parts.write(part, items.getFirst(), value);
        }
    }

    private void setAt(SubField part, Edit.Spot spot, String value) {
        List<GenericJson> items = open(part.field());
        toSweep.add(part.field());
        switch (spot) {
            case Edit.Spot.Every every -> items.forEach(item -> Parts.write(part, item, value));
            case Edit.Spot.New(int which) -> Parts.write(part, fresh.computeIfAbsent(part.fieldPath() + which, key -> added(part, items)), value);
            case Edit.Spot.Nth(int number) -> {
                if (number <= items.size() || !value.isEmpty()) {
                    Parts.write(part, number <= items.size() ? items.get(number - 1) : added(part, items), value);
                }
            }
        }
    }

    private static GenericJson added(SubField part, List<GenericJson> items) {
        GenericJson item = part.field().newItem();
        items.add(item);
        return item;
    }

    /** All edits are done: values that say nothing go. */
    void sweep() {
        toSweep.forEach(field -> touched.get(field).removeIf(item -> Parts.saysNothing(field, item)));
    }

    private void append(Edit.Append append) {
        PersonField field = append.field();
        SubField main = field.mainSubField();
        List<GenericJson> items = open(field);
        if (field.single() && !items.isEmpty()) {
            String there = main.read(items.getFirst());
            Parts.write(main, items.getFirst(), there.isEmpty() ? append.value() : there + "\n" + append.value());
            return;
        }
        GenericJson item = field.newItem();
        main.write(item, append.value());
        if (!append.type().isEmpty()) {
            Edit.Append.typePart(field).orElseThrow().write(item, append.type());
        }
        boolean there = items.stream().anyMatch(i -> main.read(i).equals(append.value()) && sameType(field, i, append.type()));
        if (!there) {
            items.add(item);
        }
    }

    private static boolean sameType(PersonField field, GenericJson item, String type) {
        return Edit.Append.typePart(field).map(p -> p.read(item).equals(type)).orElse(true);
    }

    private void clear(PersonField field) {
        List<GenericJson> items = open(field);
        items.clear();
        if (field == PersonField.MEMBERSHIPS) {
            keepOneLabel(items);
        }
    }

    private void clearPart(SubField part) {
        List<GenericJson> items = open(part.field());
        items.removeIf(item -> !part.read(item).isEmpty() && emptied(part, item));
    }

    /** Takes the part away; whether the value says nothing any more. */
    private static boolean emptied(SubField part, GenericJson item) {
        Parts.write(part, item, "");
        return Parts.saysNothing(part.field(), item);
    }

    private void replace(List<SubField> parts, TextPattern pattern) {
        String path = "";
        List<GenericJson> items = List.of();
        for (SubField part : parts) {
            if (!path.equals(part.fieldPath())) {
                path = part.fieldPath();
                items = touched.containsKey(part.field()) ? touched.get(part.field()) : contact.items(part.field());
            }
            boolean alone = parts.size() == 1;
            if (items.stream().anyMatch(item -> Contact.own(item) && replaced(part, item, pattern, alone) != null)) {
                items = open(part.field());
                items.removeIf(item -> {
                    String replaced = replaced(part, item, pattern, alone);
                    if (replaced == null) {
                        return false;
                    }
                    Parts.write(part, item, replaced);
                    return Parts.saysNothing(part.field(), item);
                });
            }
        }
    }

    /** What the part says once everything found is replaced; {@code null} when nothing is. */
    private static String replaced(SubField part, GenericJson item, TextPattern pattern, boolean alone) {
        String text = part.read(item);
        if (text.isEmpty() || (!alone && Parts.shadowed(part, item))) {
            return null;
        }
        String replaced = pattern.applyTo(text);
        return replaced.equals(text) ? null : replaced.isBlank() ? "" : replaced;
    }

    private void addLabel(String label) {
        List<GenericJson> items = open(PersonField.MEMBERSHIPS);
        if (items.stream().noneMatch(item -> labelOf(item).equals(label))) {
            items.add(membership(label));
        }
    }

    private void removeLabel(String label) {
        List<GenericJson> items = open(PersonField.MEMBERSHIPS);
        if (items.removeIf(item -> labelOf(item).equals(label))) {
            keepOneLabel(items);
        }
    }

    private static void keepOneLabel(List<GenericJson> items) {
        if (items.isEmpty()) {
            items.add(membership(Label.MY_CONTACTS));
        }
    }

    private static String labelOf(GenericJson item) {
        return PersonField.MEMBERSHIPS.mainSubField().read(item);
    }

    private static GenericJson membership(String label) {
        GenericJson item = PersonField.MEMBERSHIPS.newItem();
        PersonField.MEMBERSHIPS.mainSubField().write(item, label);
        return item;
    }

    /** The contact with the given fields as they stand now, and no others. */
    Person person(Set<PersonField> fields) {
        Person person = new Person().setResourceName(contact.resourceName()).setEtag(contact.etag());
        for (PersonField field : fields) {
            if (!touched.get(field).isEmpty()) {
                person.set(field.path(), List.copyOf(touched.get(field)));
            }
        }
        return person;
    }
}
