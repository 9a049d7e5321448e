package org.muster.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.muster.changes.EmailForm;

import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** The first value of a field, and how many more there are. */
final class FieldCell extends TableCell<ContactRow, ContactRow> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final PersonField field;
    private final Label more = new Label();
    private final String noName;
    private final String notLoaded;

    FieldCell(PersonField field, Texts texts) {
        this.field = field;
        this.noName = texts.get("table.noName");
        this.notLoaded = texts.get("table.notLoaded");
        more.getStyleClass().add("more");
        more.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("field-cell");
        setContentDisplay(ContentDisplay.RIGHT);
        // The count stays in the cell for good, empty when there is nothing to count: taking it out and in again would have the cell
        // styled anew each time, and a cell forgets a graphic that was not managed when its text changed.
        setGraphic(more);
    }

    @Override
    protected void updateItem(ContactRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            show("", 0, false, false);
        } else if (!row.loaded(field) && row.contact().items(field).isEmpty()) {
            show(notLoaded, 0, false, true);
        } else {
            String text = row.text(field);
            boolean noNameYet = text.isEmpty() && field == PersonField.NAMES;
            boolean wrong = field == PersonField.EMAIL_ADDRESSES && !text.isEmpty() && EmailForm.of(text) != EmailForm.FULL;
            show(noNameYet ? noName : text, row.more(field), wrong, noNameYet);
        }
    }

    private void show(String text, int others, boolean wrong, boolean nothing) {
        setText(text);
        more.setText(others > 0 ? "+" + others : "");
        pseudoClassStateChanged(WRONG, wrong);
        pseudoClassStateChanged(NOTHING, nothing);
    }
}
