package org.muster.ui.undo;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.Change;
import org.muster.jobs.UndoPlan;
import org.muster.texts.Texts;
import org.muster.ui.edit.DiffLine;
import org.muster.ui.table.CellColumn;
import org.muster.ui.table.TickColumn;

/** Gives the preview of an undo its columns and cells. Cells build their nodes once. */
final class UndoTable {
    private static final double ROW_HEIGHT = 35;
    private static final double WIDE = 400;
    private static final double NAME_SHARE = 0.24;

    private final Texts texts = Texts.of(UndoTable.class);
    private final Predicate<UndoRow> takenOut;
    private final Consumer<UndoRow> toggle;
    private final UnaryOperator<String> labelNames;
    private final UndoWords words;
    private boolean again;
    private TableColumn<UndoRow, UndoRow> change;

    /**
     * @param takenOut whether a line's contact is left out
     * @param toggle leaves its contact out, or takes it in again
     * @param labelNames a label's name by its resource name
     */
    UndoTable(Predicate<UndoRow> takenOut, Consumer<UndoRow> toggle, UnaryOperator<String> labelNames, UndoWords words) {
        this.takenOut = takenOut;
        this.toggle = toggle;
        this.labelNames = labelNames;
        this.words = words;
    }

    /** Shows the lines of this plan from now on. */
    void follow(UndoPlan plan) {
        again = plan.again();
        change.setText(texts.get(plan.steps().stream().anyMatch(step -> step.change() instanceof Change.Update) ? "column.change" : "column.details"));
    }

    void dress(TableView<UndoRow> table) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        new TickColumn<UndoRow>(row -> !takenOut.test(row), toggle, row -> texts.get(again ? "take.accessible.redo" : "take.accessible", name(row))).addWithPaleRowsTo(table);
        TableColumn<UndoRow, UndoRow> contact = new CellColumn<UndoRow>(texts.get("column.contact"), 140, 260, NameCell::new).atMost(260);
        contact.minWidthProperty().bind(table.widthProperty().multiply(NAME_SHARE));
        table.getColumns().add(contact);
        table.getColumns().add(new CellColumn<UndoRow>(texts.get("column.what"), 165, 165, WhatCell::new).atMost(165));
        change = new CellColumn<>(texts.get("column.change"), 160, WIDE, ChangeCell::new);
        table.getColumns().add(change);
    }

    private String name(UndoRow row) {
        return row.name().isBlank() ? texts.get("noName") : row.name();
    }

    private final class NameCell extends TableCell<UndoRow, UndoRow> {
        @Override
        protected void updateItem(UndoRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : name(row));
        }
    }

    private final class WhatCell extends TableCell<UndoRow, UndoRow> {
        private WhatCell() {
            getStyleClass().add("muted-cell");
        }

        @Override
        protected void updateItem(UndoRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.what(row, again));
        }
    }

    /** Before and after, or who it is; with a mark when the contact was changed since. */
    private final class ChangeCell extends TableCell<UndoRow, UndoRow> {
        private final FontIcon mark = new FontIcon("fth-alert-triangle");
        private final DiffLine diff = new DiffLine();
        private final Label who = new Label();
        private final Label since = new Label();
        private final HBox line = new HBox(7, mark, diff, who, since);
        private final Tooltip whole = new Tooltip();

        private ChangeCell() {
            line.setAlignment(Pos.CENTER_LEFT);
            mark.getStyleClass().add("warning-icon");
            who.getStyleClass().add("muted");
            since.getStyleClass().add("undo-since");
            diff.setMinWidth(0);
            who.setMinWidth(0);
            since.setMinWidth(0);
            for (javafx.scene.Node node : line.getChildren()) {
                node.managedProperty().bind(node.visibleProperty());
            }
            whole.setWrapText(true);
            whole.setMaxWidth(520);
        }

        @Override
        protected void updateItem(UndoRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            String told = row.diff().map(d -> row.changedSince() ? diff.showStaying(d, labelNames) : diff.show(d, labelNames)).orElseGet(() -> words.who(row));
            String changed = words.since(row);
            diff.setVisible(row.diff().isPresent());
            who.setVisible(row.diff().isEmpty() && !told.isEmpty() && changed.isEmpty());
            who.setText(told);
            mark.setVisible(row.changedSince());
            since.setVisible(row.changedSince() && row.diff().isEmpty()); // beside values there is no room for what the sign and the column before say
            since.setText(words.sinceMark(row));
            whole.setText(changed.isEmpty() ? told : texts.get("change.since", changed, told));
            setTooltip(whole.getText().isBlank() ? null : whole);
            setAccessibleText(whole.getText());
            setGraphic(line);
        }
    }
}
