package org.muster.ui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.exchange.ExportResult;
import org.muster.exchange.Problem;
import org.muster.exchange.ReportCsv;
import org.muster.jobs.JobRecord;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.jobs.ReportTables;
import org.muster.ui.work.Background;

/** What became of each contact of a job, as a file of the user's choice. */
final class SavedReport {
    private final FileDialogs dialogs;
    private final Background background;
    private final ReportCsv csv = new ReportCsv();
    private final Texts texts = Texts.of(SavedReport.class);
    private boolean saving;

    SavedReport(FileDialogs dialogs, Background background) {
        this.dialogs = dialogs;
        this.background = background;
    }

    /** @param say hears how it goes */
    void save(AccountHistory history, String jobId, Consumer<String> say) {
        if (saving) {
            return;
        }
        Optional<Path> chosen = dialogs.save(texts.get("report.title"), texts.get("report.file"), List.of(new FileDialogs.Kind(texts.get("report.kind"), List.of("*.csv"))));
        chosen.ifPresent(file -> {
            saving = true;
            say.accept(texts.get("report.saving"));
            background.start(() -> AccountHistory.ask(() -> history.archive().job(jobId)).flatMap(job -> job).map(job -> write(file, job)).orElseGet(() -> texts.get("list.unreadable")), said -> {
                saving = false;
                say.accept(said);
            }, bug -> {
                saving = false;
                say.accept(texts.get("report.failed"));
            });
        });
    }

    private String write(Path file, JobRecord job) {
        return switch (csv.write(file, ReportTables.of(job.outcomes()), ReportCsv.Guard.FORMULAS)) {
            case ExportResult.Written written -> texts.get("report.saved", String.valueOf(file.getFileName()));
            case ExportResult.Failed(Problem problem) -> problem.sentence();
            case ExportResult.Cancelled cancelled -> "";
        };
    }
}
