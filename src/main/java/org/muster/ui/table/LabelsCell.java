package org.muster.ui.table;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** The labels of a contact as chips: as many as a few, then how many more. */
final class LabelsCell extends TableCell<ContactRow, ContactRow> {
    private static final int CHIPS = 3;

    private final HBox chips = new HBox();
    private final Label more = new Label();

    LabelsCell() {
        more.getStyleClass().add("more");
        more.setMinWidth(USE_PREF_SIZE);
        more.managedProperty().bind(more.visibleProperty());
        chips.getChildren().add(more);
        chips.getStyleClass().add("chips");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chips.setVisible(false);
        setGraphic(chips); // for good: chips that came and went would be styled anew each time
    }

    @Override
    protected void updateItem(ContactRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            chips.setVisible(false);
            return;
        }
        List<org.muster.contacts.Label> labels = row.labels();
        int shown = Math.min(CHIPS, labels.size());
        while (chips.getChildren().size() <= shown) { // no more than a contact has needed yet: each is styled with every row that scrolls by
            chips.getChildren().add(chips.getChildren().size() - 1, chip());
        }
        for (int i = 0; i < chips.getChildren().size() - 1; i++) {
            Label chip = (Label) chips.getChildren().get(i);
            chip.setVisible(i < shown);
            chip.setText(i < shown ? labels.get(i).name() : "");
        }
        boolean over = labels.size() > CHIPS;
        more.setVisible(over);
        more.setText(over ? "+" + (labels.size() - CHIPS) : "");
        setAccessibleText(labels.stream().map(org.muster.contacts.Label::name).collect(Collectors.joining(", ")));
        chips.setVisible(true);
    }

    private static Label chip() {
        Label chip = new Label();
        chip.getStyleClass().add("chip");
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
    }
}
