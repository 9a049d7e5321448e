package org.muster.ui.undo;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.jobs.UndoPlan;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** Why there is nothing to be previewed, with the ways on. */
public final class UndoSaid {
    private final Runnable onAgain;
    private final Runnable onEarlier;
    private final Texts texts = Texts.of(UndoSaid.class);
    private final Parent view;

    @FXML private FontIcon icon;
    @FXML private Label what;
    @FXML private Label advice;
    @FXML private Button again;
    @FXML private Button earlier;

    /**
     * @param onAgain looks once more
     * @param onEarlier looks at the job before
     */
    UndoSaid(Runnable onAgain, Runnable onEarlier) {
        this.onAgain = onAgain;
        this.onEarlier = onEarlier;
        this.view = Fxml.load(this);
    }

    Parent view() {
        return view;
    }

    @FXML
    private void initialize() {
        for (Node node : List.of(again, earlier, advice)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /** Puts the keyboard on the way on; without one, on the way {@code out}. */
    void focus(Button out) {
        (again.isVisible() ? again : earlier.isVisible() ? earlier : out).requestFocus();
    }

    void refused(ApiError error) {
        say("fth-alert-triangle", texts.get("sentence", error.cause().what()), error.cause().advice(), true);
    }

    void notEnded(String title) {
        say("fth-clock", texts.get("notEnded.what", title), texts.get("notEnded.advice"), true);
    }

    void noJob(boolean again) {
        say(again ? "fth-corner-up-right" : "fth-corner-up-left", texts.get(again ? "none.what.redo" : "none.what"), texts.get(again ? "none.advice.redo" : "none.advice"), false);
    }

    void unreadable() {
        say("fth-alert-triangle", texts.get("unreadable.what"), texts.get("unreadable.advice"), true);
    }

    /**
     * Nothing of a job can be taken back, or not yet.
     *
     * @param further whether the job before may be looked at
     */
    void nothing(UndoPlan plan, UndoWords words, boolean further) {
        boolean known = plan.left().stream().noneMatch(left -> left.reason() == UndoPlan.Reason.CANNOT_TELL);
        String what = texts.get(plan.again() ? "nothing.what.redo" : "nothing.what");
        say(known ? "fth-check" : "fth-clock", known ? what : texts.get("nothing.yet"), String.join("\n", words.left(plan).keySet()), !known);
        earlier.setText(texts.get(plan.again() ? "earlier.redo" : "earlier"));
        earlier.setVisible(further);
    }

    private void say(String sign, String said, String onwards, boolean retry) {
        icon.setIconLiteral(sign);
        what.setText(said);
        advice.setText(onwards);
        advice.setVisible(!onwards.isEmpty());
        again.setVisible(retry);
        earlier.setVisible(false);
    }

    @FXML
    private void again() {
        onAgain.run();
    }

    @FXML
    private void earlier() {
        onEarlier.run();
    }
}
