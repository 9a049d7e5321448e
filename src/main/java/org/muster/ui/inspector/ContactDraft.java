package org.muster.ui.inspector;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.Checks;
import org.muster.changes.Finding;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;

/**
 * One contact under edit in the inspector. Holds on to the contact as it was when the edit began, so that what is read meanwhile cannot
 * slip under it: a change made elsewhere is found by its version when this one is sent. Only loaded fields and own values are part of it.
 */
final class ContactDraft {
    private final Contact base;
    private final Map<PersonField, List<ItemDraft>> items = new EnumMap<>(PersonField.class);

    ContactDraft(Contact base) {
        this.base = base;
        for (PersonField field : editable().fields()) {
            List<ItemDraft> own = new ArrayList<>();
            base.ownItems(field).stream()
                    .filter(item -> field != PersonField.MEMBERSHIPS || item.get("contactGroupMembership") != null)
                    .forEach(item -> own.add(new ItemDraft(field, item)));
            items.put(field, own);
        }
    }

    /** The contact as it was when the edit began. */
    Contact base() {
        return base;
    }

    /** The fields that can be edited: those that were read and can be written. */
    FieldMask editable() {
        return base.loaded().intersect(FieldMask.writable());
    }

    /** The values of a field, to look at. */
    List<ItemDraft> items(PersonField field) {
        return List.copyOf(items.get(field));
    }

    /** Whether a field may be given one more value. */
    boolean takesMore(PersonField field) {
        return !field.single() || items.get(field).isEmpty();
    }

    ItemDraft add(PersonField field) {
        ItemDraft item = new ItemDraft(field, field.newItem());
        items.get(field).add(item);
        return item;
    }

    void remove(ItemDraft item) {
        items.get(item.field()).remove(item);
    }

    /** The labels it shall carry, by resource name. */
    List<String> labels() {
        return items(PersonField.MEMBERSHIPS).stream().map(i -> i.text(PersonField.MEMBERSHIPS.mainSubField())).toList();
    }

    void addLabel(String resourceName) {
        if (!labels().contains(resourceName)) {
            add(PersonField.MEMBERSHIPS).type(PersonField.MEMBERSHIPS.mainSubField(), resourceName);
        }
    }

    /** Takes a label away. A contact carries one label at least (People API), so the last one gives way to "My contacts". */
    void removeLabel(String resourceName) {
        items.get(PersonField.MEMBERSHIPS).removeIf(i -> i.text(PersonField.MEMBERSHIPS.mainSubField()).equals(resourceName));
        if (items.get(PersonField.MEMBERSHIPS).isEmpty()) {
            addLabel(Label.MY_CONTACTS);
        }
    }

    private List<GenericJson> made(PersonField field) {
        List<GenericJson> made = new ArrayList<>();
        items.get(field).stream().filter(i -> i.kept() || !i.saysNothing()).forEach(i -> made.add(i.made()));
        return made;
    }

    private FieldMask changed() {
        return FieldMask.of(editable().fields().stream().filter(f -> !Values.same(f, base.ownItems(f), made(f))).toList());
    }

    /** Whether something was typed or taken away. */
    boolean dirty() {
        return !accepted() || !changed().isEmpty();
    }

    /** Whether every part takes what was typed into it. */
    boolean accepted() {
        return items.values().stream().flatMap(List::stream).allMatch(ItemDraft::accepted);
    }

    /** What there is to say about the contact as it shall be. */
    List<Finding> findings(Collection<Label> labels) {
        Person whole = base.copy();
        FieldMask changed = changed();
        changed.fields().forEach(f -> whole.set(f.path(), made(f)));
        return Checks.forEdit(labels).check(whole, changed);
    }

    /** The change that makes the contact so; empty when it is so already. */
    Optional<Change.Update> update() {
        FieldMask changed = changed();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Person after = new Person().setResourceName(base.resourceName()).setEtag(base.etag());
        Set<PersonField> fields = changed.fields();
        fields.forEach(f -> after.set(f.path(), made(f)));
        return Optional.of(new Change.Update(base, after, changed));
    }
}
