package org.muster.ui.create;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import org.muster.changes.Change;
import org.muster.contacts.Label;
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
import org.muster.ui.workspace.Workspace;

/**
 * The {@link Grid} as the window shows it: which rows are on screen, the counts, and looking at thousands of rows in the background.
 * Belongs to the FX thread; while rows are being looked at nothing can be sent.
 */
final class CreateGrid {
    /** Empty rows at the end of a grid for typing, so that there is always somewhere to go on. */
    private static final int TAIL = 14;
    /** So many rows are looked at at once, within a few milliseconds; more of them in the background. */
    private static final int AT_ONCE = 200;

    /** Which rows are shown. */
    enum Show {
        ALL,
        READY,
        TO_FIX,
        DOUBLES
    }

    private final Grid grid;
    private final ShownRows shown;
    private final RowLooking looking;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Doubles doubles;
    private final KnownContacts known;
    private boolean touched;
    private Standing standing;

    CreateGrid(Grid grid, Workspace workspace) {
        this.grid = grid;
        this.looking = new RowLooking(workspace.background());
        this.known = new KnownContacts(workspace, this::lookForDoubles);
        this.doubles = new Doubles(grid, workspace.background(), known, this::doublesFound);
        this.shown = new ShownRows(grid, doubles);
        this.standing = new Standing(Grid.typed(List.of()));
        shown.show().subscribe(this::refill);
        checkAll();
    }

    /** Watches the account no more. */
    void close() {
        known.close();
    }

    Doubles doubles() {
        return doubles;
    }

    ObservableList<GridRow> shown() {
        return shown.rows();
    }

    ObjectProperty<Show> showProperty() {
        return shown.show();
    }

    /** Whether all rows are being looked at again. */
    ReadOnlyBooleanProperty checkingProperty() {
        return looking.goingProperty();
    }

    /** Whether closing would lose what somebody typed or decided here. */
    boolean unsaved() {
        return touched && (looking.going() || counts().all() > 0);
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
        return standing.counts();
    }

    /** Whether something stands in a column. */
    boolean filled(int column) {
        return standing.filled(column);
    }

    /** Columns nobody decided about, that have something in them. */
    List<Column> undecided() {
        // a row may have more cells than there are columns
        return standing.filled().stream().filter(c -> c < grid.columns().size()).mapToObj(grid.columns()::get).filter(Column::unknown).toList();
    }

    /** Names of labels the account does not have and nobody decided about. */
    List<String> undecidedLabels() {
        return standing.undecidedLabels();
    }

    /** The label names in a cell. */
    List<String> labelNames(String cell) {
        return grid.labelNames(cell);
    }

    /**
     * Writes a cell and looks at its row at once. While somebody is still typing, a row that was fine is not called wrong; {@link #settle}
     * says so in the end.
     */
    void write(GridRow at, int column, String text, boolean typing) {
        if (grid.rows().get(at.position()).cell(column).equals(text)) {
            return;
        }
        touched = true;
        boolean known = standing.filled(column);
        RowCheck before = grid.check(at.position());
        RowCheck now = grid.setCell(at.position(), column, text);
        moved(at, before, now, typing && now.toFix() && !at.check().toFix());
        if (!known && standing.filled(column) || !typing) {
            growTail();
        }
        tell();
    }

    /** Takes a row as it is, although it looked wrong as such. */
    void accept(GridRow at) {
        touched = true;
        RowCheck before = grid.check(at.position());
        moved(at, before, grid.accept(at.position()), false);
        tell();
    }

    private void moved(GridRow at, RowCheck before, RowCheck now, boolean keepQuiet) {
        if (!looking.going()) {
            standing.moved(before, now);
        }
        if (!keepQuiet) {
            at.take(now);
        }
    }

    /** Nobody types into this row any more. */
    void settle(GridRow at) {
        if (at.position() < grid.rows().size()) {
            at.take(grid.check(at.position()));
            growTail();
            lookForDoubles();
        }
    }

    /** Takes a row out. */
    void remove(GridRow at) {
        touched = true;
        grid.removeRows(List.of(at.position()));
        growTail();
        recount();
    }

    /** Takes out the rows that are there already, or are twice in the grid; {@code then} is called afterwards. */
    void leaveOut(Doubles.Kind kind, Runnable then) {
        doubles.confirm(kind, positions -> {
            touched = true;
            grid.removeRows(positions);
            growTail();
            recount();
            then.run();
        });
    }

    private void lookForDoubles() {
        if (!looking.going()) {
            doubles.look();
        }
    }

    private void doublesFound() {
        if (!looking.going()) {
            shown.doublesFound();
        }
        tell();
    }

