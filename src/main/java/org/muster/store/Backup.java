package org.muster.store;

import com.google.api.services.people.v1.model.Person;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.json.ModelReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An entire account as it once was.
 *
 * @param file where it lies
 * @param header what it says of itself
 * @param contacts all contacts, each with all fields the header names
 */
public record Backup(Path file, BackupHeader header, List<Contact> contacts) {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    /** What came of reading a file. */
    public sealed interface Read {
        /** All of it. */
        record Ok(Backup backup) implements Read {}

        /** Nothing, since what cannot be trusted in one place cannot in another. */
        record Bad(BackupProblem problem) implements Read {}
    }

    /** Reads a file, all of it. Takes a while for thousands of contacts. */
    public static Read read(Path file) {
        int line = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            line = 1;
            String first = in.readLine();
            Optional<BackupHeader> header = Optional.ofNullable(first).flatMap(BackupHeader::read);
            if (header.isEmpty()) {
                return bad(headless(first), file, 1);
            }
            int expected = header.get().contacts();
            List<Contact> contacts = new ArrayList<>(Math.min(expected, 1 << 16));
            while (true) {
                line++;
                String text = in.readLine();
                if (text == null) {
                    return contacts.size() == expected ? new Read.Ok(new Backup(file, header.get(), List.copyOf(contacts))) : bad(BackupProblem.Code.CUT, file, line);
                }
                Optional<Contact> contact = contacts.size() < expected ? contact(text, header.get().fields()) : Optional.empty();
                if (contact.isEmpty()) {
                    return bad(BackupProblem.Code.DAMAGED, file, line);
                }
                contacts.add(contact.get());
            }
        } catch (CharacterCodingException e) {
            return bad(line == 1 ? BackupProblem.Code.NO_BACKUP : BackupProblem.Code.DAMAGED, file, line);
        } catch (IOException e) {
            LOG.warn("a backup cannot be read", e);
            return bad(BackupProblem.Code.UNREADABLE, file, 0);
        }
    }

    private static Read bad(BackupProblem.Code code, Path file, int line) {
        return new Read.Bad(new BackupProblem(code, file, line));
    }

    /** What is wrong with a file that has no first line of this version. */
    static BackupProblem.Code headless(String first) {
        Optional<Integer> version = Optional.ofNullable(first).flatMap(BackupHeader::version);
        return version.isPresent() && version.get() > BackupHeader.VERSION ? BackupProblem.Code.NEWER : BackupProblem.Code.NO_BACKUP;
    }

    private static Optional<Contact> contact(String line, FieldMask fields) {
        try {
            // Google's parser takes a text that ends too early for one that ends there
            JsonReader strict = new JsonReader(new StringReader(line));
            strict.skipValue();
            if (strict.peek() != JsonToken.END_DOCUMENT) {
                return Optional.empty();
            }
            Person person = ModelReader.read(line, Person.class);
            return person == null || person.getResourceName() == null ? Optional.empty() : Optional.of(new Contact(person, fields));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // what Google's parser throws at JSON of another shape is no one kind
        }
    }
}
