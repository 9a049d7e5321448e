package org.muster.ui.restore;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.muster.changes.Restore;
import org.muster.contacts.FieldMask;
import org.muster.texts.Texts;
import org.muster.ui.edit.DiffText;

/** Gives the list its columns and cells. Cells build their nodes once. */
final class RestoreTable {
    private static final double ROW_HEIGHT = 35;

    private final Texts texts = Texts.of(RestoreTable.class);
    private final Predicate<String> ticked;
    private final Consumer<String> toggle;
    private final UnaryOperator<String> labelNames;

    /**
     * @param ticked whether the contact that had this resource name shall come back
     * @param toggle ticks a contact, or unticks it
     * @param labelNames a label's name by its resource name
     */
    RestoreTable(Predicate<String> ticked, Consumer<String> toggle, UnaryOperator<String> labelNames) {
        this.ticked = ticked;
        this.toggle = toggle;
        this.labelNames = labelNames;
    }

    void dress(TableView<RestoreRow> table) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("", 42, 42, TickCell::new));
        table.getColumns().add(column(texts.get("column.contact"), 110, 190, ContactCell::new));
        table.getColumns().add(column(texts.get("column.field"), 80, 120, FieldCell::new));
        table.getColumns().add(column(texts.get("column.change"), 160, 420, ChangeCell::new));
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            RestoreRow focused = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && focused != null && e.getTarget() == table) {
                e.consume();
                toggle.accept(focused.item().name());
            }
        });
    }

    private static TableColumn<RestoreRow, RestoreRow> column(String title, double min, double wide, Supplier<TableCell<RestoreRow, RestoreRow>> cell) {
        TableColumn<RestoreRow, RestoreRow> column = new TableColumn<>(title);
        column.setMinWidth(min);
        column.setPrefWidth(wide);
        if (min == wide) {
            column.setMaxWidth(wide);
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        return column;
    }

    private String name(RestoreRow row) {
        String name = row.item().found().then().displayName();
        return name.isEmpty() ? texts.get("noName") : name;
    }

    private final class TickCell extends TableCell<RestoreRow, RestoreRow> {
        private final CheckBox box = new CheckBox();

        private TickCell() {
            box.setFocusTraversable(false);
            box.setOnAction(e -> toggle.accept(getItem().item().name()));
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(RestoreRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null || row.item().found().change().isEmpty()) {
                setGraphic(null);
                return;
            }
            box.setSelected(ticked.test(row.item().name()));
            box.setAccessibleText(texts.get("tick.accessible", name(row)));
            setGraphic(box);
        }
    }

    private final class ContactCell extends TableCell<RestoreRow, RestoreRow> {
        @Override
        protected void updateItem(RestoreRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : name(row));
        }
    }

    private final class FieldCell extends TableCell<RestoreRow, RestoreRow> {
        private FieldCell() {
            getStyleClass().add("muted-cell");
        }

        @Override
        protected void updateItem(RestoreRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : row.diff().map(d -> DiffText.of(d, labelNames).what()).orElseGet(() -> texts.get("kind." + row.item().kind().name())));
        }
    }

    private final class ChangeCell extends TableCell<RestoreRow, RestoreRow> {
        private final Label before = new Label();
        private final Label arrow = new Label(texts.get("arrow"));
        private final Label after = new Label();
        private final HBox line = new HBox(7, before, arrow, after);
        private final Tooltip whole = new Tooltip();

        private ChangeCell() {
            line.setAlignment(Pos.CENTER_LEFT);
            arrow.setMinWidth(Label.USE_PREF_SIZE);
            arrow.getStyleClass().add("muted");
            whole.setWrapText(true);
            whole.setMaxWidth(520);
        }

        @Override
        protected void updateItem(RestoreRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            row.diff().map(d -> DiffText.of(d, labelNames)).ifPresentOrElse(text -> {
                word(before, text.before().isEmpty() ? texts.get("common.empty") : text.before(), text.before().isEmpty() ? "muted" : "diff-gone");
                word(after, text.after().isEmpty() ? texts.get(text.others() ? "taken" : "emptied") : text.after(), text.after().isEmpty() ? "danger-text" : "diff-come");
            }, () -> whole(row));
            boolean both = !before.getText().isEmpty();
            before.setVisible(both);
            before.setManaged(both);
            arrow.setVisible(both);
            arrow.setManaged(both);
            whole.setText(both ? texts.get("change.accessible", before.getText(), after.getText()) : after.getText());
            setTooltip(whole);
            setAccessibleText(whole.getText());
            setGraphic(line);
        }

        private void whole(RestoreRow row) {
            boolean gone = row.item().kind() == Restore.Kind.GONE;
            word(before, "", "muted");
            word(after, gone ? texts.get("comesBack", says(row)) : texts.get("stays." + row.item().kind().name()), gone ? "diff-come" : "muted");
        }

        /** How many fields of a contact that is gone hold something. */
        private int says(RestoreRow row) {
            return (int) FieldMask.writable().fields().stream().filter(f -> !row.item().found().then().ownItems(f).isEmpty()).count();
        }

        private static void word(Label label, String text, String look) {
            label.setText(text);
            label.getStyleClass().setAll("label", look);
        }
    }
}
