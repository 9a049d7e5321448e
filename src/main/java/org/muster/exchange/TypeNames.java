package org.muster.exchange;

import java.util.Locale;
import org.muster.contacts.SubField;

/** Type names as files write them ({@code Home Fax}, {@code * Work}) against Google's own ({@code homeFax}). */
final class TypeNames {
    private TypeNames() {}

    /** The API's word for a type as a file writes it: a well-known one where case and spaces do not matter, else the text itself. */
    static String toApi(SubField part, String written) {
        String text = unstarred(written);
        String plain = plain(text);
        return part.known().stream().filter(known -> plain(known).equals(plain)).findFirst().orElse(text);
    }

    /** How Google's CSV writes a type: {@code Home Fax} for {@code homeFax}; a custom one as it is. */
    static String toCsv(SubField part, String type) {
        if (!part.known().contains(type)) {
            return type;
        }
        String spaced = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** Whether Google's CSV marks this as the default of its kind. */
    static boolean starred(String written) {
        return written.startsWith("* ");
    }

    static String unstarred(String written) {
        return starred(written) ? written.substring(2).strip() : written.equals("*") ? "" : written;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
