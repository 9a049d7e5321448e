package org.muster.bench;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.people.Answer;
import org.muster.people.PeopleGateway;
import org.muster.ui.workspace.Workspace;

/** Contacts to be made, as many as one likes: the named people of an account over and over, with a number behind the family name. */
final class Drafts {
    /** The fields they have: what the window loads at first. */
    static final FieldMask FIELDS = Workspace.DEFAULT_MASK;

    private final List<Contact> models;
    private final int listed;

    private Drafts(List<Contact> all) {
        listed = all.size();
        models = all.stream().filter(c -> !c.ownItems(PersonField.NAMES).isEmpty()).toList();
    }

    static Drafts of(PeopleGateway gateway) {
        List<Contact> all = new ArrayList<>();
        if (!(gateway.list(FIELDS, Set.of(), page -> all.addAll(page.contacts())) instanceof Answer.Ok)) {
            throw new IllegalStateException("The account could not be read");
        }
        return new Drafts(all);
    }

    /** How many contacts the account had. */
    int listed() {
        return listed;
    }

    List<Person> some(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(this::draft).toList();
    }

    private Person draft(int number) {
        Contact model = models.get(number % models.size());
        Person draft = new Person();
        for (PersonField field : FIELDS.fields()) {
            List<GenericJson> items = new ArrayList<>(model.ownItems(field).stream().map(item -> writable(field, item)).toList());
            if (!items.isEmpty()) {
                draft.set(field.path(), items);
            }
        }
        Name name = draft.getNames().getFirst();
        return draft.setNames(List.of(name.setFamilyName((name.getFamilyName() == null ? "" : name.getFamilyName() + " ") + number)));
    }

    private static GenericJson writable(PersonField field, GenericJson item) {
        if (item instanceof Membership membership) {
            return new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(membership.getContactGroupMembership().getContactGroupResourceName()));
        }
        GenericJson copy = field.newItem();
        for (SubField part : field.subFields()) {
            if (item.get(part.name()) != null && !part.name().equals("unstructuredName")) {
                copy.set(part.name(), item.get(part.name()));
            }
        }
        return copy;
    }
}
