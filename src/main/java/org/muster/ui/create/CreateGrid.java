package org.muster.ui.create;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.muster.changes.Change;
import org.muster.exchange.Column;
import org.muster.exchange.Format;
import org.muster.exchange.Grid;
import org.muster.exchange.ImportedRow;
import org.muster.exchange.LabelPlan;
import org.muster.exchange.PastedBlock;
import org.muster.exchange.ReportTable;
import org.muster.exchange.RowCheck;
import org.muster.exchange.RowChecker;
import org.muster.exchange.Target;
import org.muster.ui.work.Background;

/**
 * The {@link Grid} as the window shows it: which rows are on screen, the counts, and looking at thousands of rows in the background.
 * Belongs to the FX thread; while rows are being looked at nothing can be sent.
 */
final class CreateGrid {
    /** Empty rows at the end of a grid for typing, so that there is always somewhere to go on. */
    private static final int TAIL = 12;

    /** Which rows are shown. */
    enum Show {
        ALL,
        READY,
        TO_FIX
    }

    private final Background background;
    private final Grid grid;
    private final ObservableList<GridRow> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(this, "show", Show.ALL);
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final BooleanProperty touched = new SimpleBooleanProperty(this, "touched");
    private final List<Runnable> listeners = new ArrayList<>();
    private Background.Running run;
    private Grid.Counts counts = new Grid.Counts(0, 0, 0);

    CreateGrid(Grid grid, Background background) {
        this.grid = grid;
        this.background = background;
        show.subscribe(this::refill);
        checkAll();
    }

    ObservableList<GridRow> shown() {
        return shown;
    }

    ObjectProperty<Show> showProperty() {
        return show;
    }

    /** Whether all rows are being looked at again. */
    ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** Whether somebody typed or decided something here, so that closing would lose work. */
    boolean touched() {
        return touched.get();
    }

    /** Called after counts, columns or labels have changed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether it was begun empty, for typing. */
    boolean typed() {
        return grid.format() == Format.TYPED;
    }

    List<Column> columns() {
        return grid.columns();
    }

    LabelPlan labels() {
        return grid.labels();
    }

    Grid.Counts counts() {
        return counts;
    }

    /** Columns that have something in them. */
    java.util.BitSet filled() {
        return grid.filledColumns();
    }

    /** Columns nobody decided about, that have something in them. */
    List<Column> undecided() {
        var filled = grid.filledColumns();
        return filled.stream().mapToObj(grid.columns()::get).filter(Column::unknown).toList();
    }

    /** Names of labels the account does not have and nobody decided about. */
    List<String> undecidedLabels() {
        return grid.undecidedLabels();
    }

    /** Writes a cell and looks at its row at once. */
    void write(GridRow at, int column, String text) {
        if (grid.rows().get(at.position()).cell(column).equals(text)) {
            return;
        }
        touched.set(true);
        RowCheck check = grid.setCell(at.position(), column, text);
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).position() == at.position()) {
                shown.set(i, new GridRow(at.position(), check.row(), check));
                break;
            }
        }
        growTail();
        tell();
    }

    /** Puts a block of cells in with its upper left corner at a cell. */
    void paste(GridRow at, int column, PastedBlock block) {
        touched.set(true);
        dropTail();
        while (grid.rows().size() < at.position()) {
            grid.addRow();
        }
        grid.paste(Math.min(at.position(), grid.rows().size()), column, block);
        checkAll();
    }

    /** Says where a column goes. */
    void turn(int column, Target target) {
        touched.set(true);
        grid.setTarget(column, target);
        checkAll();
    }

    void keepUndecided() {
        grid.keepUnknown();
        checkAll();
    }

    void leaveUndecided() {
        grid.leaveOutUnknown();
        checkAll();
    }

    /** Adds an empty column. */
    void addColumn(Target.MapsTo target) {
        grid.addColumn(target.field(), target.part(), target.index());
        checkAll();
    }

    void relabel(LabelPlan plan) {
        grid.setLabels(plan);
        checkAll();
    }

    /** The rows that can be sent, as changes. */
    List<Change.Create> creates() {
        return grid.creates();
    }

    /** Takes out the rows that were sent; what is left is to be fixed. */
    void dropReady() {
        grid.removeRows(IntStream.range(0, grid.rows().size()).filter(i -> !grid.check(i).toFix()).boxed().toList());
        checkAll();
    }

    /** The rows that cannot be sent, with what is wrong with each. */
    ReportTable rowsToFix() {
        return grid.rowsToFix();
    }

    private void checkAll() {
        if (run != null) {
            run.cancel();
        }
        growTail();
        RowChecker checker = grid.checker();
        List<ImportedRow> rows = List.copyOf(grid.rows());
        checking.set(true);
        run = background.start(() -> rows.stream().map(checker::check).toList(), found -> {
            grid.takeChecks(checker, found);
            checking.set(false);
            refill();
            tell();
        }, bug -> checking.set(false));
    }

    private void growTail() {
        if (!typed()) {
            return;
        }
        for (int empty = tail(); empty < TAIL; empty++) {
            int position = grid.addRow();
            if (!checking.get() && show.get() == Show.ALL && shown.size() == position) {
                shown.add(row(position));
            }
        }
    }

    private void dropTail() {
        if (typed()) {
            int size = grid.rows().size();
            grid.removeRows(IntStream.range(size - tail(), size).boxed().toList());
        }
    }

    private int tail() {
        List<ImportedRow> rows = grid.rows();
        int empty = 0;
        while (empty < rows.size() && rows.get(rows.size() - 1 - empty).blank()) {
            empty++;
        }
        return empty;
    }

    private void refill() {
        Predicate<RowCheck> wanted = switch (show.get()) {
            case ALL -> c -> true;
            case READY -> RowCheck::ready;
            case TO_FIX -> RowCheck::toFix;
        };
        if (!checking.get()) {
            shown.setAll(IntStream.range(0, grid.rows().size()).filter(i -> wanted.test(grid.check(i))).mapToObj(this::row).toList());
        }
    }

    private GridRow row(int position) {
        RowCheck check = grid.check(position);
        return new GridRow(position, check.row(), check);
    }

    private void tell() {
        counts = grid.counts();
        listeners.forEach(Runnable::run);
    }
}
