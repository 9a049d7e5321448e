package org.muster.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muster.exchange.ExportResult;
import org.muster.exchange.ReportCsv;
import org.muster.exchange.ReportTable;
import org.muster.jobs.JobReport;
import org.muster.jobs.Outcome;
import org.muster.texts.Texts;
import org.muster.ui.jobs.ReportFile;

/** Writes job reports as CSV. */
final class JobReportFile implements ReportFile {
    private static final Texts TEXTS = Texts.of(JobReportFile.class);

    @Override
    public void write(Path file, List<Outcome> rows) throws IOException {
        if (new ReportCsv().write(file, table(rows), ReportCsv.Guard.FORMULAS) instanceof ExportResult.Failed(var problem)) {
            throw new IOException(problem.sentence());
        }
    }

    static ReportTable table(List<Outcome> rows) {
        List<String> header = List.of(TEXTS.get("report.number"), TEXTS.get("report.contact"), TEXTS.get("report.resource"), TEXTS.get("report.origin"), TEXTS.get("report.state"), TEXTS.get("report.reason"), TEXTS.get("report.words"));
        return new ReportTable(header, JobReport.of(rows).stream()
                .map(r -> List.of(Integer.toString(r.number()), r.displayName(), r.resourceName(), r.origin(), TEXTS.get("report.state." + r.state()), r.sentence(), r.words()))
                .toList());
    }
}
