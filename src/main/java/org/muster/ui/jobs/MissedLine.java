package org.muster.ui.jobs;

import atlantafx.base.controls.Popover;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** One contact that did not make it: who, why, and what can be done. Shows one contact after another. */
public final class MissedLine {
    private final BiConsumer<Missed.Action, Missed> onAction;
    private final Texts texts = Texts.of(MissedLine.class);
    private final Tooltip tooltip = new Tooltip();
    private final Parent view;
    private Missed missed;
    private MissedWords words;

    @FXML private FontIcon icon;
    @FXML private Label name;
    @FXML private Label origin;
    @FXML private HBox reason;
    @FXML private Label what;
    @FXML private Label advice;
    @FXML private Button server;
    @FXML private Button compare;
    @FXML private Button lookAgain;
    @FXML private Button retry;
    @FXML private Button mend;
    @FXML private Button open;
    @FXML private Button skip;

    MissedLine(BiConsumer<Missed.Action, Missed> onAction) {
        this.onAction = onAction;
        this.view = Fxml.load(this);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(460);
        Tooltip.install(reason, tooltip);
    }

    Parent view() {
        return view;
    }

    /** Shows this contact from now on. */
    void show(Missed next) {
        missed = next;
        words = MissedWords.of(next, texts);
        icon.setIconLiteral(words.icon());
        icon.getStyleClass().setAll("ikonli-font-icon", "missed-icon", words.look());
        name.setText(words.name());
        origin.setText(next.photo() ? texts.get("missed.photo") : next.origin());
        present(origin, !origin.getText().isEmpty());
        what.setText(words.what());
        advice.setText(words.advice());
        present(server, !words.server().isEmpty());
        tooltip.setText(words.server().isEmpty() ? words.what() + " " + words.advice() : words.what() + " " + words.advice() + "\n" + words.server());
        view.setAccessibleText(words.spoken());
        Set<Missed.Action> offered = next.actions();
        present(compare, offered.contains(Missed.Action.COMPARE));
        present(lookAgain, offered.contains(Missed.Action.LOOK_AGAIN));
        present(retry, offered.contains(Missed.Action.RETRY));
        present(mend, offered.contains(Missed.Action.MEND));
        present(open, offered.contains(Missed.Action.OPEN));
        present(skip, offered.contains(Missed.Action.SKIP));
        for (Button button : new Button[] {compare, lookAgain, retry, mend, open, skip}) {
            button.setAccessibleText(texts.get("missed.button", button.getText(), words.name()));
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void showServer(ActionEvent event) {
        Label text = new Label(words.server());
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.getStyleClass().add("mono");
        Popover popover = new Popover(text);
        popover.setTitle(texts.get("missed.serverTitle"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.show(server);
    }

    @FXML
    private void compare(ActionEvent event) {
        onAction.accept(Missed.Action.COMPARE, missed);
    }

    @FXML
    private void lookAgain(ActionEvent event) {
        onAction.accept(Missed.Action.LOOK_AGAIN, missed);
    }

    @FXML
    private void retry(ActionEvent event) {
        onAction.accept(Missed.Action.RETRY, missed);
    }

    @FXML
    private void mend(ActionEvent event) {
        onAction.accept(Missed.Action.MEND, missed);
    }

    @FXML
    private void open(ActionEvent event) {
        onAction.accept(Missed.Action.OPEN, missed);
    }

    @FXML
    private void skip(ActionEvent event) {
        onAction.accept(Missed.Action.SKIP, missed);
    }
}
