package org.muster.practice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/** The opaque texts that lead a client to its next page and to its next sync. They outlive a restart. */
final class SyncTokens {
    /**
     * Where a listing goes on.
     *
     * @param params a hash of the request parameters, which must stay as they are
     * @param start place in the order of changes when the first page was read
     * @param cursor last place shown, or how many were shown
     * @param fullSync when the full sync behind it took place
     */
    record Page(int params, long start, long cursor, Instant fullSync) {}

    /**
     * Where an incremental sync starts.
     *
     * @param params a hash of the request parameters
     * @param seq the last change the client knows
     * @param fullSync when the full sync took place; the token's life counts from here
     */
    record Sync(int params, long seq, Instant fullSync) {}

    private SyncTokens() {}

    static String encode(Page page) {
        return seal("p." + page.params() + "." + page.start() + "." + page.cursor() + "."
                + page.fullSync().toEpochMilli());
    }

    static String encode(Sync sync) {
        return seal("s." + sync.params() + "." + sync.seq() + "." + sync.fullSync().toEpochMilli());
    }

    static Optional<Page> page(String token) {
        return open(token, "p", 5).map(parts -> new Page(Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
                Long.parseLong(parts[3]), Instant.ofEpochMilli(Long.parseLong(parts[4]))));
    }

    static Optional<Sync> sync(String token) {
        return open(token, "s", 4).map(parts -> new Sync(Integer.parseInt(parts[1]), Long.parseLong(parts[2]),
                Instant.ofEpochMilli(Long.parseLong(parts[3]))));
    }

    private static String seal(String plain) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((plain + "~" + check(plain)).getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String[]> open(String token, String kind, int length) {
        String plain;
        try {
            plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int mark = plain.lastIndexOf('~');
        if (mark < 0 || !plain.substring(mark + 1).equals(check(plain.substring(0, mark)))) {
            return Optional.empty();
        }
        String[] parts = plain.substring(0, mark).split("\\.");
        return parts.length == length && parts[0].equals(kind) ? Optional.of(parts) : Optional.empty();
    }

    private static String check(String plain) {
        CRC32 crc = new CRC32();
        crc.update(plain.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
