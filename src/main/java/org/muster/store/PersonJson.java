package org.muster.store;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.json.Members;
import org.muster.contacts.json.ModelReader;
import org.muster.contacts.json.ModelWriter;

/** Persons as the text the API itself uses. */
final class PersonJson {
    private PersonJson() {}

    static String write(Person person) {
        try {
            return ModelWriter.write(person);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Person read(String text) {
        try {
            return ModelReader.read(text, Person.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of {@code person} that {@code mask} names, and nothing else. */
    static Person under(FieldMask mask, Person person) {
        Person part = new Person();
        for (PersonField field : mask.fields()) {
            List<GenericJson> items = Contact.items(person, field);
            if (!items.isEmpty()) {
                Members.set(part, field.path(), new ArrayList<>(items));
            }
        }
        return part;
    }

    /** The name and version of a contact, and those of its fields that {@code mask} names. */
    static Person known(Contact contact, FieldMask mask) {
        Person known = new Person().setResourceName(contact.resourceName()).setEtag(contact.etag());
        for (PersonField field : mask.fields()) {
            List<GenericJson> items = contact.items(field);
            if (!items.isEmpty()) {
                Members.set(known, field.path(), new ArrayList<>(items));
            }
        }
        contact.contactSource().ifPresent(source -> known.setMetadata(new PersonMetadata().setSources(List.of(source))));
        return known;
    }
}
