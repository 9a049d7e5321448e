package org.muster.ui.create;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.PersonField;
import org.muster.exchange.Column;
import org.muster.exchange.PastedBlock;
import org.muster.exchange.Target;
import org.muster.texts.Texts;

/** Dresses a {@link TableView} as the grid: its columns, its editable cells, its keys, pasting. */
final class GridTable implements GridCell.Typed {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final Texts TEXTS = Texts.of(GridTable.class);

    private final TableView<GridRow> table;
    private final CreateGrid grid;
    /** The grid's columns that are shown, in their order. */
    private List<Integer> order = List.of();

    GridTable(TableView<GridRow> table, CreateGrid grid) {
        this.table = table;
        this.grid = grid;
        table.setItems(grid.shown());
        table.setEditable(true);
        table.setFixedCellSize(34);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setRowFactory(t -> new Row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        columnsChanged();
    }

    /** Lays out the columns anew, if they are others than before. */
    void columnsChanged() {
        List<Column> all = grid.columns();
        BitSet filled = grid.filled();
        List<Integer> now = IntStream.range(0, all.size()).filter(c -> wanted(all.get(c), filled.get(c))).boxed().toList();
        List<String> titles = now.stream().map(c -> all.get(c).title()).toList();
        if (now.equals(order) && titles.equals(table.getColumns().stream().filter(c -> c.getUserData() != null).map(TableColumn::getText).toList())) {
            return;
        }
        order = now;
        List<TableColumn<GridRow, ?>> made = new ArrayList<>();
        made.add(number());
        made.add(state());
        now.forEach(c -> made.add(column(all.get(c), c)));
        made.add(wrong());
        table.getColumns().setAll(made);
    }

    private boolean wanted(Column column, boolean filled) {
        return switch (column.target()) {
            case Target.MapsTo to -> grid.typed() || to.index() == 0 && main(to) || filled;
            case Target.AsCustomField _ -> true;
            case Target.Unknown _ -> filled;
            case Target.Ignored _ -> false;
        };
    }

    private static boolean main(Target.MapsTo to) {
        return switch (to.part().path()) {
            case "names.givenName", "names.familyName", "emailAddresses.value" -> to.type().isEmpty();
            default -> false;
        };
    }

    private TableColumn<GridRow, Integer> number() {
        TableColumn<GridRow, Integer> column = new TableColumn<>(TEXTS.get("grid.row"));
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue().row().number()));
        column.getStyleClass().add("row-number");
        return fixed(column, 56);
    }

    private TableColumn<GridRow, GridRow> state() {
        TableColumn<GridRow, GridRow> column = new TableColumn<>();
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(c -> new StateCell());
        return fixed(column, 40);
    }

    private TableColumn<GridRow, String> column(Column from, int index) {
        TableColumn<GridRow, String> column = new TableColumn<>(from.title());
        column.setUserData(index);
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(f.getValue().row().cell(index)));
        column.setCellFactory(c -> new GridCell(index, this));
        column.setPrefWidth(width(from));
        column.setSortable(false);
        column.setReorderable(false);
        if (from.unknown()) {
            column.getStyleClass().add("unused");
        }
        return column;
    }

    private static double width(Column column) {
        return column.target() instanceof Target.MapsTo to && (to.field() == PersonField.EMAIL_ADDRESSES || to.field() == PersonField.BIOGRAPHIES) ? 190 : 140;
    }

    private TableColumn<GridRow, String> wrong() {
        TableColumn<GridRow, String> column = new TableColumn<>(TEXTS.get("grid.wrong"));
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(f.getValue().check().blank() ? "" : f.getValue().check().summary()));
        column.getStyleClass().add("what-is-wrong");
        column.setPrefWidth(340);
        column.setEditable(false);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static <T> TableColumn<GridRow, T> fixed(TableColumn<GridRow, T> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setPrefWidth(width);
        column.setEditable(false);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    @Override
    public void write(GridRow row, int column, String text) {
        grid.write(row, column, text);
    }

    @Override
    public void move(int rows, int columns) {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        int row = Math.clamp(at.getRow() + rows, 0, Math.max(0, table.getItems().size() - 1));
        int column = Math.clamp(at.getColumn() + columns, 2, table.getColumns().size() - 2);
        table.requestFocus();
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
        table.getFocusModel().focus(row, table.getColumns().get(column));
        table.scrollTo(Math.max(0, row - 3));
        table.scrollToColumnIndex(column);
    }

    /** Puts the focus into the first cell one can type into. */
    void focusFirst() {
        table.requestFocus();
        if (!table.getItems().isEmpty() && table.getColumns().size() > 2) {
            table.getSelectionModel().clearAndSelect(0, table.getColumns().get(2));
            table.getFocusModel().focus(0, table.getColumns().get(2));
        }
    }

    private void key(KeyEvent event) {
        TablePosition<GridRow, ?> at = focused();
        if (at == null || table.getEditingCell() != null) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
            paste(at);
            event.consume();
        } else if (!event.isShortcutDown() && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2)) {
            table.edit(at.getRow(), at.getTableColumn());
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            write(table.getItems().get(at.getRow()), (Integer) at.getTableColumn().getUserData(), "");
            event.consume();
        }
    }

    /** Typing into a cell that is not being edited replaces what stands there, as in a spreadsheet. */
    private void typed(KeyEvent event) {
        TablePosition<GridRow, ?> at = focused();
        String text = event.getCharacter();
        if (at == null || table.getEditingCell() != null || event.isShortcutDown() || text.isEmpty() || Character.isISOControl(text.charAt(0))) {
            return;
        }
        write(table.getItems().get(at.getRow()), (Integer) at.getTableColumn().getUserData(), text);
        table.edit(at.getRow(), at.getTableColumn());
        event.consume();
    }

    @SuppressWarnings("unchecked") // the focus model of this table gives positions in this table
    private TablePosition<GridRow, ?> focused() {
        TablePosition<GridRow, ?> at = table.getFocusModel().getFocusedCell();
        boolean writable = at.getRow() >= 0 && at.getRow() < table.getItems().size() && at.getTableColumn() != null && at.getTableColumn().getUserData() != null;
        return writable ? at : null;
    }

    private void paste(TablePosition<GridRow, ?> at) {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isEmpty()) {
            return;
        }
        grid.paste(table.getItems().get(at.getRow()), (Integer) at.getTableColumn().getUserData(), PastedBlock.parse(text));
    }

    /** Red when something keeps the row from being sent. */
    private static final class Row extends TableRow<GridRow> {
        @Override
        protected void updateItem(GridRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(BROKEN, !empty && row != null && row.check().toFix());
        }
    }

    /** A tick, a warning, or nothing for a row in which nothing stands. */
    private static final class StateCell extends TableCell<GridRow, GridRow> {
        private final FontIcon good = new FontIcon(Feather.CHECK);
        private final FontIcon bad = new FontIcon(Feather.ALERT_TRIANGLE);

        StateCell() {
            good.getStyleClass().add("state-good");
            bad.getStyleClass().add("state-bad");
        }

        @Override
        protected void updateItem(GridRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean nothing = empty || row == null || row.check().blank();
            setGraphic(nothing ? null : row.check().toFix() ? bad : good);
            setAccessibleText(nothing ? null : TEXTS.get(row.check().toFix() ? "grid.to-fix" : "grid.ready"));
        }
    }
}
