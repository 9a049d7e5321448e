package org.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

/** One form for what people take for the same text. */
class FoldingTest {
    @Property(tries = 300)
    void theQuickWayForLatinLettersLeadsToTheSame(@ForAll @CharRange(from = '\u0000', to = '\u0200') String text) {
        // A letter from far away makes the whole text go the long way.
        assertThat(Folding.fold(text) + "漢").isEqualTo(Folding.fold(text + "漢"));
    }

    @Test
    void accentsCaseAndLigaturesDoNotCount() {
        assertThat(Folding.fold("Élodie Łukasz ØRSTED Straße Ægir ŒUVRE İstanbul")).isEqualTo("elodie lukasz orsted strasse aegir oeuvre istanbul");
        assertThat(Folding.fold("E\u0301lodie")).as("written in two characters").isEqualTo(Folding.fold("Élodie"));
        assertThat(Folding.fold("a\nb\u0085c")).as("no control character").isEqualTo("a b c");
        assertThat(Folding.fold("ΣΊΣΥΦΟΣ Ёлка")).isEqualTo("σισυφοσ елка");
    }
}
