package org.muster.ui.create;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.muster.exchange.PastedBlock;
import org.muster.texts.Texts;

/** Dresses a {@link TableView} as the grid: its keys, its menu, pasting, and which cell is open. */
final class GridTable implements GridCell.Around {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final Texts TEXTS = Texts.of(GridTable.class);

    private final TableView<GridRow> table;
    private final CreateGrid grid;
    private final GridColumns columns;
    private final MenuItem accept = new MenuItem(TEXTS.get("row.accept"));
    private GridCell open;
    private String first;

    GridTable(TableView<GridRow> table, CreateGrid grid) {
        this.table = table;
        this.grid = grid;
        this.columns = new GridColumns(table, grid, this);
        table.setItems(grid.shown());
        table.setEditable(true);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setRowFactory(t -> new Row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        table.setContextMenu(menu());
        columnsChanged();
    }

    /** What to lay over the table at its sides, to say that there are columns out of sight. */
    List<Node> shades() {
        return columns.frozen().shades();
    }

    /** Lays out the columns anew, if they are others than before. */
    void columnsChanged() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        Object column = at.getTableColumn() == null ? null : at.getTableColumn().getUserData();
        int row = at.getRow();
        columns.layOut(() -> cells().stream().filter(c -> c.getUserData().equals(column)).findFirst().ifPresent(c -> focus(row, c)));
    }

    private List<TableColumn<GridRow, ?>> cells() {
        return table.getColumns().stream().filter(c -> c.getUserData() != null).toList();
    }

