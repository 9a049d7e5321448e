package org.muster.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the folder of an account is called: its id, as far as every system takes it. */
final class FolderName {
    /** Some systems take no more than 255 bytes. */
    private static final int LONGEST = 180;
    private static final int BEGINNING = 140;

    private FolderName() {}

    static String of(String account) {
        // Letters, digits, ".", "-", "_" stay; a name of dots alone, or with a dot at the end, means something else to some systems
        String name = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("*", "%2A").replaceAll("^\\.|\\.$", "%2E");
        return name.length() <= LONGEST ? name : name.substring(0, BEGINNING) + "-" + digest(account);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
