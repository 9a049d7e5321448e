package org.muster.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how a text file was encoded: by its mark, by strict UTF-8, by the pattern of zeros UTF-16 leaves, and at last by the
 * statistics of {@link UniversalDetector}. What nobody can tell is read as Windows-1252, the usual one of office programs.
 */
final class Encodings {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Excel's "Shift_JIS", which has more signs than the standard of that name. */
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    /** How much of a file the statistics are shown, in bytes. */
    private static final int STATISTICS_LIMIT = 1 << 20;

    private Encodings() {}

    /** The encoding a mark at the beginning of the file tells. */
    static Optional<Charset> byMark(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(head, 0xff, 0xfe, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (starts(head, 0, 0, 0xfe, 0xff)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (starts(head, 0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(head, 0xfe, 0xff) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /**
     * Reads the whole input.
     *
     * @return the encoding; empty when it is no text
     */
    static Optional<Charset> detect(byte[] head, InputStream in) throws IOException {
        Optional<Charset> marked = byMark(head);
        if (marked.isPresent()) {
            return marked;
        }
        if (hasZero(head)) {
            return byZeros(head);
        }
        UniversalDetector statistics = new UniversalDetector();
        Utf8Watch utf8 = new Utf8Watch();
        byte[] buffer = new byte[1 << 16];
        int shown = 0;
        for (int count; (count = in.read(buffer)) > 0; ) {
            utf8.take(buffer, count);
            if (shown < STATISTICS_LIMIT && !statistics.isDone()) {
                statistics.handleData(buffer, 0, count);
                shown += count;
            }
            if (!utf8.valid && shown >= STATISTICS_LIMIT) {
                break;
            }
        }
        if (utf8.end()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (controls(head) * 100 > head.length) {
            return Optional.empty();
        }
        statistics.dataEnd();
        Charset guess = named(statistics.getDetectedCharset());
        return Optional.of(guess.equals(StandardCharsets.UTF_8) || !decodes(guess, head) ? WINDOWS_1252 : guess);
    }

    private static Charset named(String name) {
        if (name == null) {
            return WINDOWS_1252;
        }
        try {
            return name.equalsIgnoreCase("SHIFT_JIS") ? WINDOWS_31J : Charset.forName(name);
        } catch (UnsupportedCharsetException e) {
            return WINDOWS_1252;
        }
    }

    /** UTF-16 without a mark: separators and line ends leave zeros, and all of them on the same side. */
    private static Optional<Charset> byZeros(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0 && i % 2 == 0) {
                even++;
            } else if (head[i] == 0) {
                odd++;
            }
        }
        byte[] whole = head.length % 2 == 0 ? head : Arrays.copyOf(head, head.length - 1);
        Charset guess = even < odd ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Math.min(even, odd) * 50 <= Math.max(even, odd) && decodes(guess, whole) ? Optional.of(guess) : Optional.empty();
    }

    /** Whether the bytes are text in this encoding: a sign may be cut at their end, but none may be wrong or a control sign. */
    private static boolean decodes(Charset charset, byte[] bytes) {
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, false);
        return !result.isError() && out.flip().chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != 0x1b);
    }

    private static int controls(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f' && b != 0x1b) {
                count++;
            }
        }
        return count;
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Decodes strictly, piece by piece, and forgets the text. */
    private static final class Utf8Watch {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer sink = CharBuffer.allocate(1 << 16);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private boolean valid = true;

        void take(byte[] bytes, int count) {
            if (!valid) {
                return;
            }
            ByteBuffer input = ByteBuffer.allocate(rest.remaining() + count).put(rest).put(bytes, 0, count).flip();
            for (CoderResult result; ; ) {
                result = decoder.decode(input, sink.clear(), false);
                if (result.isError()) {
                    valid = false;
                    return;
                }
                if (result.isUnderflow()) {
                    break;
                }
            }
            rest = input;
        }

        boolean end() {
            if (!valid) {
                return false;
            }
            try {
                StandardCharsets.UTF_8.newDecoder().decode(rest.duplicate());
                return true;
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
