package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
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
}
