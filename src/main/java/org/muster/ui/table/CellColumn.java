package org.muster.ui.table;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/**
 * A column of a list that is looked through and stays in its order: each cell gets the whole row and shows what it wants of it.
 *
 * @param <R> a row
 */
public final class CellColumn<R> extends TableColumn<R, R> {
    /**
     * @param least as narrow as it gets, in pixels
     * @param wide as wide as it would like to be, in pixels
     * @param cell makes an empty cell
     */
    public CellColumn(String title, double least, double wide, Supplier<TableCell<R, R>> cell) {
        super(title);
        setMinWidth(least);
        setPrefWidth(wide);
        setSortable(false);
        setReorderable(false);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        setCellFactory(c -> cell.get());
    }

    /** Makes it never wider than this, in pixels. */
    public CellColumn<R> atMost(double most) {
        setMaxWidth(most);
        return this;
    }
}
