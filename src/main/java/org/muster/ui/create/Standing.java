package org.muster.ui.create;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.contacts.PersonField;
import org.muster.exchange.Column;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportedRow;
import org.muster.exchange.RowCheck;
import org.muster.exchange.Target;

/**
 * What the whole grid amounts to: how many rows are ready, which columns are filled, which labels are to be decided about. Counted once over all
 * rows, then kept up row by row, so that a key typed into one of 30,000 rows costs no more than in one of three.
 */
final class Standing {
    private static final int MANY = 5_000;

    private final Grid grid;
    private final BitSet filled;
    private final List<Integer> labelColumns = new ArrayList<>();
    private final Map<String, Integer> undecided = new LinkedHashMap<>();
    private final Map<String, List<String>> namesOfCell = new HashMap<>();
    private int ready;
    private int toFix;

    /** Looks at no row that was not looked at before: call it when all have been. */
    Standing(Grid grid) {
        this.grid = grid;
        this.filled = grid.filledColumns();
        List<Column> columns = grid.columns();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).target() instanceof Target.MapsTo to && to.field() == PersonField.MEMBERSHIPS) {
                labelColumns.add(c);
            }
        }
        for (int i = 0; i < grid.rows().size(); i++) {
            count(grid.check(i), 1);
        }
    }

    private void count(RowCheck check, int by) {
        ready += check.ready() ? by : 0;
        toFix += check.toFix() ? by : 0;
        for (int c : labelColumns) {
            String cell = check.row().cell(c);
            if (!cell.isEmpty()) {
                namesOfCell.computeIfAbsent(cell, grid::undecidedLabels).forEach(name -> undecided.merge(name, by, Integer::sum));
            }
        }
    }

    /** One row is another now. A column that was filled counts as filled until all are counted again. */
    void moved(RowCheck from, RowCheck to) {
        count(from, -1);
        count(to, 1);
        undecided.values().removeIf(n -> n <= 0);
        if (namesOfCell.size() > MANY) {
            // half-typed names, mostly
            namesOfCell.clear();
        }
        ImportedRow row = to.row();
        for (int c = 0; c < row.width(); c++) {
            if (!row.cell(c).isBlank()) {
                filled.set(c);
            }
        }
    }

    Grid.Counts counts() {
        return new Grid.Counts(ready + toFix, ready, toFix);
    }

    /** Whether something stands in a column, or stood there a moment ago. */
    boolean filled(int column) {
        return filled.get(column);
    }

    BitSet filled() {
        return (BitSet) filled.clone();
    }

    /** Names of labels the account does not have and nobody decided about, in their order. */
    List<String> undecidedLabels() {
        return List.copyOf(undecided.keySet());
    }
}
