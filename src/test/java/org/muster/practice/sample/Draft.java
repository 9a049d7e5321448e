package org.muster.practice.sample;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;

/** One sample person on the way to its line of JSON: the fields of a People API Person, and the labels by name. */
final class Draft {
    final Culture culture;
    final Phone phone;
    final JsonObject fields = new JsonObject();
    final Set<String> labels = new LinkedHashSet<>();
    /** The address this person would have, written into the fields or not. */
    String mail = "";

    Draft(Culture culture, Phone phone) {
        this.culture = culture;
        this.phone = phone;
    }

    /** Appends an item to a field: {@code add("urls", "value", "https://…", "type", "home")}. */
    Draft add(String field, String... keysAndValues) {
        return add(field, item(keysAndValues));
    }

    Draft add(String field, JsonElement item) {
        if (!fields.has(field)) {
            fields.add(field, new JsonArray());
        }
        fields.getAsJsonArray(field).add(item);
        return this;
    }

    void clear(String field) {
        fields.remove(field);
    }

    boolean has(String field) {
        return fields.has(field);
    }

    /** The first item of a field, which must be there. */
    JsonObject first(String field) {
        return fields.getAsJsonArray(field).get(0).getAsJsonObject();
    }

    JsonObject name() {
        return first("names");
    }

    String given() {
        return text(name(), "givenName");
    }

    String family() {
        return text(name(), "familyName");
    }

    /** Replaces the name by one with these parts; empty parts are left out. */
    void rename(String given, String family) {
        clear("names");
        add("names", "givenName", given, "familyName", family);
    }

    static JsonObject item(String... keysAndValues) {
        JsonObject item = new JsonObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!keysAndValues[i + 1].isEmpty()) {
                item.addProperty(keysAndValues[i], keysAndValues[i + 1]);
            }
        }
        return item;
    }

    static JsonObject date(int year, int month, int day) {
        JsonObject date = new JsonObject();
        if (year > 0) {
            date.addProperty("year", year);
        }
        date.addProperty("month", month);
        date.addProperty("day", day);
        return date;
    }

    static JsonObject with(JsonObject item, String key, JsonElement value) {
        item.add(key, value);
        return item;
    }

    private static String text(JsonObject item, String key) {
        return item.has(key) ? item.get(key).getAsString() : "";
    }
}
