package org.muster.ui.history;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.exchange.ExportResult;
import org.muster.exchange.Problem;
import org.muster.exchange.ReportCsv;
import org.muster.jobs.JobRecord;
import org.muster.store.ChangeKind;
import org.muster.store.JobSummary;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.jobs.ReportName;
import org.muster.ui.jobs.ReportTables;
import org.muster.ui.work.Background;

/** What became of each contact of a job, as a file of the user's choice. */
final class SavedReport {
    private final FileDialogs dialogs;
    private final Background background;
    private final Clock clock;
    private final ReportCsv csv = new ReportCsv();
    private final Texts texts = Texts.of(SavedReport.class);
    private boolean saving;

    SavedReport(FileDialogs dialogs, Background background, Clock clock) {
        this.clock = clock;
        this.dialogs = dialogs;
        this.background = background;
    }

    /** @param say hears how it goes */
    void save(AccountHistory history, JobSummary of, Consumer<String> say) {
        if (saving) {
            return;
        }
        Optional<Path> chosen = dialogs.save(texts.get("report.title"), name(of), List.of(new FileDialogs.Kind(texts.get("report.kind"), List.of("*.csv"))));
        String jobId = of.id();
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

    private String name(JobSummary job) {
        List<ChangeKind> kinds = job.kinds().entrySet().stream().filter(kind -> kind.getValue() > 0 && kind.getKey() != ChangeKind.PHOTO).map(Map.Entry::getKey).toList();
        String kind = job.reverses().isPresent() ? "undo" : kinds.size() == 1 ? kinds.getFirst().name().toLowerCase(Locale.ROOT) : "mixed";
        return ReportName.of(kind, LocalDate.ofInstant(job.accepted(), clock.getZone()), "");
    }

    private String write(Path file, JobRecord job) {
        return switch (csv.write(file, ReportTables.of(job.outcomes()), ReportCsv.Guard.FORMULAS)) {
            case ExportResult.Written written -> texts.get("report.saved", String.valueOf(file.getFileName()));
            case ExportResult.Failed(Problem problem) -> problem.sentence();
            case ExportResult.Cancelled cancelled -> "";
        };
    }
}
