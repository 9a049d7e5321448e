package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** One form for what people take for the same text. */
class FoldingTest {
    /** Holds a mark, which makes the whole text go the long way. */
    private static final String LONG_WAY = "が";

    @Property(tries = 1000)
    void theQuickWayLeadsToTheSame(@ForAll @CharRange(from = '\u0000', to = '\u0530') @CharRange(from = '\u0e00', to = '\u0e7f') @CharRange(from = '\u4e00', to = '\u4eff') @StringLength(max = 12) String text) {
        assertThat(Folding.fold(text) + Folding.fold(LONG_WAY)).isEqualTo(Folding.fold(text + LONG_WAY));
    }

    @Test
    void theQuickWayLeadsToTheSameForEveryCharacter() {
        for (int c = 0; c < Character.MIN_SURROGATE; c++) {
            String text = "A" + (char) c;
            assertThat(Folding.fold(text) + Folding.fold(LONG_WAY)).as("U+%04X", c).isEqualTo(Folding.fold(text + LONG_WAY));
        }
    }

    @Test
    void marksOfOneLetterAreBroughtIntoOrder() {
        assertThat(Folding.fold("น\u0e48\u0e38")).as("tone and vowel, in the order in which they were typed").isEqualTo(Folding.fold("น\u0e38\u0e48"));
    }

    @Test
    void accentsCaseAndLigaturesDoNotCount() {
        assertThat(Folding.fold("Élodie Łukasz ØRSTED Straße Ægir ŒUVRE İstanbul")).isEqualTo("elodie lukasz orsted strasse aegir oeuvre istanbul");
        assertThat(Folding.fold("E\u0301lodie")).as("written in two characters").isEqualTo(Folding.fold("Élodie"));
        assertThat(Folding.fold("a\nb\u0085c")).as("no control character").isEqualTo("a b c");
        assertThat(Folding.fold("ΣΊΣΥΦΟΣ Ёлка")).isEqualTo("σισυφοσ елка");
    }
}
