package org.muster.ui.create;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.muster.changes.Severity;
import org.muster.exchange.RowCheck;

/** A cell one types into. What was typed is kept however the cell is left; only Esc takes it back. */
final class GridCell extends TableCell<GridRow, String> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** Takes what was typed, and says where to go from there. */
    interface Typed {
        void write(GridRow row, int column, String text);

        /** Goes to the cell below or beside. */
        void move(int rows, int columns);
    }

    private final int column;
    private final Typed typed;
    private final Tooltip what = new Tooltip();
    private TextField editor;
    private boolean leaving;

    GridCell(int column, Typed typed) {
        this.column = column;
        this.typed = typed;
        setContentDisplay(ContentDisplay.TEXT_ONLY);
    }

    @Override
    public void startEdit() {
        if (isEmpty()) {
            return;
        }
        super.startEdit();
        if (editor == null) {
            makeEditor();
        }
        leaving = false;
        editor.setText(getItem());
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Platform.runLater(() -> {
            editor.requestFocus();
            editor.end();
        });
    }

    private void makeEditor() {
        editor = new TextField();
        editor.getStyleClass().add("grid-editor");
        editor.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                leave();
            }
        });
        editor.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            switch (e.getCode()) {
                case ENTER -> go(e, e.isShiftDown() ? -1 : 1, 0);
                case TAB -> go(e, 0, e.isShiftDown() ? -1 : 1);
                case ESCAPE -> {
                    leaving = true;
                    cancelEdit();
                    e.consume();
                }
                default -> { }
            }
        });
    }

    private void go(KeyEvent event, int rows, int columns) {
        event.consume();
        leave();
        typed.move(rows, columns);
    }

    private void leave() {
        if (leaving || !isEditing()) {
            return;
        }
        leaving = true;
        GridRow row = getTableRow().getItem();
        String text = editor.getText();
        cancelEdit();
        if (row != null) {
            typed.write(row, column, text);
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setGraphic(null);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        GridRow row = empty ? null : getTableRow().getItem();
        RowCheck.Note note = row == null ? null : row.check().at(column).stream().min(java.util.Comparator.comparing(RowCheck.Note::severity)).orElse(null);
        setText(empty ? null : text.replace('\n', ' '));
        pseudoClassStateChanged(WRONG, note != null && note.severity() == Severity.ERROR);
        if (note == null) {
            setTooltip(null);
        } else {
            what.setText(note.sentence());
            setTooltip(what);
        }
        setAccessibleText(note == null ? null : text + ". " + note.sentence());
    }
}
