package org.muster.ui.table;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import org.muster.contacts.Label;

/** The labels of a contact as chips. */
final class LabelsCell extends LineCell {
    private final ChipRow chips = new ChipRow();

    LabelsCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chips.prefWidthProperty().bind(widthProperty().subtract(16)); // the cell's padding
        setGraphic(chips);
    }

    @Override
    protected void updateItem(ContactRow row, boolean empty) {
        super.updateItem(row, empty);
        List<String> names = empty || row == null ? List.of() : row.labels().stream().map(Label::name).toList();
        chips.show(names);
        setAccessibleText(String.join(", ", names));
    }
}
