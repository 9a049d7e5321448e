package org.muster.contacts;

import com.google.api.client.json.GenericJson;
import java.util.ArrayList;
import java.util.List;

/** Compares what fields say, by their writable parts: what Google adds (metadata, formatted forms) does not count. */
public final class Values {
    private Values() {}

    /** Whether both lists hold the same values of {@code field}; the order does not count, as Google promises none. */
    public static boolean same(PersonField field, List<? extends GenericJson> some, List<? extends GenericJson> others) {
        if (some.size() != others.size()) {
            return false;
        }
        List<List<String>> rest = new ArrayList<>(others.stream().map(i -> signature(field, i)).toList());
        return some.stream().allMatch(item -> rest.remove(signature(field, item)));
    }

    private static List<String> signature(PersonField field, GenericJson item) {
        return field.subFields().stream()
                .filter(part -> !serverMadeBesideOthers(part))
                .map(part -> part.read(item))
                .toList();
    }

    /** Google fills these in from the other parts, so a value that was just written reads back with more than was sent. */
    private static boolean serverMadeBesideOthers(SubField part) {
        return switch (part.path()) {
            case "names.unstructuredName", "addresses.formattedValue", "biographies.contentType", "birthdays.text" -> true;
            default -> false;
        };
    }
}
