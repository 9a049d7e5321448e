package org.muster.changes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A contact's photo.
 *
 * @param id the SHA-256 of its bytes as hexadecimal digits, so that the same photo is kept once
 * @param bytes a JPEG or PNG; not to be changed
 */
public record PhotoBytes(String id, byte[] bytes) {
    public static PhotoBytes of(byte[] bytes) {
        try {
            return new PhotoBytes(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