    /** Puts a block of cells in with its upper left corner at a cell; rows that are not shown are passed over. */
    void paste(GridRow at, int column, PastedBlock block) {
        int rows = block.body().size();
        touched = true;
        if (shown.all()) {
            grid.paste(at.position(), column, block);
        } else {
            for (int i = 0; i < rows; i++) {
                grid.paste(shown.below(at, i), column, new PastedBlock(block.named() ? List.of(block.header(), block.body().get(i)) : List.of(block.body().get(i)), block.named()));
            }
        }
        checkAll();
    }

    /** Says where a column goes. */
    void turn(int column, Target target) {
        touched = true;
        grid.setTarget(column, target);
        checkAll();
    }

    /** Keeps the columns nobody knows as custom fields, or leaves them out. */
    void decideColumns(boolean keep) {
        touched = true;
        if (keep) {
            grid.keepUnknown();
        } else {
            grid.leaveOutUnknown();
        }
        checkAll();
    }

    /** Adds an empty column. */
    void addColumn(Target.MapsTo target) {
        touched = true;
        grid.addColumn(target.field(), target.part(), target.index());
        checkAll();
    }

    /** Decides about all label names that are not decided about yet. */
    void decideLabels(LabelPlan.Fate fate) {
        LabelPlan plan = grid.labels();
        for (String name : grid.undecidedLabels()) {
            plan = plan.with(name, fate);
        }
        touched = true;
        grid.setLabels(plan);
        checkAll();
    }

    /** The labels that are to be made before any row is sent: those that rows still name. */
    List<String> labelsToMake() {
        grid.forgetUnusedLabels();
        return grid.labels().toCreate();
    }

    /** Takes the account's labels as they are now. */
    void takeLabels(List<Label> now) {
        grid.setLabels(grid.labels().withLabels(now));
        checkAll();
    }

    /**
     * Looks at all rows once more and makes the changes of those that can be sent, in the background.
     *
     * @param then gets them on the FX thread, unless {@code not} hears why nothing happens
     */
    Background.Running prepare(Consumer<List<Change.Create>> then, Consumer<NotReady> not) {
        RowChecker checker = grid.checker();
        List<ImportedRow> rows = List.copyOf(grid.rows());
        Doubles.Found told = doubles.found();
        record Prepared(List<RowCheck> checks, List<Change.Create> creates, Doubles.Found doubles) {}
        return looking.start(checker, rows, checks -> new Prepared(checks, checks.stream().filter(RowCheck::ready).map(c -> checker.create(c.row())).toList(), doubles.find(checks)), prepared -> {
            boolean same = checker == grid.checker() && rows.equals(grid.rows());
            grid.takeChecks(checker, prepared.checks());
            boolean news = same && doubles.news(told, prepared.doubles());
            if (same) {
                doubles.take(prepared.doubles());
            }
            recount();
            if (same && !news) {
                then.accept(prepared.creates());
            } else {
                not.accept(news ? NotReady.DOUBLES : NotReady.CHANGED);
            }
        }, () -> {
            recount();
            not.accept(NotReady.CHANGED);
        });
    }

    /** The numbers of the rows that can be sent. */
    List<Integer> readyRows() {
        return IntStream.range(0, grid.rows().size()).filter(i -> grid.check(i).ready()).mapToObj(i -> grid.rows().get(i).number()).toList();
    }

    /** Takes out the rows that were sent; what is left is to be fixed. */
    void dropReady() {
        grid.removeRows(IntStream.range(0, grid.rows().size()).filter(i -> !grid.check(i).toFix()).boxed().toList());
        growTail();
        recount();
    }

    /** The rows that cannot be sent, with what is wrong with each. */
    ReportTable rowsToFix() {
        return grid.rowsToFix();
    }

    private void checkAll() {
        growTail();
        if (grid.rows().size() <= AT_ONCE) {
            looking.giveUp();
            recount();
            return;
        }
        RowChecker checker = grid.checker();
        looking.start(checker, grid.rows(), Function.identity(), found -> {
            grid.takeChecks(checker, found);
            recount();
        }, this::recount);
        tell();
    }

    private void recount() {
        standing = new Standing(grid);
        refill();
        lookForDoubles();
        tell();
    }

    private void growTail() {
        if (!typed()) {
            return;
        }
        for (int empty = tail(); empty < TAIL; empty++) {
            int position = grid.addRow();
            if (!looking.going()) {
                shown.added(position);
            }
        }
    }

    private int tail() {
        List<ImportedRow> rows = grid.rows();
        int empty = 0;
        while (empty < TAIL && empty < rows.size() && rows.get(rows.size() - 1 - empty).blank()) {
            empty++;
        }
        return empty;
    }

    private void refill() {
        if (!looking.going()) {
            shown.refill();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
