package org.muster.practice.sample;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A name as it is written, its romanisation for e-mail addresses, and how it sounds in kana.
 *
 * @param text     as written
 * @param latin    lower-case ASCII, never empty
 * @param phonetic kana, or empty
 */
record Word(String text, String latin, String phonetic) {
    /** Letters that do not decompose into a base letter and an accent. */
    private static final Map<String, String> WHOLE_LETTERS = Map.ofEntries(
            Map.entry("ł", "l"), Map.entry("ø", "o"), Map.entry("ß", "ss"), Map.entry("æ", "ae"), Map.entry("œ", "oe"),
            Map.entry("đ", "d"), Map.entry("ð", "d"), Map.entry("þ", "th"), Map.entry("ı", "i"), Map.entry("ħ", "h"));

    /** Reads {@code text[=latin[=phonetic]]}. */
    static Word parse(String entry) {
        String[] parts = entry.split("=");
        return new Word(parts[0], parts.length > 1 ? parts[1] : romanise(parts[0]), parts.length > 2 ? parts[2] : "");
    }

    private static String romanise(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (var letter : WHOLE_LETTERS.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        String ascii = Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^a-z]+", "");
        if (ascii.isEmpty()) {
            throw new IllegalArgumentException("needs a romanisation: " + text);
        }
        return ascii;
    }
}
