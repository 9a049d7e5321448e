package org.muster.contacts.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON in UTF-8 that grows as it is written: no text of the whole is made before. */
final class Utf8 {
    /** Bytes a character takes at most: {@code \}{@code u001f}. */
    private static final int MOST = 6;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    /** @param room for about so many bytes */
    Utf8(int room) {
        bytes = new byte[room];
    }

    int size() {
        return size;
    }

    /** Takes back what was put behind the first {@code length} bytes. */
    void cut(int length) {
        size = length;
    }

    void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    void put(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    /**
     * Puts a text between quotation marks, with escapes where Google's library has them.
     *
     * @return whether it could be written: half a letter has no form in UTF-8
     */
    boolean putText(String text) {
        room(text.length() + 2);
        bytes[size++] = '"';
        for (int i = plain(text); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[size++] = (byte) c;
                continue;
            }
            room(MOST + text.length() - i); // as if all that follows were plain
            if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3f);
            } else if (c == '\u2028' || c == '\u2029') {
                hex(c);
            } else if (!Character.isSurrogate(c)) {
                bytes[size++] = (byte) (0xe0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
                bytes[size++] = (byte) (0x80 | c & 0x3f);
            } else if (++i < text.length() && Character.isSurrogatePair(c, text.charAt(i))) {
                int code = Character.toCodePoint(c, text.charAt(i));
                bytes[size++] = (byte) (0xf0 | code >> 18);
                bytes[size++] = (byte) (0x80 | code >> 12 & 0x3f);
                bytes[size++] = (byte) (0x80 | code >> 6 & 0x3f);
                bytes[size++] = (byte) (0x80 | code & 0x3f);
            } else {
                return false;
            }
        }
        bytes[size++] = '"';
        return true;
    }

    /** Puts the beginning of a text that is ASCII and needs no escapes, as most are to their end. How long it is. */
    private int plain(String text) {
        byte[] to = bytes; // local, since nothing else looks meanwhile: half of all that is written goes through here
        int at = size;
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            to[at++] = (byte) c;
            i++;
        }
        size = at;
        return i;
    }

    private void escaped(char c) {
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\t' -> escape('t');
            case '\b' -> escape('b');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\f' -> escape('f');
            case 0x7f -> bytes[size++] = 0x7f;
            default -> hex(c);
        }
    }

    private void escape(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void hex(char c) {
        escape('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[c >> shift & 0xf];
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
