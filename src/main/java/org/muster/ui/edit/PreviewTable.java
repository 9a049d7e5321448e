package org.muster.ui.edit;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.Finding;
import org.muster.texts.Texts;

/** Gives the preview's table its columns and cells. Cells build their nodes once. */
final class PreviewTable {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("taken-out");
    private static final double ROW_HEIGHT = 35;

    private final Texts texts = Texts.of(PreviewTable.class);
    private final Predicate<String> takenOut;
    private final java.util.function.Consumer<String> toggle;
    private final UnaryOperator<String> labelNames;

    /**
     * @param takenOut whether the contact of this resource name is taken out
     * @param toggle takes a contact out, or in again
     * @param labelNames a label's name by its resource name
     */
    PreviewTable(Predicate<String> takenOut, java.util.function.Consumer<String> toggle, UnaryOperator<String> labelNames) {
        this.takenOut = takenOut;
        this.toggle = toggle;
        this.labelNames = labelNames;
    }

    void dress(TableView<PreviewRow> table) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("", 42, 42, TakeOutCell::new));
        table.getColumns().add(column(texts.get("column.contact"), 110, 170, ContactCell::new));
        table.getColumns().add(column(texts.get("column.field"), 70, 110, FieldCell::new));
        table.getColumns().add(column(texts.get("column.change"), 160, 420, ChangeCell::new));
        table.setRowFactory(t -> new Row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            PreviewRow focused = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && focused != null && e.getTarget() == table) {
                e.consume();
                toggle.accept(focused.resourceName());
            }
        });
    }

    private TableColumn<PreviewRow, PreviewRow> column(String title, double min, double wide, java.util.function.Supplier<TableCell<PreviewRow, PreviewRow>> cell) {
        TableColumn<PreviewRow, PreviewRow> column = new TableColumn<>(title);
        column.setMinWidth(min);
        column.setPrefWidth(wide);
        if (min == wide) {
            column.setMaxWidth(wide);
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> cell.get());
        return column;
    }

    private final class Row extends TableRow<PreviewRow> {
        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(OUT, !empty && row != null && takenOut.test(row.resourceName()));
        }
    }

    private final class TakeOutCell extends TableCell<PreviewRow, PreviewRow> {
        private final CheckBox box = new CheckBox();

        private TakeOutCell() {
            box.setFocusTraversable(false);
            box.setOnAction(e -> toggle.accept(getItem().resourceName()));
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(!takenOut.test(row.resourceName()));
            box.setAccessibleText(texts.get("take.accessible", row.update().displayName()));
            setGraphic(box);
        }
    }

    private final class ContactCell extends TableCell<PreviewRow, PreviewRow> {
        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                return;
            }
            String name = row.update().displayName();
            setText(name.isEmpty() ? texts.get("contact.noName") : name);
        }
    }

    private final class FieldCell extends TableCell<PreviewRow, PreviewRow> {
        private FieldCell() {
            getStyleClass().add("muted-cell");
        }

        @Override
        protected void updateItem(PreviewRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : DiffText.of(row.diff(), labelNames).what());
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
