package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
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

    /** {@link #write} in UTF-8. */
    static byte[] bytes(Person person) {
        try {
            return ModelWriter.bytes(person);
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

    /** The fields of {@code person} that {@code mask} names, and nothing else, in UTF-8. */
    static byte[] under(FieldMask mask, Person person) {
        try {
            return ModelWriter.bytes(person, mask.fields().stream().map(PersonField::path).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
