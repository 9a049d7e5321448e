package org.muster.cli;

import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.contacts.json.ModelReader;
import org.muster.exchange.PlainText;
import org.muster.texts.Texts;

/** Reads files of the API's persons: one JSON list, or one object after another. */
final class PersonFile {
    private static final Texts TEXTS = Texts.of(PersonFile.class);

    /**
     * A person of a file.
     *
     * @param origin where it stands, for people
     */
    record Row(String origin, Person person) {}

    private PersonFile() {}

    /** Whether text is JSON rather than CSV or vCard. */
    static boolean json(String text) {
        String begins = text.stripLeading();
        return begins.startsWith("{") || begins.startsWith("[");
    }

    /** The persons in {@code text}. */
    static List<Row> persons(Path file, String text) throws Refusal {
        List<JsonElement> elements = new ArrayList<>();
        try {
            if (text.stripLeading().startsWith("[")) {
                JsonParser.parseString(text).getAsJsonArray().forEach(elements::add);
            } else {
                new JsonStreamParser(text).forEachRemaining(elements::add);
            }
            List<Row> rows = new ArrayList<>();
            for (JsonElement element : elements) {
                rows.add(new Row(TEXTS.get("file.row", rows.size() + 1), known(file, rows.size() + 1, ModelReader.read(element.toString(), Person.class))));
            }
            return rows;
        } catch (JsonParseException | IOException | IllegalArgumentException | IllegalStateException e) {
            throw new Refusal(Exit.USAGE, TEXTS.get("file.json", file, elements.size()));
        }
    }

    private static Person known(Path file, int row, Person person) throws Refusal {
        if (!person.getUnknownKeys().isEmpty()) {
            throw new Refusal(Exit.USAGE, TEXTS.get("file.member", file, row, person.getUnknownKeys().keySet().iterator().next()));
        }
        return person;
    }

    /** The text of a file. */
    static String text(Path file) throws Refusal {
        return switch (PlainText.read(file)) {
            case PlainText.Read.Text(String text) -> text;
            case PlainText.Read.Refused(var problem) -> throw new Refusal(Exit.USAGE, problem.sentence());
        };
    }
}
