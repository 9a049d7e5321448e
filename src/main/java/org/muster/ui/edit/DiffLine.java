package org.muster.ui.edit;

import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.muster.changes.FieldDiff;
import org.muster.texts.Texts;

/** What goes and what comes in a field, on one line. Shows one diff after another. */
public final class DiffLine extends HBox {
    /** What comes is never cut when it has so many characters: it fits into the narrowest column beside a cut word of what goes. */
    private static final int SHORT = 12;
    /** The same for what goes, if it is hardly longer than its cut form. */
    private static final int VERY_SHORT = 6;
    private static final double SOME_WORDS = 60;

    private final Texts texts = Texts.of(DiffLine.class);
    private final Label before = new Label();
    private final Label arrow = new Label(texts.get("arrow"));
    private final Label after = new Label();

    public DiffLine() {
        super(7);
        getChildren().setAll(before, arrow, after);
        setAlignment(Pos.CENTER_LEFT);
        arrow.setMinWidth(Label.USE_PREF_SIZE);
        arrow.getStyleClass().add("muted");
    }

    /**
     * Shows from now on a diff that will not come about by itself: what is there stays, so it is not struck out, and the other is only named beside it.
     *
     * @return all of it in words
     */
    public String showStaying(FieldDiff diff, UnaryOperator<String> labelNames) {
        String words = show(diff, labelNames);
        before.getStyleClass().remove("diff-gone");
        after.getStyleClass().setAll("label", "muted");
        return words;
    }

    /**
     * Shows this diff from now on.
     *
     * @param labelNames a label's name by its resource name
     * @return all of it in words
     */
    public String show(FieldDiff diff, UnaryOperator<String> labelNames) {
        if (diff.takesOnlyMarks()) {
            word(before, 0, true, texts.get("marks"), "muted");
            word(arrow, SHORT, false, "", "muted");
            word(after, 0, false, "", "muted");
            return before.getText();
        }
        DiffText text = DiffText.of(diff, labelNames);
        boolean clears = diff.kind() == FieldDiff.Kind.CLEARED;
        boolean added = text.before().isEmpty() && text.others();
        boolean removed = text.after().isEmpty() && text.others();
        word(before, VERY_SHORT, !added, text.before().isEmpty() ? texts.get("common.empty") : text.before(), text.before().isEmpty() ? "muted" : "diff-gone");
        word(arrow, SHORT, !added && !removed, texts.get("arrow"), "muted");
        String cleared = clears ? texts.get("cleared") : texts.get("common.empty");
        word(after, SHORT, !removed, text.after().isEmpty() ? cleared : added ? texts.get("added", text.after()) : text.after(), !text.after().isEmpty() ? "diff-come" : clears ? "danger-text" : "muted");
        return texts.get("change.accessible", before.getText(), removed ? texts.get("taken") : after.getText());
    }

    private static void word(Label label, int uncut, boolean shown, String text, String look) {
        label.setText(text);
        label.setMinWidth(text.length() <= uncut ? Label.USE_PREF_SIZE : SOME_WORDS);
        label.setVisible(shown);
        label.setManaged(shown);
        label.getStyleClass().setAll("label", look);
    }
}
