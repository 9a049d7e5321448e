package org.muster.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.control.Skin;
import javafx.scene.text.Text;
import org.muster.changes.EmailForm;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** The first value of a field, and how many more there are. */
final class FieldCell extends LineCell {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final PersonField field;
    private final Text more = new Text();
    private final String noName;
    private final String notLoaded;

    FieldCell(PersonField field, Texts texts) {
        this.field = field;
        this.noName = texts.get("table.noName");
        this.notLoaded = texts.get("table.notLoaded");
        more.getStyleClass().add("more");
        more.setManaged(false);
        getStyleClass().add("field-cell");
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FieldCellSkin(this, more);
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
        String count = others > 0 ? "+" + others : "";
        if (!count.equals(more.getText())) {
            more.setText(count);
            // the room left for the text, which is measured anew when this changes
            setGraphicTextGap(count.length());
        }
        pseudoClassStateChanged(WRONG, wrong);
        pseudoClassStateChanged(NOTHING, nothing);
    }
}
