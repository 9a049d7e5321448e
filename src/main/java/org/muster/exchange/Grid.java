package org.muster.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.exchange.LabelPlan.Fate;
import org.muster.texts.Texts;

/**
 * The grid in which contacts to be made are looked at and put right, whether they come from a file, from cards, or from typing and
 * pasting. Every row is checked again when it, its columns or the labels change. For one thread; {@link #checker()} is for others.
 */
public final class Grid {
    /** How many rows there are and how they stand. Blank rows somebody has not typed in yet count nowhere. */
    public record Counts(int all, int ready, int toFix) {}

    private static final List<String> USUAL = List.of("names.givenName", "names.familyName", "emailAddresses.value", "phoneNumbers.value", "organizations.name", "memberships.contactGroupMembership");

    private final Headers headers = new Headers();
    private final Format format;
    private final List<Column> columns;
    private final List<ImportedRow> rows;
    private final List<RowCheck> checks;
    private LabelPlan labels;
    private RowChecker checker;
    /** The highest number a row has had: none is given twice, so that nobody takes a new row for one that was taken out. */
    private int highest;

    private Grid(Format format, List<Column> columns, List<ImportedRow> rows, Collection<Label> labels) {
        this.format = format;
        this.columns = new ArrayList<>(columns);
        this.rows = new ArrayList<>(rows);
        this.checks = new ArrayList<>(Collections.nCopies(rows.size(), null));
        this.labels = LabelPlan.of(labels);
        this.checker = new RowChecker(this.columns, format, this.labels);
        this.highest = rows.stream().mapToInt(ImportedRow::number).max().orElse(0);
    }

    /** A grid with what a file says. */
    public static Grid of(ImportedTable table, Collection<Label> labels) {
        return new Grid(table.format(), table.columns(), table.rows(), labels);
    }

    /** An empty grid with the usual columns, for typing and pasting. */
    public static Grid typed(Collection<Label> labels) {
        return new Grid(Format.TYPED, usual(), List.of(), labels);
    }

    /** The columns a grid for typing begins with. */
    static List<Column> usual() {
        Headers headers = new Headers();
        return USUAL.stream().map(path -> {
            SubField part = PersonField.ofPath(path.substring(0, path.indexOf('.'))).flatMap(f -> f.subField(path.substring(path.indexOf('.') + 1))).orElseThrow();
            return new Column(headers.nameOf(part, 0), new Target.MapsTo(part.field(), part, 0, ""));
        }).toList();
    }

    public Format format() {
        return format;
    }

    /** The columns. A live view. */
    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The rows. A live view. */
    public List<ImportedRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** What becomes of the label names. */
    public LabelPlan labels() {
        return labels;
    }

    /** Checks rows as the grid stands now; immutable, so that another thread may use it. */
    public RowChecker checker() {
        return checker;
    }

    /** What there is to say about a row; looked at only once per change. */
    public RowCheck check(int row) {
        RowCheck known = checks.get(row);
        if (known == null) {
            known = checker.check(rows.get(row));
            checks.set(row, known);
        }
        return known;
    }

    /** Checks taken over from {@link #checker()} on another thread; those of rows that have changed since are not used. */
    public void takeChecks(RowChecker by, List<RowCheck> done) {
        if (by == checker) {
            for (int i = 0; i < Math.min(done.size(), rows.size()); i++) {
                if (done.get(i).row() == rows.get(i)) {
                    checks.set(i, done.get(i));
                }
            }
        }
    }

    /** How the rows stand. Looks at those that have not been looked at, which takes a while for thousands. */
    public Counts counts() {
        int ready = 0;
        int toFix = 0;
        for (int i = 0; i < rows.size(); i++) {
            RowCheck check = check(i);
            ready += check.ready() ? 1 : 0;
            toFix += check.toFix() ? 1 : 0;
        }
        return new Counts(ready + toFix, ready, toFix);
    }

    /** The columns in which at least one cell is filled. */
    public BitSet filledColumns() {
        BitSet filled = new BitSet(columns.size());
        for (ImportedRow row : rows) {
            for (int c = 0; c < row.width(); c++) {
                if (!filled.get(c) && !row.cell(c).isBlank()) {
                    filled.set(c);
                }
            }
        }
        return filled;
    }

    /** Puts other text into a cell. Problems of the row as such are settled by that. */
    public RowCheck setCell(int row, int column, String text) {
        if (column >= columns.size()) {
            throw new IndexOutOfBoundsException(column);
        }
        return set(row, rows.get(row).with(column, text));
    }

    /** Takes a row as it is, although it looked wrong as such (too many cells, a cut-off end). */
    public RowCheck accept(int row) {
        return set(row, rows.get(row).accepted());
    }

    private RowCheck set(int row, ImportedRow changed) {
        rows.set(row, changed);
        checks.set(row, null);
        return check(row);
    }

    /** Adds a blank row at the end and says where. */
    public int addRow() {
        rows.add(ImportedRow.of(++highest, List.of(), List.of()));
        checks.add(null);
        return rows.size() - 1;
    }