    private ContextMenu menu() {
        MenuItem copy = item("menu.copy", new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN), this::copy);
        MenuItem paste = item("menu.paste", new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN), () -> paste(clipboard()));
        MenuItem remove = item("row.remove", new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN), this::remove);
        accept.setOnAction(e -> row().ifPresent(grid::accept));
        ContextMenu menu = new ContextMenu(copy, paste, remove, accept);
        menu.setOnShowing(e -> accept.setVisible(row().filter(r -> !r.row().problems().isEmpty()).isPresent()));
        return menu;
    }

    /** The keys are this class's own: as accelerators they would hold for the whole window. */
    private static MenuItem item(String key, KeyCodeCombination shown, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.get("menu.with-key", TEXTS.get(key), shown.getDisplayText()));
        item.setOnAction(e -> action.run());
        return item;
    }

    @Override
    public void write(GridRow row, int column, String text) {
        grid.write(row, column, text, true);
    }

    @Override
    public String opened(GridCell cell) {
        open = cell;
        String typed = first;
        first = null;
        return typed;
    }

    @Override
    public void closed(GridCell cell, GridRow row) {
        if (open == cell) {
            open = null;
        }
        grid.settle(row);
    }

    /** Closes the cell that is open, if one is; what was typed stands. */
    void leave() {
        if (open != null) {
            open.leave();
        }
    }

    /** Takes back what was typed into the cell that is open; {@code false} when none is. */
    boolean revert() {
        if (open == null) {
            return false;
        }
        open.revert();
        table.requestFocus();
        return true;
    }

    /** To the side it goes on in the next row, or the one before. */
    @Override
    public void move(int rows, int columns) {
        List<TableColumn<GridRow, ?>> cells = cells();
        if (cells.isEmpty() || table.getItems().isEmpty()) {
            return;
        }
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        int column = cells.indexOf(at.getTableColumn()) + columns;
        int row = at.getRow() + rows + Math.floorDiv(column, cells.size());
        if (row >= 0 && row < table.getItems().size()) {
            focus(row, cells.get(Math.floorMod(column, cells.size())));
        } else {
            table.requestFocus();
        }
    }

    /** Puts the focus into the first cell one can type into, of the first row that is to be fixed if there is one. */
    void focusFirst() {
        List<GridRow> rows = table.getItems();
        if (!rows.isEmpty() && !cells().isEmpty()) {
            int broken = 0;
            while (broken < rows.size() && !rows.get(broken).check().toFix()) {
                broken++;
            }
            int row = broken < rows.size() ? broken : 0;
            focus(row, cells().stream().filter(c -> rows.get(row).cell((Integer) c.getUserData()).getValue().wrong()).findFirst().orElse(cells().getFirst()));
        }
        table.requestFocus();
    }

    private void focus(int row, TableColumn<GridRow, ?> column) {
        if (row < 0 || row >= table.getItems().size()) {
            return;
        }
        if (table.getScene() != null && open == null) {
            table.requestFocus();
        }
        table.getSelectionModel().clearAndSelect(row, column);
        table.getFocusModel().focus(row, column);
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(row);
        }
        table.scrollToColumn(column);
    }

    private void pressed(KeyEvent event) {
        if (open != null) {
            return;
        }
        switch (event.getCode()) {
            case TAB -> {
                if (event.isShortcutDown()) {
                    table.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                } else {
                    move(0, event.isShiftDown() ? -1 : 1);
                }
            }
            case ENTER, F2 -> {
                if (event.isShortcutDown()) {
                    return;
                }
                focused().ifPresent(this::open);
            }
            case DELETE, BACK_SPACE -> {
                if (event.isShortcutDown()) {
                    remove();
                } else {
                    focused().ifPresent(at -> grid.write(table.getItems().get(at.getRow()), column(at), "", false));
                }
            }
            case C, V -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                if (event.getCode() == KeyCode.C) {
                    copy();
                } else {
                    paste(clipboard());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Typing into a cell that is not open replaces what stands there, as in a spreadsheet. */
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        // Ctrl and Alt together are AltGr, with which many keyboards type an @
        boolean command = event.isMetaDown() || event.isControlDown() != event.isAltDown();
        if (open != null || command || text.isEmpty() || Character.isISOControl(text.charAt(0))) {
            return;
        }
        focused().ifPresent(at -> {
            first = text;
            open(at);
            first = null;
            event.consume();
        });
    }

    /** Opens a cell, also one that was not laid out yet, as right after the sheet has come: no key gets lost. */
    private void open(TablePosition<GridRow, ?> at) {
        table.edit(at.getRow(), at.getTableColumn());
        if (open == null) {
            table.edit(-1, null);
            table.applyCss();
            table.layout();
            table.edit(at.getRow(), at.getTableColumn());
        }
    }

    private Optional<GridRow> row() {
        int row = table.getFocusModel().getFocusedCell().getRow();
        return row >= 0 && row < table.getItems().size() ? Optional.of(table.getItems().get(row)) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the focus model of this table gives positions in this table
    private Optional<TablePosition<GridRow, ?>> focused() {
        TablePosition<GridRow, ?> at = table.getFocusModel().getFocusedCell();
        return row().isPresent() && at.getTableColumn() != null && at.getTableColumn().getUserData() != null ? Optional.of(at) : Optional.empty();
    }

    private static int column(TablePosition<GridRow, ?> at) {
        return (Integer) at.getTableColumn().getUserData();
    }

    private void remove() {
        row().ifPresent(grid::remove);
    }

    private void copy() {
        focused().ifPresent(at -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(table.getItems().get(at.getRow()).row().cell(column(at)));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static String clipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    @Override
    public boolean pasteBlock(String text) {
        if (text.strip().chars().noneMatch(c -> c == '\t' || c == '\n')) {
            return false;
        }
        leave();
        table.requestFocus();
        paste(text);
        return true;
    }

    private void paste(String text) {
        PastedBlock block = PastedBlock.parse(text);
        if (block.rows().isEmpty()) {
            return;
        }
        // a single row is no header of nothing: somebody means the words
        PastedBlock cells = block.rows().size() == 1 ? new PastedBlock(block.rows(), false) : block;
        // what has no column of its own, such as the row's state, stands for the first that has one
        row().ifPresent(row -> grid.paste(row, focused().map(GridTable::column).or(() -> cells().stream().findFirst().map(c -> (Integer) c.getUserData())).orElse(0), cells));
    }

    /** Red when something keeps the row from being sent. */
    private static final class Row extends TableRow<GridRow> {
        private Subscription watching = Subscription.EMPTY;
        private GridRow watched;

        @Override
        protected void updateItem(GridRow row, boolean empty) {
            super.updateItem(row, empty);
            GridRow now = empty ? null : row;
            if (now != watched) {
                watched = now;
                watching.unsubscribe();
                watching = now == null ? Subscription.EMPTY : now.checkProperty().subscribe(check -> pseudoClassStateChanged(BROKEN, check.toFix()));
                if (now == null) {
                    pseudoClassStateChanged(BROKEN, false);
                }
            }
        }
    }
}
