package org.muster.store;

import java.util.List;
import java.util.stream.Stream;
import org.muster.contacts.Folding;

/** The words somebody looks for, folded. A word is found where another word begins so, as in the search for contacts. */
record FoldedWords(List<String> words) {
    static FoldedWords of(String text) {
        return new FoldedWords(Stream.of(Folding.fold(text).split("\\s+")).filter(w -> !w.isEmpty()).distinct().toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The words that are not in {@code folded}. */
    FoldedWords missingIn(String folded) {
        return new FoldedWords(words.stream().filter(w -> !begins(folded, w)).toList());
    }

    /** Whether all of them are in {@code folded}. */
    boolean in(String folded) {
        return words.stream().allMatch(w -> begins(folded, w));
    }

    private static boolean begins(String folded, String word) {
        for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(folded.codePointBefore(at)) || !Character.isLetterOrDigit(word.codePointAt(0))) {
                return true;
            }
        }
        return false;
    }
}
