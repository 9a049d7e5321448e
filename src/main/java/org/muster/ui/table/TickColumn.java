package org.muster.ui.table;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The column of boxes that say which rows take part, and Space, which does what a click on the box of the chosen row does. Who is ticked is
 * known elsewhere; {@link TableView#refresh()} shows it anew.
 *
 * @param <R> a row
 * @param has whether this row has a box at all
 * @param ticked whether this row takes part
 * @param toggle lets it take part, or no longer
 * @param words what its box says to who cannot see it
 */
public record TickColumn<R>(Predicate<R> has, Predicate<R> ticked, Consumer<R> toggle, Function<R, String> words) {
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("taken-out");
    private static final double WIDTH = 42;

    /** Every row has a box. */
    public TickColumn(Predicate<R> ticked, Consumer<R> toggle, Function<R, String> words) {
        this(row -> true, ticked, toggle, words);
    }

    /** Gives {@code table} this column as its next one, and the key. */
    public void addTo(TableView<R> table) {
        table.getColumns().add(new CellColumn<R>("", WIDTH, WIDTH, () -> new TickCell<>(this)).atMost(WIDTH));
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(table, e));
        table.focusedProperty().subscribe(now -> chooseOne(table, now));
    }

    /** Whoever comes to the table with the keyboard sees where they are, and whom Space is about. */
    private static void chooseOne(TableView<?> table, boolean focused) {
        if (focused && table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(Math.max(0, table.getFocusModel().getFocusedIndex()));
        }
    }

    /** The same, and rows that do not take part are pale. */
    public void addWithPaleRowsTo(TableView<R> table) {
        addTo(table);
        table.setRowFactory(t -> new PaleRow<>(this));
    }

    private void pressed(TableView<R> table, KeyEvent e) {
        R chosen = table.getSelectionModel().getSelectedItem();
        if (e.getCode() == KeyCode.SPACE && chosen != null && e.getTarget() == table) {
            e.consume();
            if (has.test(chosen)) {
                toggle.accept(chosen);
            }
        }
    }

    private static final class PaleRow<R> extends TableRow<R> {
        private final TickColumn<R> ticks;

        private PaleRow(TickColumn<R> ticks) {
            this.ticks = ticks;
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(OUT, !empty && row != null && !ticks.ticked().test(row));
        }
    }

    private static final class TickCell<R> extends TableCell<R, R> {
        private final TickColumn<R> ticks;
        private final CheckBox box = new CheckBox();

        private TickCell(TickColumn<R> ticks) {
            this.ticks = ticks;
            getStyleClass().add("tick-cell");
            box.setFocusTraversable(false);
            box.setOnAction(e -> ticks.toggle().accept(getItem()));
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || !ticks.has().test(row)) {
                setGraphic(null);
                return;
            }
            box.setSelected(ticks.ticked().test(row));
            box.setAccessibleText(ticks.words().apply(row));
            setGraphic(box);
        }
    }
}
