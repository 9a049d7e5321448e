package org.muster.ui.table;

import java.text.Collator;
import java.util.Locale;

/** Makes sort keys in the order of the user's language. For one thread at a time. */
final class Collation {
    private final Collator collator;

    Collation(Locale locale) {
        collator = Collator.getInstance(locale);
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    /** A key to be compared byte by byte, unsigned. */
    byte[] key(String text) {
        // Java's collation rules skip spaces, so that "van Dam" would stand after "Vanda"; the low line is the first sign they do not skip
        return collator.getCollationKey(text.strip().replace(' ', '_')).toByteArray();
    }
}
