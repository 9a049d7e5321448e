package org.muster.ui.jobs;

import java.time.Clock;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.JobState;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.undo.UndoLabel;

/** One job on one line: what it does, how far it is, what it waits for, and its buttons. Shows one job after another. */
public final class JobLine {
    private final JobActions actions;
    private final Clock clock;
    private final Texts texts = Texts.of(JobLine.class);
    private final InvalidationListener follow = changed -> update();
    private final Tooltip waitingTip = new Tooltip();
    private final Tooltip titleTip = new Tooltip();
    private final Parent view;
    private final SteadyFocus steady;
    private JobModel model;

    @FXML private Button fold;
    @FXML private FontIcon foldIcon;
    @FXML private Label title;
    @FXML private BatchStrip strip;
    @FXML private Label progress;
    @FXML private Label notDone;
    @FXML private Label rest;
    @FXML private HBox waitingBox;
    @FXML private Label waiting;
    @FXML private Label note;
    @FXML private Button tryNow;
    @FXML private Button pause;
    @FXML private Button resume;
    @FXML private Button cancel;
    @FXML private Button mendAll;
    @FXML private Button retryAll;
    @FXML private Button undo;
    @FXML private FontIcon undoIcon;
    @FXML private Button saveReport;
    @FXML private MenuButton more;
    @FXML private MenuItem earlierItem;
    @FXML private MenuItem laterItem;
    @FXML private MenuItem retryAllItem;
    @FXML private MenuItem saveReportItem;
    @FXML private MenuItem exportItem;
    @FXML private MenuItem setAsideItem;
    @FXML private Button dismiss;

    JobLine(JobActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
        this.view = Fxml.load(this);
        this.steady = new SteadyFocus(List.of(resume, pause, tryNow), List.of(cancel), List.of(more, saveReport));
        new ButtonWords((HBox) view, List.of(tryNow, pause, resume, mendAll, retryAll, undo, saveReport)).follow();
        more.setOnShowing(e -> updateMenu());
        waiting.setTooltip(waitingTip);
        waitingTip.textProperty().bind(waiting.textProperty());
        title.setTooltip(titleTip);
        titleTip.textProperty().bind(title.textProperty());
    }

    Parent view() {
        return view;
    }

    /**
     * Shows this job from now on.
     *
     * @param next may be {@code null} for none
     * @param foldable whether the line has its own arrow for the contacts below it
     */
    void show(JobModel next, boolean foldable) {
        if (model != next) {
            watched(model).forEach(one -> one.removeListener(follow));
            model = next;
            watched(model).forEach(one -> one.addListener(follow));
        }
        present(fold, foldable);
        present(view, model != null);
        update();
    }

    private static List<Observable> watched(JobModel job) {
        return job == null ? List.of() : List.of(job.snapshotProperty(), job.askedProperty(), job.busyProperty(), job.noteProperty(), job.undoingProperty(), job.missed(), job.expandedProperty());
    }

    /** Counts the seconds of what the job waits for. */
    void tick() {
        if (model != null && model.snapshot().waiting().isPresent()) {
            update();
        }
    }

    private void update() {
        if (model == null) {
            return;
        }
        JobSnapshot job = model.snapshot();
        JobWords words = JobWords.of(job, clock.instant(), texts);
        text(title, job.title());
        strip.show(job.batches(), words.batches());
        text(progress, words.progress());
        text(notDone, words.notDone());
        text(rest, words.rest());
        text(note, model.noteProperty().get());
        text(waiting, model.noteProperty().get().isEmpty() ? words.waiting() : "");
        present(waitingBox, waiting.isManaged());
        steady.during(() -> updateButtons(job.state()));
        foldIcon.setIconLiteral(model.expandedProperty().get() ? "fth-chevron-down" : "fth-chevron-right");
        fold.setDisable(model.missed().isEmpty());
        fold.setAccessibleText(texts.get(model.expandedProperty().get() ? "line.fold" : "line.unfold"));
        view.setAccessibleText(String.join(" ", job.title(), words.progress(), words.notDone(), words.rest(), waiting.getText()));
    }

    private void updateButtons(JobState state) {
        boolean ended = state.ended();
        boolean asked = model.askedProperty().get();
        int retryable = ended ? model.retryable() : 0;
        present(tryNow, state == JobState.WAITING);
        present(pause, state == JobState.RUNNING || state == JobState.WAITING || state == JobState.QUEUED);
        present(resume, state == JobState.PAUSED || state == JobState.STOPPED);
        present(cancel, !ended);
        present(retryAll, retryable > 0);
        int mendable = ended ? model.mendable() : 0;
        present(mendAll, mendable > 0);
        mendAll.setText(texts.get("line.mendAll", mendable));
        mendAll.setDisable(model.busyProperty().get());
        present(undo, model.undoable());
        UndoLabel label = UndoLabel.of(model.undoingProperty().get(), clock);
        undo.setText(label.words());
        undo.setDisable(!label.possible());
        undoIcon.setIconLiteral(label.icon());
        present(saveReport, ended);
        present(more, !ended || !model.missed().isEmpty() || model.setAsideCount() > 0);
        present(dismiss, ended);
        pause.setDisable(asked);
        pause.setText(texts.get(asked ? "line.pausing" : "line.pause"));
        cancel.setDisable(state == JobState.CANCELLING);
        retryAll.setText(texts.get("line.retryAll", retryable));
        retryAll.setDisable(model.busyProperty().get());
        saveReport.setDisable(model.busyProperty().get());
    }

    private void updateMenu() {
        earlierItem.setVisible(actions.movable(model, JobService.Step.EARLIER));
        laterItem.setVisible(actions.movable(model, JobService.Step.LATER));
        int retryable = model.retryable();
        retryAllItem.setText(texts.get("menu.retryAll", retryable));
        retryAllItem.setVisible(retryable > 0);
        exportItem.setText(texts.get("menu.export", model.missed().size()));
        exportItem.setVisible(!model.missed().isEmpty());
        setAsideItem.setText(texts.get("menu.setAside", model.setAsideCount()));
        setAsideItem.setVisible(model.setAsideCount() > 0);
        saveReportItem.setVisible(true);
    }

    private static void text(Label label, String words) {
        label.setText(words);
        present(label, !words.isEmpty());
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @FXML
    private void fold(ActionEvent event) {
        model.expandedProperty().set(!model.expandedProperty().get());
    }

    @FXML
    private void pause(ActionEvent event) {
        actions.pause(model);
    }

    @FXML
    private void resume(ActionEvent event) {
        actions.resume(model);
    }

    @FXML
    private void cancel(ActionEvent event) {
        actions.cancel(model);
    }

    @FXML
    private void retryAll(ActionEvent event) {
        actions.retryAll(model);
    }

    @FXML
    private void earlier(ActionEvent event) {
        actions.move(model, JobService.Step.EARLIER);
    }

    @FXML
    private void later(ActionEvent event) {
        actions.move(model, JobService.Step.LATER);
    }

    @FXML
    private void mendAll(ActionEvent event) {
        actions.mendAll(model);
    }

    @FXML
    private void undo(ActionEvent event) {
        actions.undo(model);
    }

    @FXML
    private void saveReport(ActionEvent event) {
        actions.saveReport(model);
    }

    @FXML
    private void export(ActionEvent event) {
        actions.exportMissed(model);
    }

    @FXML
    private void showSetAside(ActionEvent event) {
        model.showSetAside();
    }

    @FXML
    private void dismiss(ActionEvent event) {
        actions.dismiss(model);
    }
}
