package org.muster.practice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Etags in Google's two shapes: the source's ({@code #} and 8 bytes in base64) and the person's ({@code %} and a small
 * protobuf that lists the fields asked for, the sources, and a version). Only the version inside is compared.
 */
final class Etags {
    private static final byte[] SOURCE_SET = {1, 2, 5, 7};

    private final Switches switches;

    Etags(Switches switches) {
        this.switches = switches;
    }

    /** The etag of the contact source. */
    static String source(StoredPerson person) {
        return "#" + version(person, 0x9E3779B97F4A7C15L);
    }

    /** The etag of a linked profile; it never changes here. */
    static String profile(StoredPerson person) {
        return "#" + bytes(mix(person.profileId().hashCode()));
    }

    /** The etag of a group. */
    static String group(long seed, long version) {
        return bytes(mix(seed * 31 + version));
    }

    /** {@code Person.etag} as an answer with that mask shows it. */
    String person(StoredPerson person, ReadMask mask) {
        String inner = switches.etagEmbeds().get() == Switches.EtagEmbeds.SOURCE_ETAG
                ? source(person).substring(1) : ownVersion(person);
        long bits = switches.etagFormat().get() == Switches.EtagFormat.BY_MASK ? mask.bits() : ReadMask.ALL.bits();
        int fields = Long.bitCount(bits);
        byte[] out = new byte[2 + fields + 2 + SOURCE_SET.length + 2 + inner.length()];
        int at = 0;
        out[at++] = 0x12;
        out[at++] = (byte) fields;
        for (int i = 0; i < PersonFields.COUNT; i++) {
            if ((bits & (1L << i)) != 0) {
                out[at++] = (byte) (i + 1);
            }
        }
        out[at++] = 0x1a;
        out[at++] = (byte) SOURCE_SET.length;
        for (byte b : SOURCE_SET) {
            out[at++] = b;
        }
        out[at++] = 0x22;
        out[at++] = (byte) inner.length();
        for (byte b : inner.getBytes(StandardCharsets.US_ASCII)) {
            out[at++] = b;
        }
        return "%" + Base64.getEncoder().encodeToString(out);
    }

    /** Whether a client's {@code person.etag} speaks of the contact as it is now, whatever mask it was read with. */
    boolean isCurrent(String personEtag, StoredPerson person) {
        Optional<String> inner = embedded(personEtag);
        return inner.isPresent()
                && (inner.get().equals(source(person).substring(1)) || inner.get().equals(ownVersion(person)));
    }

    /** The version inside a person's etag; empty when the text is not one. */
    static Optional<String> embedded(String etag) {
        if (!etag.startsWith("%")) {
            return Optional.empty();
        }
        byte[] raw;
        try {
            raw = Base64.getDecoder().decode(etag.substring(1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int at = 0;
        while (at + 1 < raw.length) {
            int tag = raw[at] & 0xff;
            int length = raw[at + 1] & 0xff;
            if (at + 2 + length > raw.length) {
                return Optional.empty();
            }
            if (tag == 0x22) {
                return Optional.of(new String(raw, at + 2, length, StandardCharsets.US_ASCII));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static String ownVersion(StoredPerson person) {
        return version(person, 0xC2B2AE3D27D4EB4FL);
    }

    private static String version(StoredPerson person, long salt) {
        return bytes(mix(mix(person.sourceId() ^ salt) + person.version()));
    }

    private static String bytes(long value) {
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(8).putLong(value).array());
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
