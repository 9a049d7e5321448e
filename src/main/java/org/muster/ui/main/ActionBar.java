package org.muster.ui.main;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.muster.ui.Fxml;
import org.muster.ui.shortcuts.Shortcut;

/** The row of buttons over the table. When it gets too narrow for their words, the buttons keep only their icons. */
final class ActionBar {
    private final Actions actions;
    private final Parent view;

    /** How wide the row is when all buttons show their words. */
    private double withWords;

    @FXML private HBox root;
    @FXML private Button create;
    @FXML private Button edit;
    @FXML private Button label;
    @FXML private Button delete;
    @FXML private Button importFile;
    @FXML private Button export;
    @FXML private Button undo;
    @FXML private Button history;

    ActionBar(Actions actions) {
        this.actions = actions;
        this.view = Fxml.load(this);
        tip(create, Shortcut.NEW);
        tip(edit, Shortcut.EDIT);
        tip(label, Shortcut.LABEL);
        tip(delete, Shortcut.DELETE);
        tip(importFile, Shortcut.IMPORT);
        tip(export, Shortcut.EXPORT);
        tip(undo, Shortcut.UNDO);
        tip(history, Shortcut.HISTORY);
        for (Button button : new Button[] {edit, label, delete}) {
            button.disableProperty().bind(actions.nobodyToChange());
        }
        for (Button button : new Button[] {create, importFile, undo}) {
            button.disableProperty().bind(actions.nothingToChange());
        }
        root.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private void fit(double width) {
        if (edit.getContentDisplay() == ContentDisplay.LEFT) {
            withWords = root.prefWidth(-1);
        }
        ContentDisplay display = width > 0 && width < withWords ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        for (Button button : new Button[] {create, edit, label, delete, importFile, export, undo, history}) {
            button.setContentDisplay(display);
        }
    }

    private static void tip(Button button, Shortcut shortcut) {
        button.setTooltip(new Tooltip(button.getText() + "  " + shortcut.keys()));
        button.setAccessibleText(button.getText());
    }

    Parent view() {
        return view;
    }

    @FXML
    private void create() {
        actions.create();
    }

    @FXML
    private void edit() {
        actions.edit();
    }

    @FXML
    private void label() {
        actions.label();
    }

    @FXML
    private void delete() {
        actions.delete();
    }

    @FXML
    private void importFile() {
        actions.importFile();
    }

    @FXML
    private void export() {
        actions.export();
    }

    @FXML
    private void undo() {
        actions.undo();
    }

    @FXML
    private void history() {
        actions.history();
    }
}
