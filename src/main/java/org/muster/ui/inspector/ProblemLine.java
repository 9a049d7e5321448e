package org.muster.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.muster.jobs.Outcome;
import org.muster.people.ApiError;
import org.muster.texts.Texts;

/** What there is to say about the contact shown, or about what was typed. Gone when that is nothing. */
final class ProblemLine {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Label label;
    private final Texts texts = Texts.of(ProblemLine.class);

    ProblemLine(Label label) {
        this.label = label;
    }

    /** @param bad whether it stands in the way of saving */
    void say(String words, boolean bad) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.pseudoClassStateChanged(BAD, bad);
    }

    void failed(ApiError error) {
        say(texts.get("edit.failed", error.cause().what(), error.cause().advice()), true);
    }

    /** Why a contact was not saved. */
    void failed(Outcome outcome) {
        outcome.error().ifPresentOrElse(this::failed, () -> say(texts.get("edit.notSent"), true));
    }
}
