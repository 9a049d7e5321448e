package org.muster.practice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** people.searchContacts: prefix phrases over five fields of the contact source, from a cache that has to be warmed. */
final class SearchMethod {
    private static final Map<String, List<String>> SEARCHED = Map.of("names", List.of("displayName"), "nicknames",
            List.of("value"), "emailAddresses", List.of("value"), "phoneNumbers", List.of("value", "canonicalForm"),
            "organizations", List.of("name", "title"));

    private final Account account;
    private final PersonWriter writer;
    private final Switches switches;
    private volatile List<StoredPerson> cache = List.of();

    SearchMethod(Account account, PersonWriter writer, Switches switches) {
        this.account = account;
        this.writer = writer;
        this.switches = switches;
    }

    Reply search(Call call) {
        ReadMask mask = MaskParser.required(String.join(",", call.params().all("readMask")), "readMask",
                "people/searchContacts");
        Sources sources = MethodTools.sources(call, Sources.CONTACT_ONLY);
        if (!call.params().has("query")) {
            throw Errors.invalid("Request must contain a query.");
        }
        int size = MethodTools.pageSize(call, 10, 30);
        String query = call.params().text("query").strip().toLowerCase(Locale.ROOT);
        boolean lazy = switches.searchCache().get() == Switches.SearchCache.LAZY;
        if (query.isEmpty()) {
            cache = account.contacts().listAll();
            return Reply.ok("{}");
        }
        PersonWriter.View view = PersonWriter.View.of(mask, sources, call.language());
        StringBuilder out = new StringBuilder("{\"results\":[");
        int found = 0;
        for (StoredPerson person : lazy ? cache : account.contacts().listAll()) {
            if (found < size && matches(person, query)) {
                out.append(found++ == 0 ? "" : ",").append("{\"person\":");
                writer.write(out, person, view);
                out.append('}');
            }
        }
        return Reply.ok(found == 0 ? "{}" : out.append("]}").toString()).of(found);
    }

    /** Forgets what was warmed. */
    void cool() {
        cache = List.of();
    }

    private static boolean matches(StoredPerson person, String query) {
        for (Map.Entry<String, List<String>> field : SEARCHED.entrySet()) {
            String items = person.own()[PersonFields.index(field.getKey())];
            if (items != null) {
                for (JsonElement element : JsonParser.parseString(items).getAsJsonArray()) {
                    if (matches(element.getAsJsonObject(), field.getValue(), query)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean matches(JsonObject item, List<String> members, String query) {
        List<String> texts = new ArrayList<>();
        members.forEach(member -> texts.add(Json.text(item, member).toLowerCase(Locale.ROOT)));
        return texts.stream().anyMatch(text -> startsWordWith(text, query));
    }

    /** "foo name" is found by "fo", "foo n" and "nam", not by "oo n". */
    private static boolean startsWordWith(String text, String query) {
        for (int at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
