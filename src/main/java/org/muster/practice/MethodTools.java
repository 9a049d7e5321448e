package org.muster.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What several methods need in the same form: masks and sources of a request. */
final class MethodTools {
    private MethodTools() {}

    /** The read mask of a GET: {@code personFields}, or its predecessor {@code requestMask.includeField}. */
    static ReadMask personFields(Call call, String doc) {
        String text = String.join(",", call.params().all("personFields"));
        if (text.isEmpty() && call.params().has("requestMask.includeField")) {
            return MaskParser.includeField(String.join(",", call.params().all("requestMask.includeField")), doc);
        }
        return MaskParser.required(text, "personFields", doc);
    }

    static Sources sources(Call call, Sources initial) {
        return Sources.of(call.params().all("sources"), initial);
    }

    static Sources sources(JsonObject request) {
        return Sources.of(strings(request, "sources"), Sources.BOTH);
    }

    static List<String> strings(JsonObject request, String name) {
        List<String> out = new ArrayList<>();
        for (JsonElement element : Json.list(request, name)) {
            out.add(element.getAsString());
        }
        return out;
    }

    /** A page size: zero means the default, what is too large is cut, below zero is refused. */
    static int pageSize(Call call, int initial, int max) {
        String text = call.params().text("pageSize");
        int size = text.isEmpty() ? 0 : Integer.parseInt(text);
        if (size < 0) {
            throw Errors.invalid("Page size must not be negative.");
        }
        return size == 0 ? initial : Math.min(size, max);
    }
}
