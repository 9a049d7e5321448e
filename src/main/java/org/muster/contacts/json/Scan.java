package org.muster.contacts.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through plain JSON in UTF-8, from its beginning to its end, without taking it into memory a second time: names and texts that are known already are
 * recognised where they stand. Whatever is not plain (any kind of mistake included) is {@link Odd}.
 */
final class Scan {
    /** There is something in this JSON that somebody else shall judge. */
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        Odd() {
            super(null, null, false, false);
        }
    }

    private final byte[] json;
    private int at;
    /** The text passed last: where its letters begin and end, whether it has to be decoded, and what {@link String#hashCode()} is when it has not. */
    private int from;
    private int to;
    private boolean escaped;
    private boolean ascii;
    private int hash;

    Scan(byte[] json) {
        this.json = json;
    }

    /** What stands next, beside white space. It is not passed. */
    byte peek() {
        while (at < json.length) {
            byte b = json[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
            at++;
        }
        throw new Odd();
    }

    /** Passes what stands next if it is written just like what stands there. */
    boolean passAgain(int start, int end) {
        peek();
        int until = at + end - start;
        if (until > json.length || !Arrays.equals(json, at, until, json, start, end)) {
            return false;
        }
        at = until;
        return true;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    /** Passes this. */
    void pass(char what) {
        if (peek() != what) {
            throw new Odd();
        }
        at++;
    }

    /** Passes the opening of a list or model; whether something is in it. */
    boolean open(char opening, char closing) {
        pass(opening);
        if (peek() == closing) {
            at++;
            return false;
        }
        return true;
    }

    /** Passes what follows an item or member; whether another one comes. */
    boolean more(char closing) {
        byte b = peek();
        at++;
        if (b != ',' && b != closing) {
            throw new Odd();
        }
        return b == ',';
    }

    /** Passes a text. What it says can be asked for until the next one is passed. */
    void passText() {
        pass('"');
        from = at;
        escaped = false;
        int bits = 0;
        int h = 0;
        while (true) {
            if (at >= json.length) {
                throw new Odd();
            }
            byte b = json[at++];
            if (b == '"') {
                break;
            }
            if (b >= 0 && b < ' ') {
                throw new Odd();
            }
            if (b == '\\') {
                escaped = true;
                at++;
            }
            bits |= b;
            h = 31 * h + b;
        }
        to = at - 1;
        ascii = bits >= 0;
        hash = h;
    }

    /** A number that is the same for texts that are written the same: what {@link String#hashCode()} says of plain ASCII. */
    int hash() {
        return hash;
    }

    /** Where the text passed last begins. */
    int from() {
        return from;
    }

    /** Where the text passed last ends. */
    int to() {
        return to;
    }

    /** Whether the text passed last is written just like this. */
    boolean is(byte[] letters) {
        return Arrays.equals(json, from, to, letters, 0, letters.length);
    }

    /** Whether the text passed last is written just like the one that stands there. */
    boolean isAsAt(int start, int end) {
        return Arrays.equals(json, from, to, json, start, end);
    }

    /** The text passed last. */
    String text() {
        if (escaped) {
            return unescaped(new String(json, from, to - from, StandardCharsets.UTF_8));
        }
        return new String(json, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(++i);
            switch (escape) {
                case '"', '\\', '/' -> out.append(escape);
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> {
                    out.append(unicode(text, i + 1));
                    i += 4;
                }
                default -> throw new Odd();
            }
        }
        return out.toString();
    }

    private static char unicode(String text, int from) {
        if (from + 4 > text.length()) {
            throw new Odd();
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new Odd();
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    /** Passes a whole number that fits. */
    int passNumber() {
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        int start = at;
        long value = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9' && at - start < 10) {
            value = 10 * value + json[at++] - '0';
        }
        boolean zeroAhead = at - start > 1 && json[start] == '0' || negative && value == 0;
        if (at == start || zeroAhead || at == json.length || !endsHere(json[at])) {
            throw new Odd();
        }
        long number = negative ? -value : value;
        if (number != (int) number) {
            throw new Odd();
        }
        return (int) number;
    }

    /** Passes {@code true} or {@code false}. */
    boolean passTruth() {
        boolean truth = peek() == 't';
        String word = truth ? "true" : "false";
        for (int i = 0; i < word.length(); i++) {
            if (at == json.length || json[at++] != word.charAt(i)) {
                throw new Odd();
            }
        }
        if (at == json.length || !endsHere(json[at])) {
            throw new Odd();
        }
        return truth;
    }

    private static boolean endsHere(byte b) {
        return b == ',' || b == '}' || b == ']' || b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
