package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonGenerator;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Data;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * Writes Google's models as JSON, to the letter as Google's own library does. What is not one of the models' own members, it leaves to that library.
 */
public final class ModelWriter {
    private final StringBuilder out = new StringBuilder(1 << 10);

    private ModelWriter() {}

    /** {@code model} as JSON. */
    public static String write(Object model) throws IOException {
        ModelWriter writer = new ModelWriter();
        return writer.value(model) ? writer.out.toString() : byGoogle(model);
    }

    private static String byGoogle(Object model) throws IOException {
        StringWriter text = new StringWriter(1 << 10);
        try (JsonGenerator generator = GsonFactory.getDefaultInstance().createJsonGenerator(text)) {
            generator.serialize(model);
        }
        return text.toString();
    }

    /** @return whether it could be written */
    private boolean value(Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            text(text);
            return true;
        }
        if (Data.isNull(value)) {
            return false;
        }
        return switch (value) {
            case String text -> text(text);
            case Integer number -> raw(number);
            case Boolean truth -> raw(truth);
            case GenericJson model -> model(model);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case null, default -> false;
        };
    }

    private boolean model(GenericJson model) {
        if (!model.getUnknownKeys().isEmpty()) {
            return false;
        }
        out.append('{');
        boolean first = true;
        for (Shape.Part part : Shape.of(model.getClass()).parts()) {
            Object value = part.of(model);
            if (value != null) {
                if (!member(first, part.name, value)) {
                    return false;
                }
                first = false;
            }
        }
        out.append('}');
        return true;
    }

    private boolean map(Map<?, ?> map) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name) || entry.getValue() == null || !member(first, name, entry.getValue())) {
                return false;
            }
            first = false;
        }
        out.append('}');
        return true;
    }

    private boolean member(boolean first, String name, Object value) {
        if (!first) {
            out.append(',');
        }
        text(name);
        out.append(':');
        return value(value);
    }

    private boolean list(List<?> list) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            if (!value(item)) {
                return false;
            }
        }
        out.append(']');
        return true;
    }

    private boolean raw(Object plain) {
        out.append(plain);
        return true;
    }

    private boolean text(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                out.append(text, written, i);
                escaped(c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
        return true;
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\f' -> out.append("\\f");
            default -> out.append(String.format("\\u%04x", (int) c));
        }
    }
}
