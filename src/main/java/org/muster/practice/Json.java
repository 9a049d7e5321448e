package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Writing JSON without HTML escapes, and reading members that may not be there. */
final class Json {
    private Json() {}

    static String write(JsonElement element) {
        StringBuilder out = new StringBuilder();
        JsonOut.write(out, element);
        return out.toString();
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        JsonOut.text(out, text);
        return out.toString();
    }

    /** The text of a member, or empty. */
    static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /** The members of a list, or an empty list. */
    static JsonArray list(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    }

    /** A child object, or an empty one that is not attached. */
    static JsonObject child(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    static JsonObject object(String key, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(key, value);
        return object;
    }
}
