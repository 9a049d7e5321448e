package org.muster.changes;

import java.util.regex.Pattern;

/**
 * Whether a text has the form of an e-mail address. Generous on purpose: addresses with other scripts, several dots or odd signs do
 * exist, so only what no mail system could deliver to counts as wrong.
 */
public enum EmailForm {
    /** Something before the sign, and a host with a dot behind it. */
    FULL,
    /** A host without a dot: fine within a company, a slip elsewhere. */
    LOCAL_HOST,
    /** No address. */
    NONE;

    private static final Pattern SHAPE = Pattern.compile("(?:\"[^\"]+\"|[^\\s@\"<>(),;:\\[\\]\\\\]+)@([^\\s@\"<>(),;:\\\\]+)");
    private static final Pattern LITERAL = Pattern.compile("\\[[0-9A-Za-z.]+]");
    private static final Pattern HOST_LABEL = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]([\\p{L}\\p{N}\\p{M}_-]*[\\p{L}\\p{N}\\p{M}_])?");

    public static EmailForm of(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return NONE;
        }
        String host = shape.group(1);
        if (LITERAL.matcher(host).matches()) {
            return FULL;
        }
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!HOST_LABEL.matcher(label).matches()) {
                return NONE;
            }
        }
        return labels.length > 1 ? FULL : LOCAL_HOST;
    }
}
