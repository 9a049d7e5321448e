package org.muster.ui.create;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.muster.exchange.ImportedRow;
import org.muster.exchange.RowCheck;

/** A row as the grid shows it. It stays the same object while one types into it, so that the cell being edited stays open. */
final class GridRow {
    private final int position;
    private final ObjectProperty<RowCheck> check;

    GridRow(int position, RowCheck check) {
        this.position = position;
        this.check = new SimpleObjectProperty<>(check);
    }

    /** Its place in the whole grid, from 0. */
    int position() {
        return position;
    }

    /** Its cells. */
    ImportedRow row() {
        return check().row();
    }

    /** What there is to say about it. */
    RowCheck check() {
        return check.get();
    }

    ObservableValue<RowCheck> checkProperty() {
        return check;
    }

    /** The text of a cell and what is wrong with it, as they come to be. */
    ObservableValue<CellView> cell(int column) {
        return check.map(c -> CellView.of(c, column));
    }

    void take(RowCheck now) {
        check.set(now);
    }
}
