package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Writes JSON just as Gson does without HTML escapes; a server that writes thousands of small pieces has no time for the ceremony around each. */
final class JsonOut {
    private JsonOut() {}

    /** Members that are null are left out. */
    static void write(StringBuilder out, JsonElement element) {
        switch (element) {
            case JsonObject object -> object(out, object);
            case JsonArray array -> array(out, array);
            case JsonPrimitive plain when plain.isString() -> text(out, plain.getAsString());
            case JsonPrimitive plain -> out.append(plain.getAsString());
            default -> out.append("null");
        }
    }

    private static void object(StringBuilder out, JsonObject object) {
        out.append('{');
        int start = out.length();
        object.asMap().forEach((name, value) -> {
            if (!value.isJsonNull()) {
                if (out.length() > start) {
                    out.append(',');
                }
                text(out, name);
                out.append(':');
                write(out, value);
            }
        });
        out.append('}');
    }

    private static void array(StringBuilder out, JsonArray array) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(out, array.get(i));
        }
        out.append(']');
    }

    static void text(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                out.append(text, written, i);
                escaped(out, c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static void escaped(StringBuilder out, char c) {
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
