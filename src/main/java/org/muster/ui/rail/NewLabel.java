package org.muster.ui.rail;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.workspace.BackupSaid;
import org.muster.ui.workspace.Workspace;

/** Makes a label in its place: a button that becomes a text field. */
final class NewLabel {
    private final Workspace workspace;
    private final Texts texts = Texts.of(NewLabel.class);
    private final Parent view;

    @FXML private Button start;
    @FXML private TextField name;
    @FXML private Label problem;
    @FXML private VBox backup;
    @FXML private Label backupText;
    @FXML private Button cancelBackup;
    private AtomicBoolean unwanted = new AtomicBoolean();

    NewLabel(Workspace workspace) {
        this.workspace = workspace;
        this.view = Fxml.load(this);
        start.managedProperty().bind(start.visibleProperty());
        name.managedProperty().bind(name.visibleProperty());
        backup.managedProperty().bind(backup.visibleProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        start.visibleProperty().bind(name.visibleProperty().not());
        name.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                stop();
                e.consume();
            }
        });
        start.disableProperty().bind(workspace.readingProperty());
        name.focusedProperty().subscribe(focused -> {
            if (!focused && name.getText().isBlank()) {
                name.setVisible(false);
            }
        });
    }

    Parent view() {
        return view;
    }

    @FXML
    private void start() {
        problem.setVisible(false);
        name.clear();
        name.setVisible(true);
        name.requestFocus();
    }

    private void stop() {
        name.clear();
        problem.setVisible(false);
        name.setVisible(false);
        start.requestFocus();
    }

    @FXML
    private void create() {
        String wanted = name.getText().strip();
        if (wanted.isEmpty()) {
            return;
        }
        if (workspace.labels().stream().anyMatch(l -> l.name().equalsIgnoreCase(wanted))) {
            refuse(texts.get("newLabel.taken", wanted));
            return;
        }
        name.setDisable(true);
        problem.setVisible(false);
        AtomicBoolean mine = new AtomicBoolean();
        unwanted = mine;
        workspace.createLabel(wanted, new BackupSaid(workspace.background(), this::backingUp, mine::get), answer -> {
            name.setDisable(false);
            backup.setVisible(false);
            switch (answer) {
                case Answer.Ok<org.muster.contacts.Label> ok -> stop();
                case Answer.Failed<org.muster.contacts.Label>(ApiError error) when error.cause() == ErrorCause.CANCELLED -> name.requestFocus();
                case Answer.Failed<org.muster.contacts.Label>(ApiError error) -> refuse(texts.get("newLabel.failed", error.cause().what(), error.cause().advice()));
            }
        });
    }

    /** On the first occasion of a day all contacts are copied before; the field waits meanwhile. */
    private void backingUp(String words) {
        backupText.setText(words);
        if (!backup.isVisible()) {
            backup.setVisible(true);
            cancelBackup.setDisable(false);
            cancelBackup.setAccessibleText(texts.get("newLabel.cancel", name.getText().strip()));
            cancelBackup.requestFocus();
        }
    }

    @FXML
    private void cancelBackup() {
        unwanted.set(true);
        cancelBackup.setDisable(true);
    }

    private void refuse(String why) {
        problem.setText(why);
        problem.setVisible(true);
        name.requestFocus();
    }
}
