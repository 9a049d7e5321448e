package org.muster.accounts;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Reads text out of JSON that others wrote. */
final class JsonText {
    private JsonText() {}

    /** The text under {@code key}; empty when there is none or it is something else. */
    static String of(JsonObject object, String key) {
        return object.get(key) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
    }
}