    /** Takes rows out. */
    public void removeRows(Collection<Integer> gone) {
        Set<Integer> set = Set.copyOf(gone);
        List<ImportedRow> left = new ArrayList<>();
        List<RowCheck> leftChecks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!set.contains(i)) {
                left.add(rows.get(i));
                leftChecks.add(checks.get(i));
            }
        }
        rows.clear();
        rows.addAll(left);
        checks.clear();
        checks.addAll(leftChecks);
    }

    /** Says where a column's cells go. */
    public void setTarget(int column, Target target) {
        columns.set(column, columns.get(column).to(target));
        readAnew();
    }

    /** Adds a column at the end and says where. */
    public int addColumn(PersonField field, SubField part, int index) {
        columns.add(new Column(headers.nameOf(part, index), new Target.MapsTo(field, part, index, "")));
        readAnew();
        return columns.size() - 1;
    }

    /** Keeps the columns nobody knows as custom fields under their own names. */
    public void keepUnknown() {
        columns.replaceAll(c -> c.unknown() ? c.to(new Target.AsCustomField(c.header())) : c);
        readAnew();
    }

    /** Leaves the columns nobody knows out. */
    public void leaveOutUnknown() {
        columns.replaceAll(c -> c.unknown() ? c.to(new Target.Ignored()) : c);
        readAnew();
    }

    /** Decides about labels: with what the account has now, or about a name it does not have. */
    public void setLabels(LabelPlan plan) {
        labels = plan;
        readAnew();
    }

    private void readAnew() {
        checker = new RowChecker(columns, format, labels);
        Collections.fill(checks, null);
    }

    /** Takes back that labels are to be created whose names no row has any more. */
    public void forgetUnusedLabels() {
        Set<String> unused = new HashSet<>(labels.toCreate());
        for (int c = 0; c < columns.size() && !unused.isEmpty(); c++) {
            if (columns.get(c).target() instanceof Target.MapsTo to && to.field() == PersonField.MEMBERSHIPS) {
                for (ImportedRow row : rows) {
                    labelNames(row.cell(c)).forEach(name -> unused.remove(TypeNames.unstarred(name)));
                }
            }
        }
        if (!unused.isEmpty()) {
            setLabels(labels.without(unused));
        }
    }

    /** The label names in the rows about which somebody has to decide, in their order. */
    public List<String> undecidedLabels() {
        Set<String> names = new LinkedHashSet<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).target() instanceof Target.MapsTo to && to.field() == PersonField.MEMBERSHIPS) {
                for (ImportedRow row : rows) {
                    names.addAll(undecidedLabels(row.cell(c)));
                }
            }
        }
        return List.copyOf(names);
    }

    /** The label names in one cell about which somebody has to decide. */
    public List<String> undecidedLabels(String cell) {
        return labels.fate(cell) instanceof Fate.Given ? List.of() : labelNames(cell).stream().filter(n -> labels.fate(n) instanceof Fate.Undecided).toList();
    }

    /** The label names in a cell, as this kind of source separates them. */
    public List<String> labelNames(String cell) {
        // A name the account has stays whole, even with a comma in it
        return labels.fate(cell) instanceof Fate.Given ? List.of(cell.strip()) : format.labelNames(cell).stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
    }

    /**
     * Puts a pasted block in, over what stands there. Its columns go by their names when it has some, adding columns the grid lacks;
     * otherwise they go in from {@code column} on, and those behind the last column make nameless ones. Rows are added as needed.
     *
     * @return how many rows were filled
     */
    public int paste(int row, int column, PastedBlock block) {
        int width = block.rows().stream().mapToInt(List::size).max().orElse(0);
        int[] places = block.named() ? placesOf(block.header(), width) : places(column, width);
        int at = row;
        for (List<String> cells : block.body()) {
            while (at >= rows.size()) {
                addRow();
            }
            ImportedRow changed = rows.get(at);
            for (int c = 0; c < cells.size(); c++) {
                changed = changed.with(places[c], cells.get(c));
            }
            rows.set(at, changed);
            checks.set(at++, null);
        }
        return at - row;
    }

    private int[] places(int from, int count) {
        Texts texts = Texts.of(Grid.class);
        while (columns.size() < from + count) {
            columns.add(new Column(texts.get("column.nameless", columns.size() + 1), new Target.Unknown()));
            readAnew();
        }
        int[] places = new int[count];
        Arrays.setAll(places, i -> from + i);
        return places;
    }

    private int[] placesOf(List<String> header, int width) {
        List<String> names = new ArrayList<>(header);
        while (names.size() < width) {
            names.add("");
        }
        List<Column> wanted = headers.columns(names, format);
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            Column column = wanted.get(i);
            int there = find(column);
            if (there < 0) {
                columns.add(column);
                readAnew();
                there = columns.size() - 1;
            }
            places[i] = there;
        }
        return places;
    }

    private int find(Column wanted) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean same = wanted.target() instanceof Target.MapsTo ? column.target().equals(wanted.target()) : column.header().equals(wanted.header());
            if (same) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The changes of all rows that are ready, in their order.
     *
     * @throws IllegalStateException when labels are still to be created
     */
    public List<Change.Create> creates() {
        List<Change.Create> creates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (check(i).ready()) {
                creates.add(checker.create(rows.get(i)));
            }
        }
        return creates;
    }

    /** The rows that are to be put right, as they stand, with what is wrong behind them; reads back into a grid. */
    public ReportTable rowsToFix() {
        List<String> header = new ArrayList<>(columns.stream().map(Column::header).toList());
        header.add(Texts.of(Grid.class).get("report.wrong"));
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (check(i).toFix()) {
                List<String> cells = new ArrayList<>(header.size());
                for (int c = 0; c < columns.size(); c++) {
                    cells.add(rows.get(i).cell(c));
                }
                cells.add(check(i).summary());
                lines.add(cells);
            }
        }
        return new ReportTable(header, lines);
    }
}
