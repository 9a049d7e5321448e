package org.muster.changes;

import com.google.api.services.people.v1.model.Address;
import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Source;
import java.util.List;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/** Contacts for the tests of edits. */
final class People {
    private People() {}

    static Person person() {
        return new Person().setResourceName("people/c1").setEtag("%e1");
    }

    static Contact contact(Person person) {
        return new Contact(person, FieldMask.all());
    }

    static FieldMetadata from(String source) {
        return new FieldMetadata().setPrimary(true).setSource(new Source().setType(source).setId("1"));
    }

    static Person ada() {
        return person()
                .setNames(List.of(new Name().setGivenName("Ada").setFamilyName("Lovelace").setDisplayName("Ada Lovelace").setUnstructuredName("Ada Lovelace").setMetadata(from("CONTACT"))))
                .setEmailAddresses(List.of(
                        new EmailAddress().setValue("ada@example.org").setType("work").setFormattedType("Work").setMetadata(from("CONTACT")),
                        new EmailAddress().setValue("countess@example.net").setType("home").setMetadata(from("PROFILE"))))
                .setOrganizations(List.of(
                        new Organization().setName("Analytical Engines").setTitle("Countess").setMetadata(from("CONTACT")),
                        new Organization().setName("Royal Society").setMetadata(from("CONTACT"))))
                .setAddresses(List.of(new Address().setStreetAddress("12 St James's Square").setCity("London").setFormattedValue("12 St James's Square\nLondon").setMetadata(from("CONTACT"))))
                .setBiographies(List.of(new Biography().setValue("Prefers letters.").setContentType("TEXT_PLAIN").setMetadata(from("CONTACT"))))
                .setMemberships(List.of(label("contactGroups/friends1"), label("contactGroups/myContacts")));
    }

    static Membership label(String name) {
        return new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(name).setContactGroupId(name.substring(14))).setMetadata(from("CONTACT"));
    }

    static SubField part(String path) {
        String[] names = path.split("\\.");
        return PersonField.ofPath(names[0]).orElseThrow().subField(names[1]).orElseThrow();
    }

    static TextPattern pattern(String text, String replacement, boolean regex, boolean matchCase) {
        return ((TextPattern.Compiled.Ok) TextPattern.compile(text, replacement, regex, matchCase)).pattern();
    }

    static Change.Update edited(Person person, Edit... edits) {
        return new EditPlan(List.of(edits)).apply(contact(person)).orElseThrow();
    }

    static List<String> values(Change.Update update, String path) {
        SubField part = part(path);
        return Contact.items(update.after(), part.field()).stream().map(part::read).toList();
    }

    static List<SubField> everyText() {
        return Stream.of(PersonField.values()).filter(PersonField::writable).flatMap(f -> Edit.Replace.partsOf(f).stream()).toList();
    }
}
