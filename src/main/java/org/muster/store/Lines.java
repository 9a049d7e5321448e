package org.muster.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.muster.contacts.json.ModelWriter;

/**
 * What the journal keeps of neighbours in one value of the database: JSON lines in UTF-8, one for each of them. A line may be empty. Handing values to SQLite one by one costs
 * more than what it does with them.
 */
final class Lines {
    /** A line that says nothing. */
    static final byte[] NOTHING = {};

    private Lines() {}

    /** @param lines JSON in UTF-8, of which none has a line break */
    static byte[] write(List<byte[]> lines) {
        byte[] text = new byte[lines.stream().mapToInt(line -> line.length + 1).sum() - 1];
        int at = 0;
        for (byte[] line : lines) {
            if (at > 0) {
                text[at - 1] = '\n';
            }
            System.arraycopy(line, 0, text, at, line.length);
            at += line.length + 1;
        }
        return text;
    }

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

    /** A line made of several values. */
    static byte[] line(List<?> textsAndNumbers) {
        try {
            return ModelWriter.bytes(textsAndNumbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of such a line. */
    static JsonArray values(String line) {
        return JsonParser.parseString(line).getAsJsonArray();
    }
}
