package org.muster.ui.create;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableFocusModel;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.muster.exchange.RowCheck;

/** What is said of the row the keyboard is in, in full and wherever the column that says it is scrolled to; when nothing is, how to go about. */
final class RowHint {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private RowHint() {}

    /** @param otherwise shown while nothing is said of the row */
    static void show(Label line, TableView<GridRow> table, String otherwise) {
        TableFocusModel<GridRow, ?> focus = table.getFocusModel();
        ObservableValue<GridRow> row = Bindings.createObjectBinding(() -> {
            int at = focus.getFocusedIndex();
            return at >= 0 && at < table.getItems().size() ? table.getItems().get(at) : null;
        }, focus.focusedIndexProperty(), table.getItems());
        ObservableValue<String> words = row.flatMap(GridRow::said).map(said -> said.isEmpty() ? otherwise : said).orElse(otherwise);
        line.getStyleClass().add("row-hint");
        line.setTooltip(new Tooltip());
        line.getTooltip().setWrapText(true);
        line.getTooltip().setMaxWidth(420);
        line.textProperty().bind(words);
        line.getTooltip().textProperty().bind(words);
        row.flatMap(GridRow::checkProperty).map(RowCheck::toFix).orElse(false).subscribe(now -> line.pseudoClassStateChanged(WRONG, now));
    }
}
