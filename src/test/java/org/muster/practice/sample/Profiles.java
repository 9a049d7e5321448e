package org.muster.practice.sample;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** What a linked Google profile adds to a contact: items that come with source {@code PROFILE} and cannot be written. */
final class Profiles {
    private Profiles() {}

    /** @param number of the profile among the sample people, from 0 */
    static void link(Draft draft, int number) {
        String id = String.format(java.util.Locale.ROOT, "1%020d", 1_050_733_000_417L * (number + 3));
        String picture = "https://photos.example/profile/" + id + "=s100";
        add(draft, id, "photos", Draft.item("url", picture));
        add(draft, id, "ageRanges", Draft.item("ageRange", "TWENTY_ONE_OR_OLDER"));
        add(draft, id, "names", Draft.item("givenName", draft.given().strip(), "familyName", draft.family().strip()));
        if (number % 2 == 1) {
            add(draft, id, "organizations", Draft.item("name", draft.culture.companies().getLast(), "title", draft.culture.titles().getFirst(), "type", "work"));
        }
        if (number % 3 == 1) {
            JsonObject cover = Draft.item("url", "https://photos.example/cover/" + id);
            cover.add("default", new JsonPrimitive(true));
            add(draft, id, "coverPhotos", cover);
            add(draft, id, "skills", Draft.item("value", "Public speaking"));
        }
        if (number % 4 == 2) {
            add(draft, id, "urls", Draft.item("value", "https://profiles.example/" + id, "type", "profile"));
            add(draft, id, "locales", Draft.item("value", draft.culture.language()));
        }
    }

    private static void add(Draft draft, String id, String field, JsonObject item) {
        JsonObject metadata = new JsonObject();
        metadata.add("source", Draft.item("type", "PROFILE", "id", id));
        item.add("metadata", metadata);
        draft.add(field, item);
    }
}
