package org.muster.ui.jobs;

import java.util.List;
import java.util.stream.Stream;
import org.muster.exchange.ReportTable;
import org.muster.jobs.JobReport;
import org.muster.jobs.Outcome;
import org.muster.texts.Texts;

/** What became of contacts as a table for people. */
public final class ReportTables {
    private ReportTables() {}

    /** One row for each of {@code outcomes}, in their order. */
    public static ReportTable of(List<Outcome> outcomes) {
        return of(outcomes, Texts.of(ReportTables.class));
    }

    static ReportTable of(List<Outcome> outcomes, Texts texts) {
        List<String> header = Stream.of("number", "origin", "name", "state", "sentence", "server", "resource").map(c -> texts.get("report.column." + c)).toList();
        return new ReportTable(header, JobReport.of(outcomes).stream()
                .map(r -> List.of(Integer.toString(r.number()), r.origin(), r.displayName(), texts.get("missed.state." + r.state().name()), r.sentence(), r.words(), r.resourceName()))
                .toList());
    }
}
