package org.muster.ui.jobs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.texts.Texts;

/** What the file of a job's report is called at first, such as "Muster delete 2026-11-22.csv". */
public final class ReportName {
    private static final Texts TEXTS = Texts.of(ReportName.class);

    private ReportName() {}

    /** @param addition what it holds if not everything; may be empty */
    static String of(ChangeSet changes, LocalDate day, String addition) {
        Stream<Change> real = changes.changes().stream().filter(change -> !(change instanceof Change.SetPhoto));
        Optional<String> kind = real.map(change -> switch (change) {
            case Change.Create create -> "create";
            case Change.Update update -> "update";
            case Change.Delete delete -> "delete";
            case Change.SetPhoto photo -> "";
        }).distinct().reduce((one, other) -> "mixed");
        return of(changes.reverses().isPresent() ? "undo" : kind.orElse("mixed"), day, addition);
    }

    /** @param kind create, update, delete, undo or mixed */
    public static String of(String kind, LocalDate day, String addition) {
        return TEXTS.get("report.file", TEXTS.get("report.file." + kind), day.toString(), addition).replace(" .", ".");
    }
}
