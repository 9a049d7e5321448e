package org.muster.ui.restore;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.muster.changes.Restore;
import org.muster.contacts.FieldMask;
import org.muster.texts.Texts;
import org.muster.ui.edit.DiffLine;
import org.muster.ui.edit.DiffText;
import org.muster.ui.table.CellColumn;
import org.muster.ui.table.TickColumn;

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
        new TickColumn<RestoreRow>(row -> row.item().found().change().isPresent(), row -> ticked.test(row.item().name()), row -> toggle.accept(row.item().name()), row -> texts.get("tick.accessible", name(row))).addWithPaleRowsTo(table);
        table.getColumns().add(new CellColumn<>(texts.get("column.contact"), 110, 190, ContactCell::new));
        table.getColumns().add(new CellColumn<>(texts.get("column.field"), 80, 120, FieldCell::new));
        table.getColumns().add(new CellColumn<>(texts.get("column.change"), 160, 420, ChangeCell::new));
    }

    private String name(RestoreRow row) {
        String name = row.item().found().then().displayName();
        return name.isEmpty() ? texts.get("noName") : name;
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

    /** Before and after, or what becomes of the contact as a whole. */
    private final class ChangeCell extends TableCell<RestoreRow, RestoreRow> {
        private final DiffLine diff = new DiffLine();
        private final Label whole = new Label();
        private final Tooltip full = new Tooltip();

        private ChangeCell() {
            full.setWrapText(true);
            full.setMaxWidth(520);
        }

        @Override
        protected void updateItem(RestoreRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            full.setText(row.diff().map(d -> diff.show(d, labelNames)).orElseGet(() -> whole(row)));
            setTooltip(full);
            setAccessibleText(full.getText());
            setGraphic(row.diff().isPresent() ? diff : whole);
        }

        private String whole(RestoreRow row) {
            boolean gone = row.item().kind() == Restore.Kind.GONE;
            whole.setText(gone ? texts.get("comesBack", says(row)) : texts.get("stays." + row.item().kind().name()));
            whole.getStyleClass().setAll("label", gone ? "diff-come" : "muted");
            return whole.getText();
        }

        /** How many fields of a contact that is gone hold something. */
        private int says(RestoreRow row) {
            return (int) FieldMask.writable().fields().stream().filter(f -> !row.item().found().then().ownItems(f).isEmpty()).count();
        }
    }
}
