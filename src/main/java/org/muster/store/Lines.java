package org.muster.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

    /** The values of a line that has several. */
    static JsonArray values(String line) {
        return JsonParser.parseString(line).getAsJsonArray();
    }
}
