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
        return field.subFields().stream().map(part -> says(part, item)).toList();
    }

    /** What a part says, but nothing where Google fills it in from the other parts: a value that was just written reads back with more than was sent. */
    private static String says(SubField part, GenericJson item) {
        String text = part.read(item);
        if (text.isEmpty()) {
            return text;
        }
        return switch (part.path()) {
            case "names.unstructuredName", "birthdays.text" -> repeats(part, item) ? "" : text;
            // also when there is but a country, which Google repeats as well
            case "addresses.formattedValue" -> repeats(part, item) || text.equals(item.get("country")) || text.equals(item.get("countryCode")) ? "" : text;
            case "biographies.contentType" -> text.equals("TEXT_PLAIN") || text.equals("CONTENT_TYPE_UNSPECIFIED") ? "" : text;
            default -> text;
        };
    }

    private static boolean repeats(SubField part, GenericJson item) {
        return FreeForm.of(part.field()).orElseThrow().repeats(item);
    }
}
