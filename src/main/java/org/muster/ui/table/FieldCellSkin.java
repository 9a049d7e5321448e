package org.muster.ui.table;

import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.text.Text;

/**
 * A text, and behind it how many more values there are. The nodes are put in once and stay: JavaFX would put them in anew whenever the text
 * changes, and style them anew each time.
 */
final class FieldCellSkin extends TableCellSkin<ContactRow, ContactRow> {
    static final double GAP = 5;

    private final Text more;

    FieldCellSkin(FieldCell cell, Text more) {
        super(cell);
        this.more = more;
        getChildren().add(more);
    }

    @Override
    protected void updateChildren() {
        if (getChildren().isEmpty()) {
            super.updateChildren();
        }
    }

    /** The text first, cut short if there is no room for both. */
    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        double room = more.getText().isEmpty() ? 0 : GAP + Math.ceil(more.getLayoutBounds().getWidth());
        super.layoutChildren(x, y, Math.max(0, w - room), h);
        if (room > 0) {
            double end = getChildren().getFirst().getBoundsInParent().getMaxX();
            more.relocate(snapPositionX(end + GAP), snapPositionY(y + (h - more.getLayoutBounds().getHeight()) / 2));
        }
    }
}
