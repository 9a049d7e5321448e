package org.muster.ui.table;

import javafx.scene.control.TableCell;

/** A cell of a {@link ContactLine}: what it shows is laid out within it and never asks its row to be laid out again. */
abstract class LineCell extends TableCell<ContactRow, ContactRow> {
    LineCell() {
        // The row places its cells by the columns alone, managed or not. One that is not managed is the root of its own layout.
        setManaged(false);
    }
}
