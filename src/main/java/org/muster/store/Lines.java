package org.muster.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the journal keeps of neighbours in one value of the database: {@link org.muster.contacts.json.JsonLines}, one for each of them. Handing values to SQLite one by one costs
 * more than what it does with them.
 */
final class Lines {
    private Lines() {}

    /** All lines. */
    static List<String> read(byte[] text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(new String(text, from, i - from, StandardCharsets.UTF_8));
                from = i + 1;
            }
        }
        lines.add(new String(text, from, text.length - from, StandardCharsets.UTF_8));
        return lines;
    }

    /** One line, from 0. */
    static String read(byte[] text, int line) {
        int from = 0;
        int number = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (number == line) {
                    return new String(text, from, i - from, StandardCharsets.UTF_8);
                }
                from = i + 1;
                number++;
            }
        }
        if (number < line) {
            throw new IllegalStateException("line " + line + " of " + (number + 1));
        }
        return new String(text, from, text.length - from, StandardCharsets.UTF_8);
    }

    /** The values of a line that was added as a row. */
    static Row row(String line) {
        return new Row(JsonParser.parseString(line).getAsJsonArray());
    }

    /** Texts and whole numbers. What is missing is empty: rows may end where nothing more is to be said. */
    static final class Row {
        private final JsonArray values;

        private Row(JsonArray values) {
            this.values = values;
        }

        String text(int place) {
            return values.size() <= place || values.get(place).isJsonNull() ? "" : values.get(place).getAsString();
        }

        Optional<String> some(int place) {
            return Optional.of(text(place)).filter(text -> !text.isEmpty());
        }

        int number(int place) {
            return values.get(place).getAsInt();
        }
    }
}
