package org.muster.ui.create;

import java.util.Collection;
import java.util.List;
import org.muster.changes.Change;
import org.muster.changes.Severity;
import org.muster.contacts.Label;
import org.muster.exchange.DraftTable;
import org.muster.exchange.ImportedTable;
import org.muster.jobs.Outcome;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.texts.Texts;

/** What a job was to make and could not, as rows of the grid with the reasons. */
final class Mending {
    private static final Texts TEXTS = Texts.of(Mending.class);

    private Mending() {}

    /** The rows, numbered by their places in the job. Only creates have any. */
    static ImportedTable table(List<Outcome> refused, Collection<Label> labels) {
        return new DraftTable(labels).of(refused.stream().filter(o -> o.change() instanceof Change.Create).map(Mending::row).toList());
    }

    /** Which rows of the job were sent, when those with these numbers in the grid were. Rows somebody has added to the grid are none of the job's. */
    static List<Integer> rowsSent(List<Outcome> refused, List<Integer> numbers) {
        return numbers.stream().map(number -> number - 1).filter(row -> refused.stream().anyMatch(o -> o.row() == row)).toList();
    }

    private static DraftTable.Row row(Outcome outcome) {
        Change.Create create = (Change.Create) outcome.change();
        // what the server could not do at the time may be sent as it is, and labels the grid asks about by itself; what else was refused has to be
        // changed, or accepted as it is
        Severity severity = outcome.error().filter(e -> !e.cause().unclear() && e.cause() != ErrorCause.BAD_LABEL).isPresent() ? Severity.ERROR : Severity.WARNING;
        return new DraftTable.Row(outcome.row() + 1, create.draft(), outcome.error().map(Mending::reason).orElse(""), severity);
    }

    private static String reason(ApiError error) {
        return TEXTS.get("mend.reason", error.cause().what(), error.cause().advice());
    }
}
