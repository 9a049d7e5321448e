package org.muster.practice;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import java.util.Set;

/** Query (or form) parameters in their order; a parameter without {@code =} has the empty value. */
final class Params {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Adds what a raw query or form body says. */
    Params parse(String raw) {
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                if (!pair.isEmpty()) {
                    int eq = pair.indexOf('=');
                    String name = decode(eq < 0 ? pair : pair.substring(0, eq));
                    values.computeIfAbsent(name, k -> new ArrayList<>()).add(eq < 0 ? "" : decode(pair.substring(eq + 1)));
                }
            }
        }
        return this;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The last value, or empty. */
    String text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getLast();
    }

    /** Every value, under the camelCase or the snake_case name. */
    List<String> all(String name) {
        List<String> found = values.get(name);
        if (found == null) {
            found = values.get(Schema.snake(name));
        }
        return found == null ? List.of() : found;
    }

    Map<String, List<String>> asMap() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        return copy;
    }
}
