package org.muster.practice;

import com.google.gson.JsonObject;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Derives the output-only forms of a name from its parts, and the parts from a name that came in one piece. */
final class DisplayNames {
    private static final List<String> PARTS = List.of("honorificPrefix", "givenName", "middleName", "familyName",
            "honorificSuffix");

    private DisplayNames() {}

    /** Fills {@code displayName}, {@code displayNameLastFirst} and {@code unstructuredName}. */
    static void derive(JsonObject name, Switches.NameConflict conflict) {
        String sent = Json.text(name, "unstructuredName").strip();
        boolean parts = PARTS.stream().anyMatch(p -> !Json.text(name, p).isBlank());
        boolean fromWhole = !sent.isEmpty()
                && (!parts || conflict == Switches.NameConflict.UNSTRUCTURED_WINS && !sent.equals(firstLast(name)));
        if (fromWhole) {
            PARTS.forEach(name::remove);
            split(name, sent);
        }
        String display = fromWhole ? sent : firstLast(name);
        if (display.isEmpty()) {
            name.remove("unstructuredName");
            return;
        }
        name.addProperty("displayName", display);
        name.addProperty("displayNameLastFirst", lastFirst(name, display));
        name.addProperty("unstructuredName", display);
    }

    private static void split(JsonObject name, String whole) {
        int space = whole.lastIndexOf(' ');
        if (space < 0) {
            name.addProperty("givenName", whole);
        } else {
            name.addProperty("givenName", whole.substring(0, space).strip());
            name.addProperty("familyName", whole.substring(space + 1));
        }
    }

    private static String firstLast(JsonObject name) {
        if (eastAsian(name)) {
            return Json.text(name, "familyName") + Json.text(name, "givenName");
        }
        List<String> words = new ArrayList<>();
        for (String part : PARTS) {
            String text = Json.text(name, part).strip();
            if (!text.isEmpty()) {
                words.add(text);
            }
        }
        return String.join(" ", words);
    }

    private static String lastFirst(JsonObject name, String display) {
        String family = Json.text(name, "familyName").strip();
        if (family.isEmpty() || eastAsian(name)) {
            return display;
        }
        List<String> rest = new ArrayList<>();
        for (String part : List.of("givenName", "middleName", "honorificSuffix")) {
            String text = Json.text(name, part).strip();
            if (!text.isEmpty()) {
                rest.add(text);
            }
        }
        return rest.isEmpty() ? family : family + ", " + String.join(" ", rest);
    }

    /** Names in Han, kana or Hangul put the family first and take no space. */
    private static boolean eastAsian(JsonObject name) {
        String family = Json.text(name, "familyName");
        String given = Json.text(name, "givenName");
        return !family.isEmpty() && !given.isEmpty() && (family + given).codePoints().allMatch(DisplayNames::eastAsian);
    }

    private static boolean eastAsian(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }
}
