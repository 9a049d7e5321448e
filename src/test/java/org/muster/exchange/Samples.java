package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.people.v1.model.Person;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

/** Files and what they are read into, for the tests of this room. */
final class Samples {
    static final Label CHOIR = new Label("contactGroups/choir", "Choir", false, 3);
    static final Label JAZZ = new Label("contactGroups/jazz", "Friends of jazz", false, 1);
    static final Label FRIENDS = new Label("contactGroups/friends", "Friends", true, 0);
    static final List<Label> LABELS = List.of(CHOIR, JAZZ, FRIENDS);

    private Samples() {}

    static Path file(String name) {
        try {
            return Path.of(Samples.class.getResource("/exchange/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImportedTable table(Path file) {
        return loaded(new Importer().read(new ImportFile(file), Progress.NONE));
    }

    static ImportedTable loaded(ImportResult result) {
        assertThat(result).isInstanceOf(ImportResult.Loaded.class);
        return ((ImportResult.Loaded) result).table();
    }

    static Problem refused(Path file) {
        ImportResult result = new Importer().read(new ImportFile(file), Progress.NONE);
        assertThat(result).isInstanceOf(ImportResult.Refused.class);
        return ((ImportResult.Refused) result).problem();
    }

    static Grid grid(String sample) {
        return Grid.of(table(file(sample)), LABELS);
    }

    /** The contact a row makes, whether it is ready or not. */
    static Person person(Grid grid, int row) {
        return new Drafts(grid.columns(), grid.format(), grid.labels()).of(grid.rows().get(row)).person();
    }

    static Path written(Path folder, String name, String text, Charset charset) throws java.io.IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    /** The values of one part of a field, in order. */
    static List<String> values(Person person, String path) {
        PersonField field = PersonField.ofPath(path.substring(0, path.indexOf('.'))).orElseThrow();
        var part = field.subField(path.substring(path.indexOf('.') + 1)).orElseThrow();
        return Contact.items(person, field).stream().map(part::read).toList();
    }

    /** The person as Google would answer it. */
    static Contact contact(Person person) {
        try {
            GsonFactory json = GsonFactory.getDefaultInstance();
            return new Contact(json.fromString(json.toString(person), Person.class).setResourceName("people/c1"), FieldMask.all());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static int column(Grid grid, String header) {
        return grid.columns().stream().map(Column::header).toList().indexOf(header);
    }
}
