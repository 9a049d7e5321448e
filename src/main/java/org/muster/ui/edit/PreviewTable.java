package org.muster.ui.edit;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.Finding;
import org.muster.texts.Texts;
import org.muster.ui.table.CellColumn;
import org.muster.ui.table.TickColumn;

/** Gives the preview's table its columns and cells. Cells build their nodes once. */
final class PreviewTable {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double ROW_HEIGHT = 35;

    private final Texts texts = Texts.of(PreviewTable.class);
    private final Predicate<String> takenOut;
    private final Consumer<String> toggle;
    private final UnaryOperator<String> labelNames;

    /**
     * @param takenOut whether the contact of this resource name is taken out
     * @param toggle takes a contact out, or in again
     * @param labelNames a label's name by its resource name
     */
    PreviewTable(Predicate<String> takenOut, Consumer<String> toggle, UnaryOperator<String> labelNames) {
        this.takenOut = takenOut;
        this.toggle = toggle;
        this.labelNames = labelNames;
    }

    void dress(TableView<PreviewRow> table) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        new TickColumn<PreviewRow>(row -> !takenOut.test(row.resourceName()), row -> toggle.accept(row.resourceName()), row -> texts.get("take.accessible", row.update().displayName())).addWithPaleRowsTo(table);
        table.getColumns().add(new CellColumn<>(texts.get("column.contact"), 90, 170, ContactCell::new));
        table.getColumns().add(new CellColumn<>(texts.get("column.field"), 60, 110, FieldCell::new));
        table.getColumns().add(new CellColumn<>(texts.get("column.change"), 130, 420, ChangeCell::new));
    }

    private final class ContactCell extends TableCell<PreviewRow, PreviewRow> {
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean nobody = empty || row == null;
            String name = nobody ? "" : row.update().displayName();
            setText(nobody ? null : name.isEmpty() ? texts.get("contact.noName") : name);
            whole.setText(name);
            setTooltip(name.isEmpty() ? null : whole);
        }
    }

    private final class FieldCell extends TableCell<PreviewRow, PreviewRow> {
        private FieldCell() {
            getStyleClass().add("muted-cell");
        }

        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : row.diff().takesOnlyMarks() ? texts.get("marks.field") : DiffText.of(row.diff(), labelNames).what());
        }
    }

    private final class ChangeCell extends TableCell<PreviewRow, PreviewRow> {
        private final DiffLine line = new DiffLine();
        private final FontIcon wrong = new FontIcon("fth-alert-triangle");
        private final Tooltip whole = new Tooltip();

        private ChangeCell() {
            line.getChildren().addFirst(wrong);
            wrong.getStyleClass().add("warning-icon");
            wrong.managedProperty().bind(wrong.visibleProperty());
            whole.setWrapText(true);
            whole.setMaxWidth(520);
        }

        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            String change = line.show(row.diff(), labelNames);
            String findings = row.findings().stream().map(Finding::sentence).collect(Collectors.joining("\n"));
            wrong.setVisible(row.toCheck());
            wrong.pseudoClassStateChanged(REFUSED, row.refused());
            whole.setText(row.toCheck() ? texts.get(row.refused() ? "change.refused" : "change.toCheck", findings, change) : change);
            setTooltip(whole);
            setAccessibleText(whole.getText());
            setGraphic(line);
        }
    }
}
