package org.muster.ui.restore;

import org.muster.texts.Texts;

/** Says why no contact of the backup is shown. */
final class EmptyWords {
    private static final Texts TEXTS = Texts.of(EmptyWords.class);

    private EmptyWords() {}

    /**
     * @param search what was looked for
     * @param segment which contacts are to be shown: all, gone, different or same
     */
    static String of(Comparison comparison, String search, Object segment) {
        return comparison.items().isEmpty() ? TEXTS.get("empty") : search.isBlank() ? TEXTS.get("nothing." + segment) : TEXTS.get("nothing.search", search.strip());
    }
}
