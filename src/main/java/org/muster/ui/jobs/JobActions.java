package org.muster.ui.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.exchange.ExportResult;
import org.muster.exchange.Problem;
import org.muster.exchange.ReportCsv;
import org.muster.jobs.JobService;
import org.muster.jobs.Outcome;
import org.muster.jobs.Retries;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Screens;
import org.muster.ui.workspace.Workspace;

/** What the user can do about jobs and about contacts that did not make it. Everything is guarded against being asked for twice. */
final class JobActions {
    private final Workspace workspace;
    private final Screens screens;
    private final FileDialogs dialogs;
    private final ReportCsv csv = new ReportCsv();
    private final LookAgain lookAgain;
    private final Consumer<Contact> open;
    private final JobShelf shelf;
    private final Consumer<JobModel> onMoved;
    private final Texts texts = Texts.of(JobActions.class);

    /** @param onMoved hears of a job that was to get another turn */
    JobActions(Workspace workspace, Screens screens, FileDialogs dialogs, LookAgain lookAgain, Consumer<Contact> open, JobShelf shelf, Consumer<JobModel> onMoved) {
        this.workspace = workspace;
        this.screens = screens;
        this.dialogs = dialogs;
        this.lookAgain = lookAgain;
        this.open = open;
        this.shelf = shelf;
        this.onMoved = onMoved;
    }

    void pause(JobModel model) {
        if (!model.askedProperty().get()) {
            model.askedProperty().set(true);
            model.job().pause();
        }
    }

    /** Goes on after a pause, or tries again at once. */
    void resume(JobModel model) {
        model.job().resume();
    }

    void cancel(JobModel model) {
        model.askedProperty().set(true);
        model.job().cancel();
    }

    /** Lets it have its turn before or after its neighbour's. */
    void move(JobModel model, JobService.Step step) {
        shelf.move(model, step);
        onMoved.accept(model);
    }

    boolean movable(JobModel model, JobService.Step step) {
        return workspace.jobs().movable(model.job(), step);
    }

    void dismiss(JobModel model) {
        shelf.dismiss(model);
    }

    /** Takes the whole job back, after a preview. */
    void undo(JobModel model) {
        screens.undo(model.job().id());
    }

    void act(Missed.Action action, Missed missed) {
        switch (action) {
            case COMPARE -> screens.compare(missed.job().job(), missed.outcome());
            case LOOK_AGAIN -> look(missed);
            case RETRY -> retry(missed.job(), List.of(missed));
            case MEND -> mend(missed.job(), List.of(missed));
            case OPEN -> open(missed);
            case SKIP -> missed.job().setAside(missed);
        }
    }

    /** Sends every contact of a job again that can be. */
    void retryAll(JobModel model) {
        retry(model, model.missed().stream().filter(Missed::retryable).toList());
    }

    private void retry(JobModel model, List<Missed> wanted) {
        if (wanted.isEmpty() || model.busyProperty().get()) {
            return;
        }
        whenFree(model, wanted, known -> {
            List<Change> changes = known.free().stream().map(m -> Retries.of(known.known().get(m), workspace.book()).orElseThrow()).toList();
            ChangeSet done = model.job().changes();
            String title = changes.size() == 1 ? texts.get("retry.one", name(changes.getFirst())) : texts.get("retry.many", changes.size(), done.title());
            // the rest of an undo takes back what the undo was to take back
            Optional<Reversal> reverses = done.reverses().map(undo -> new Reversal(undo.job(), known.rows().stream().map(undo.rows()::get).toList()));
            workspace.submit(new ChangeSet(title, changes, done.readBack(), done.sources(), reverses));
            model.settleRows(known.rows());
        });
    }

    /** Opens every refused row of a create job in the grid. */
    void mendAll(JobModel model) {
        mend(model, model.missed().stream().filter(Missed::mendable).toList());
    }

