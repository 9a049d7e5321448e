package org.muster.ui.create;

import java.util.Comparator;
import java.util.Optional;
import org.muster.changes.Severity;
import org.muster.exchange.RowCheck;

/**
 * A cell as it is shown.
 *
 * @param text what stands in it
 * @param wrong whether it keeps its row from being sent
 * @param note what there is to say about it, for people; empty when nothing
 */
record CellView(String text, boolean wrong, String note) {
    static CellView of(RowCheck check, int column) {
        Optional<RowCheck.Note> note = check.at(column).stream().min(Comparator.comparing(RowCheck.Note::severity));
        return new CellView(check.row().cell(column), note.filter(n -> n.severity() == Severity.ERROR).isPresent(), note.map(RowCheck.Note::sentence).orElse(""));
    }
}
