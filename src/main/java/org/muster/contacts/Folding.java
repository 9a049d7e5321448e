package org.muster.contacts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/** Brings text into the one form in which it is searched and held against other text: small letters, no accents, wide and ligature forms as plain ones. */
public final class Folding {
    /** What the Latin letters of Europe fold to, each by itself: none of them joins with its neighbours. */
    private static final String[] LATIN = IntStream.range(0, 0x180).mapToObj(c -> anyFold(String.valueOf((char) c))).toArray(String[]::new);

    private Folding() {}

    /** {@code text} folded; control characters become spaces, so that none can pass for a mark of ours. */
    public static String fold(String text) {
        return plainAscii(text) ? asciiFold(text) : unicodeFold(text);
    }

    private static boolean plainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String asciiFold(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char folded = c < ' ' || c == 0x7f ? ' ' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (folded != c && out == null) {
                out = new StringBuilder(text);
            }
            if (out != null) {
                out.setCharAt(i, folded);
            }
        }
        return out == null ? text : out.toString();
    }

    private static String unicodeFold(String text) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN.length) {
                return anyFold(text);
            }
            out.append(LATIN[c]);
        }
        return out.toString();
    }

    private static String anyFold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            append(out, apart.charAt(i));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case 'ø' -> out.append('o');
            case 'ł' -> out.append('l');
            case 'đ', 'ð' -> out.append('d');
            case 'ħ' -> out.append('h');
            case 'ı' -> out.append('i');
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            case 'ς' -> out.append('σ');
            case '\u2018', '\u2019' -> out.append('\'');
            case '\u2010', '\u2011', '\u2013' -> out.append('-');
            default -> {
                if (Character.isISOControl(c)) {
                    out.append(' ');
                } else if (!accent(c)) {
                    out.append(c);
                }
            }
        }
    }

    /** The marks people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs, and what joins or hides. */
    private static boolean accent(char c) {
        return c >= '\u0300' && c <= '\u036f'
                || c >= '\u0591' && c <= '\u05c7'
                || c >= '\u064b' && c <= '\u065f'
                || c == '\u0670'
                || c == '\u0640'
                || c == '\u00ad'
                || c >= '\u200b' && c <= '\u200f'
                || c == '\ufeff';
    }
}
