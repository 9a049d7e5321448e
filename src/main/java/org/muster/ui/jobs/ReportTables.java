package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muster.changes.Change;
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
        List<JobReport.Row> rows = JobReport.of(outcomes);
        List<List<String>> lines = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            JobReport.Row r = rows.get(i);
            String origin = outcomes.get(i).change() instanceof Change.SetPhoto ? texts.get("missed.photo") : r.origin();
            lines.add(List.of(Integer.toString(r.number()), origin, r.displayName(), texts.get("missed.state." + r.state().name()), r.sentence(), r.words(), r.resourceName()));
        }
        return new ReportTable(header, lines);
    }
}
