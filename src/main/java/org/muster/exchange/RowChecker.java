package org.muster.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.muster.changes.Change;
import org.muster.changes.Checks;
import org.muster.changes.Finding;
import org.muster.changes.Finding.Code;
import org.muster.changes.Look;
import org.muster.texts.Texts;

/**
 * Looks at rows under one reading of the columns and labels, and turns them into changes. Immutable and safe for use by several
 * threads, so that thousands of rows can be looked at beside the window.
 */
public final class RowChecker {
    private final List<Column> columns;
    private final Format format;
    private final LabelPlan labels;
    private final Drafts drafts;
    private final Checks checks;

    /**
     * A checker.
     *
     * @param columns where the cells go
     * @param format how they are written
     * @param labels what becomes of the label names
     */
    public RowChecker(List<Column> columns, Format format, LabelPlan labels) {
        this.columns = List.copyOf(columns);
        this.format = format;
        this.labels = labels;
        this.drafts = new Drafts(columns, format, labels);
        this.checks = Checks.forNew(labels.labels());
    }

    /**
     * What there is to say about many rows, which takes a while.
     *
     * @throws CancellationException when its thread is interrupted
     */
    public List<RowCheck> check(List<ImportedRow> rows) {
        List<RowCheck> checks = new ArrayList<>(rows.size());
        for (ImportedRow row : rows) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            checks.add(check(row));
        }
        return Collections.unmodifiableList(checks);
    }

    /** What there is to say about a row. */
    public RowCheck check(ImportedRow row) {
        if (row.blank() && format == Format.TYPED) {
            return new RowCheck(row, true, List.of(), Look.NONE);
        }
        Draft draft = drafts.of(row);
        List<RowCheck.Note> notes = new ArrayList<>();
        draft.findings().forEach(f -> notes.add(RowCheck.Note.of(f.finding(), f.column())));
        for (Finding finding : checks.check(draft.person())) {
            // A row whose only content could not be read is not empty: its cells say what is wrong
            if (finding.code() != Code.EMPTY || draft.findings().isEmpty()) {
                notes.add(RowCheck.Note.of(finding, columnOf(finding, draft)));
            }
        }
        row.problems().forEach(p -> notes.add(RowCheck.Note.of(p)));
        notes.sort(Comparator.comparingInt(n -> n.column().orElse(Integer.MAX_VALUE)));
        return new RowCheck(row, false, notes, Look.of(draft.person()));
    }

    /**
     * The change that makes a row's contact.
     *
     * @param row a row that is {@link RowCheck#ready()}
     * @throws IllegalStateException when labels are still to be created; their rows would come without them
     */
    public Change.Create create(ImportedRow row) {
        if (!labels.toCreate().isEmpty()) {
            throw new IllegalStateException("labels are to be created first");
        }
        return new Change.Create(drafts.of(row).person(), Texts.of(RowChecker.class).get("row.origin", row.number()));
    }

    private int columnOf(Finding finding, Draft draft) {
        Optional<Finding.Place> place = finding.place();
        if (place.isEmpty()) {
            return -1;
        }
        // Of several values where Google keeps one, the last is the one too many
        int item = finding.code() == Code.MORE_THAN_ONE ? draft.origins().getOrDefault(place.get().field(), List.of()).size() - 1 : place.get().item();
        List<Integer> from = draft.columnsOf(place.get().field(), item);
        return from.stream()
                .filter(c -> place.get().part().isPresent() && columns.get(c).target() instanceof Target.MapsTo to && to.part().equals(place.get().part().get()))
                .findFirst()
                .orElse(from.isEmpty() ? -1 : from.getFirst());
    }
}
