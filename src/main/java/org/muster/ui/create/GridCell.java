package org.muster.ui.create;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A cell one types into. Every key goes into the grid at once, so that nothing typed is lost however the cell is left; only Esc takes it back.
 */
class GridCell extends TableCell<GridRow, CellView> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** The grid around the cell. */
    interface Around {
        void write(GridRow row, int column, String text);

        /** A cell is open now: {@code first} is what was typed to open it; null when it is to be corrected. */
        String opened(GridCell cell);

        /** It is not open any more. */
        void closed(GridCell cell, GridRow row);

        /** Goes to the cell below or beside. */
        void move(int rows, int columns);

        /** Puts a block of several cells in here; {@code false} when it is none. */
        boolean pasteBlock(String text);
    }

    private final int column;
    private final Around around;
    private final Tooltip what = new Tooltip();
    private TextField editor;
    private GridRow edited;
    private String before = "";

    GridCell(int column, Around around) {
        this.column = column;
        this.around = around;
        what.setWrapText(true);
        what.setMaxWidth(420);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
    }

    @Override
    public void startEdit() {
        GridRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (isEmpty() || row == null || isEditing()) {
            return;
        }
        super.startEdit();
        if (editor == null) {
            makeEditor();
        }
        edited = null;
        before = row.row().cell(column);
        editor.setText(before);
        editor.setAccessibleText(getTableColumn().getText());
        edited = row;
        String first = around.opened(this);
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // a field that gets its skin later selects everything then, and the next key would replace the first
        editor.applyCss();
        if (first != null) {
            editor.setText(first);
        }
        editor.requestFocus();
        editor.end();
    }

    private void makeEditor() {
        editor = new TextField();
        editor.getStyleClass().add("grid-editor");
        editor.textProperty().subscribe((was, is) -> {
            if (edited != null) {
                around.write(edited, column, is);
            }
        });
        editor.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                leave();
            }
        });
        editor.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.isShortcutDown()) {
                if (e.getCode() == KeyCode.V && around.pasteBlock(Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""))) {
                    e.consume();
                }
                return;
            }
            switch (e.getCode()) {
                case ENTER -> go(e, e.isShiftDown() ? -1 : 1, 0);
                case TAB -> go(e, 0, e.isShiftDown() ? -1 : 1);
                case UP -> go(e, -1, 0);
                case DOWN -> go(e, 1, 0);
                case ESCAPE -> {
                    revert();
                    e.consume();
                }
                default -> { }
            }
        });
    }

    private void go(KeyEvent event, int rows, int columns) {
        event.consume();
        leave();
        around.move(rows, columns);
    }

    /** Closes the cell; what was typed stands. */
    void leave() {
        if (isEditing()) {
            cancelEdit();
        }
    }

    /** Closes the cell as it was before. */
    void revert() {
        editor.setText(before);
        leave();
    }

    /** Closes the cell, whoever asks for it: the table does so when it scrolls or another cell is clicked. */
    @Override
    public void cancelEdit() {
        super.cancelEdit();
        GridRow row = edited;
        edited = null;
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setGraphic(null);
        if (row != null) {
            around.closed(this, row);
        }
        if (getItem() != null) {
            show(getItem());
        }
    }

    @Override
    protected void updateItem(CellView view, boolean empty) {
        super.updateItem(view, empty);
        boolean nothing = empty || view == null;
        pseudoClassStateChanged(WRONG, !nothing && view.wrong());
        boolean noted = !nothing && !view.note().isEmpty();
        what.setText(noted ? view.note() : "");
        setTooltip(noted ? what : null);
        setAccessibleText(noted ? view.text() + ". " + view.note() : null);
        if (nothing) {
            setText(null);
            setGraphic(null);
        } else if (!isEditing()) {
            show(view);
        }
    }

    /** Shows the text when nobody types. */
    protected void show(CellView view) {
        setText(view.text().replace('\n', ' '));
    }
}
