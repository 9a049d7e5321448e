package org.muster.ui.create;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.muster.exchange.Grid;
import org.muster.ui.create.CreateGrid.Show;

/** The rows of the grid that are on screen, by what is to be shown. For the FX thread. */
final class ShownRows {
    private final Grid grid;
    private final Doubles doubles;
    private final ObservableList<GridRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.ALL);

    ShownRows(Grid grid, Doubles doubles) {
        this.grid = grid;
        this.doubles = doubles;
    }

    ObservableList<GridRow> rows() {
        return rows;
    }

    ObjectProperty<Show> show() {
        return show;
    }

    boolean all() {
        return show.get() == Show.ALL;
    }

    /** The place in the grid of the row so many below another one on screen; past the last one, that of a new row. */
    int below(GridRow row, int by) {
        int at = rows.indexOf(row) + by;
        return at < rows.size() ? rows.get(at).position() : grid.rows().size();
    }

    /** A row was added to the grid at its end. */
    void added(int position) {
        if (all() && rows.size() == position) {
            rows.add(row(position));
        }
    }

    /** Shows what is to be shown. Rows that stay keep their objects, so that focus and scrolling stay, too. */
    void refill() {
        IntPredicate wanted = switch (show.get()) {
            case ALL -> i -> true;
            case READY -> i -> grid.check(i).ready();
            case TO_FIX -> i -> grid.check(i).toFix();
            case DOUBLES -> i -> doubles.at(i).isPresent();
        };
        int[] positions = IntStream.range(0, grid.rows().size()).filter(wanted).toArray();
        int same = 0;
        while (same < positions.length && same < rows.size() && rows.get(same).position() == positions[same]) {
            rows.get(same).take(grid.check(positions[same]));
            rows.get(same).resembles(doubles.at(positions[same]));
            same++;
        }
        if (same < rows.size()) {
            rows.remove(same, rows.size());
        }
        if (same < positions.length) {
            rows.addAll(IntStream.range(same, positions.length).mapToObj(i -> row(positions[i])).toList());
        }
    }

    /** Other rows look like somebody now. */
    void doublesFound() {
        if (show.get() == Show.DOUBLES) {
            refill();
        } else {
            rows.forEach(row -> row.resembles(doubles.at(row.position())));
        }
    }

    private GridRow row(int position) {
        GridRow row = new GridRow(position, grid.check(position));
        row.resembles(doubles.at(position));
        return row;
    }
}