    /** What is sent from the grid leaves the list, and nothing else: whoever closes the grid has lost nothing. */
    private void mend(JobModel model, List<Missed> wanted) {
        if (wanted.isEmpty() || model.busyProperty().get()) {
            return;
        }
        whenFree(model, wanted, known -> screens.mend(known.free().stream().map(Missed::outcome).toList(), model::settleRows));
    }

    /** Looks first for those that may have been done after all. Gives the others to {@code then}, unless there are none, and shows what was found of those. */
    private void whenFree(JobModel model, List<Missed> wanted, Consumer<FreeToSend> then) {
        boolean look = wanted.stream().anyMatch(m -> Retries.afterLook(m.outcome()));
        inBackground(model, () -> FreeToSend.of(model.job(), wanted, lookAgain), known -> {
            List<Missed> free = known.free();
            known.known().forEach((missed, outcome) -> {
                if (!free.contains(missed)) {
                    model.looked(missed, outcome);
                }
            });
            if (!free.isEmpty()) {
                then.accept(known);
            }
            model.noteProperty().set(free.size() == wanted.size() ? "" : texts.get("retry.some", wanted.size() - free.size()));
        });
        if (look) {
            model.noteProperty().set(texts.get("retry.looking", wanted.size()));
        }
    }

    /** May take a minute; until it is over the contact can neither be looked for again nor sent. */
    private void look(Missed missed) {
        JobModel model = missed.job();
        if (!model.startLooking(missed)) {
            return;
        }
        String name = name(missed.outcome().change());
        model.noteProperty().set(texts.get("look.running", name));
        workspace.background().start(() -> lookAgain.look(model.job(), List.of(missed.outcome())).getFirst(), known -> {
            model.looked(missed, known);
            model.noteProperty().set(texts.get("look." + known.state().name(), name));
        }, bug -> {
            model.looked(missed, missed.outcome());
            model.noteProperty().set(texts.get("action.failed"));
        });
    }

    private void open(Missed missed) {
        workspace.book().find(missed.resourceName()).ifPresentOrElse(open, () -> missed.job().noteProperty().set(texts.get("open.gone", name(missed.outcome().change()))));
    }

    /** Everything about every contact of a job, as a file of the user's choice. */
    void saveReport(JobModel model) {
        save(model, ReportName.of(model.job().changes(), today(), ""), model::report);
    }

    /** The contacts the list shows, as a file of the user's choice. */
    void exportMissed(JobModel model) {
        List<Outcome> rows = model.missed().stream().map(Missed::outcome).toList();
        save(model, ReportName.of(model.job().changes(), today(), texts.get("missed.file")), () -> rows);
    }

    private LocalDate today() {
        return LocalDate.now(workspace.clock());
    }

    private void save(JobModel model, String suggested, Callable<List<Outcome>> rows) {
        if (model.busyProperty().get()) {
            return;
        }
        Optional<Path> chosen = dialogs.save(texts.get("report.title"), suggested, List.of(new FileDialogs.Kind(texts.get("report.kind"), List.of("*.csv"))));
        chosen.ifPresent(file -> inBackground(model, () -> write(file, rows.call()), model.noteProperty()::set));
    }

    /** What to tell the user. */
    private String write(Path file, List<Outcome> rows) {
        return switch (csv.write(file, ReportTables.of(rows, texts), ReportCsv.Guard.FORMULAS)) {
            case ExportResult.Written written -> texts.get("report.saved", String.valueOf(file.getFileName()));
            case ExportResult.Failed(Problem problem) -> problem.sentence();
            case ExportResult.Cancelled cancelled -> "";
        };
    }

    private <T> void inBackground(JobModel model, Callable<T> work, Consumer<T> then) {
        if (model.busyProperty().get()) {
            return;
        }
        model.busyProperty().set(true);
        model.noteProperty().set("");
        workspace.background().start(work, result -> {
            model.busyProperty().set(false);
            then.accept(result);
        }, bug -> {
            model.busyProperty().set(false);
            model.noteProperty().set(texts.get("action.failed"));
        });
    }

    private String name(Change change) {
        return change.displayName().isBlank() ? texts.get("missed.noName") : change.displayName();
    }
}
