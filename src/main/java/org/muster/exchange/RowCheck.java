package org.muster.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.muster.changes.Finding;
import org.muster.changes.Look;
import org.muster.changes.Severity;

/**
 * What there is to say about one row before it is sent.
 *
 * @param row the row that was looked at
 * @param blank whether nothing stands in it; a blank row somebody typed is no mistake, it is just not there
 * @param notes everything that was found, the cells in their order and the row as a whole behind them
 * @param look what the contact is recognised by, so that the same one elsewhere can be found
 */
public record RowCheck(ImportedRow row, boolean blank, List<Note> notes, Look look) {
    /**
     * Something that was found.
     *
     * @param column the cell it is about, from 0; empty for the row as a whole
     * @param severity whether it keeps the row from being sent
     * @param sentence what is wrong, for people
     */
    public record Note(OptionalInt column, Severity severity, String sentence) {
        static Note of(Finding finding, int column) {
            return new Note(column < 0 ? OptionalInt.empty() : OptionalInt.of(column), finding.severity(), finding.sentence());
        }

        static Note of(Problem problem) {
            return new Note(problem.column() == 0 ? OptionalInt.empty() : OptionalInt.of(problem.column() - 1), problem.severity(), problem.sentence());
        }
    }

    public RowCheck {
        notes = List.copyOf(notes);
    }

    /** Whether the row can be sent as it is. */
    public boolean ready() {
        return !blank && notes.stream().noneMatch(n -> n.severity() == Severity.ERROR);
    }

    /** Whether somebody has to put it right first. */
    public boolean toFix() {
        return !blank && !ready();
    }

    /** What is wrong with one cell. */
    public List<Note> at(int column) {
        return notes.stream().filter(n -> n.column().isPresent() && n.column().getAsInt() == column).toList();
    }

    /** All sentences in one line, errors first; empty when there are none. */
    public String summary() {
        List<String> sentences = new ArrayList<>();
        notes.stream().filter(n -> n.severity() == Severity.ERROR).map(Note::sentence).forEach(sentences::add);
        notes.stream().filter(n -> n.severity() == Severity.WARNING).map(Note::sentence).forEach(sentences::add);
        return String.join("; ", sentences);
    }
}
