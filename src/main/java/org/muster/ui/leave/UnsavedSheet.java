package org.muster.ui.leave;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;

/** Asks before a contact's unsaved edit goes, with the window or because another account takes its place. */
public final class UnsavedSheet implements Sheet {
    private final String contact;
    private final Sheets sheets;
    private final Runnable onLeave;
    private final Texts texts = Texts.of(UnsavedSheet.class);
    private final Parent view;

    @FXML private Label text;
    @FXML private Button stay;

    /**
     * @param contact what people call the contact under edit; may be empty
     * @param onLeave goes on; called at most once
     */
    public UnsavedSheet(String contact, Sheets sheets, Runnable onLeave) {
        this.contact = contact;
        this.sheets = sheets;
        this.onLeave = onLeave;
        this.view = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        text.setText(contact.isEmpty() ? texts.get("unsaved.text.nameless") : texts.get("unsaved.text", contact));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        stay.requestFocus();
    }

    @FXML
    private void stay() {
        sheets.close(this);
    }

    @FXML
    private void leave() {
        sheets.close(this);
        onLeave.run();
    }
}
