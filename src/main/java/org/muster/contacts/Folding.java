package org.muster.contacts;

import java.text.Normalizer;
import java.util.Locale;

/** Brings text into the one form in which it is searched and held against other text: small letters, no accents, wide and ligature forms as plain ones. */
public final class Folding {
    private static final int PAGE = 1 << 8;
    /** What each character folds to by itself, {@value #PAGE} neighbours at a time, made when one of them is first met. {@code null} for those that take their place among their neighbours. */
    private static final String[][] PAGES = new String[(Character.MAX_VALUE + 1) / PAGE][];

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
            String folded = byItself(text.charAt(i));
            if (folded == null) {
                return anyFold(text);
            }
            out.append(folded);
        }
        return out.toString();
    }

    /** Two threads may make the same page. Who sees one that is not complete yet, takes the long way for some characters. */
    private static String byItself(char c) {
        String[] page = PAGES[c / PAGE];
        if (page == null) {
            page = page(c / PAGE);
            PAGES[c / PAGE] = page;
        }
        return page[c % PAGE];
    }

    private static String[] page(int number) {
        String[] page = new String[PAGE];
        for (int i = 0; i < PAGE; i++) {
            char c = (char) (number * PAGE + i);
            String folded = Character.isSurrogate(c) ? null : anyFold(String.valueOf(c));
            page[i] = folded == null || folded.codePoints().anyMatch(Folding::mark) ? null : folded;
        }
        return page;
    }

    /** Marks of one letter are brought into an order: what folds to one cannot be folded by itself. */
    private static boolean mark(int code) {
        return switch (Character.getType(code)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
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
