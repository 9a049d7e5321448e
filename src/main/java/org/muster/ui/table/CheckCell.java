package org.muster.ui.table;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.muster.texts.Texts;

/** The box that takes a contact into the selection. The whole cell takes the click; with Shift it takes the range since the last one. */
final class CheckCell extends LineCell {
    /**
     * A click.
     *
     * @param row whom it is about
     * @param range whether everybody since the last click is meant
     */
    record Click(ContactRow row, boolean range) {}

    private final CheckBox box = new CheckBox();
    private final Texts texts = Texts.of(CheckCell.class);
    private final Selection selection;

    CheckCell(Selection selection, Consumer<Click> onClick) {
        this.selection = selection;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("check-cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        box.setFocusTraversable(false);
        box.setMouseTransparent(true);
        box.setVisible(false);
        setGraphic(box); // for good: a box that came and went would be styled anew each time
        box.setOnAction(e -> onClick.accept(new Click(getItem(), false)));
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && getItem() != null) {
                onClick.accept(new Click(getItem(), e.isShiftDown()));
            }
        });
        selection.stateProperty().subscribe(this::refresh);
    }

    @Override
    protected void updateItem(ContactRow row, boolean empty) {
        super.updateItem(row, empty);
        box.setVisible(!empty && row != null);
        if (row != null) {
            box.setAccessibleText(texts.get("table.select", row.contact().displayName()));
        }
        refresh();
    }

    private void refresh() {
        box.setSelected(getItem() != null && selection.contains(getItem().resourceName()));
    }
}
