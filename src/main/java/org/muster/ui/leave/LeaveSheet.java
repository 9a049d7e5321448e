package org.muster.ui.leave;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.muster.jobs.BatchCell;
import org.muster.jobs.Job;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.JobState;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;

/**
 * Asks whether to leave while jobs are at work. Leaving stops them after the batch in flight and waits until its contacts are accounted for; they go on another
 * time, or at once when the user stays after all. When one of them came to its end meanwhile, and not all of its contacts were done, it says so first.
 */
public final class LeaveSheet implements Sheet {
    private enum Step {
        ASKING,
        STOPPING,
        MISSED
    }

    private final List<Job> jobs;
    private final Sheets sheets;
    private final Background background;
    private final Runnable onLeave;
    private final Consumer<Job> listener;
    private final Texts texts = Texts.of(LeaveSheet.class);
    private final Parent view;
    private Step step = Step.ASKING;
    /** Those that go on when the user stays. */
    private List<Job> stopped = List.of();
    private boolean gone;

    @FXML private Label title;
    @FXML private Label text;
    @FXML private Label progress;
    @FXML private Button stay;
    @FXML private Button leave;

    /**
     * @param jobs those that have not ended, of all accounts
     * @param onLeave closes the window; called at most once
     */
    public LeaveSheet(List<Job> jobs, Sheets sheets, Background background, Runnable onLeave) {
        this.jobs = List.copyOf(jobs);
        this.sheets = sheets;
        this.background = background;
        this.onLeave = onLeave;
        this.listener = job -> background.onFx(this::refresh);
        this.view = Fxml.load(this);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        jobs.forEach(job -> job.addListener(listener));
        refresh();
        stay.requestFocus();
    }

    @Override
    public void closed() {
        gone = true;
        jobs.forEach(job -> job.removeListener(listener));
        stopped.forEach(Job::unstop);
    }

    /** Whether it will leave by itself, as soon as the jobs have stopped. */
    public boolean leaving() {
        return step == Step.STOPPING && !gone;
    }

    private void refresh() {
        if (gone) {
            return;
        }
        List<JobSnapshot> now = jobs.stream().map(Job::snapshot).toList();
        if (now.stream().noneMatch(job -> job.state().active())) {
            ended(now.stream().filter(job -> job.state().ended()).mapToInt(JobSnapshot::notDone).sum());
            return;
        }
        boolean stopping = step == Step.STOPPING;
        title.setText(texts.get(stopping ? "leave.stopping.title" : "leave.title"));
        text.setText(stopping ? texts.get("leave.stopping.text") : texts.get("leave.text", now.stream().filter(job -> job.state().active()).count()));
        progress.setText(now.stream().filter(job -> job.state().active()).map(this::words).collect(Collectors.joining("\n")));
        stay.setText(texts.get("leave.stay"));
        leave.setText(texts.get(stopping ? "leave.now" : "leave.stop"));
    }

    private String words(JobSnapshot job) {
        long settled = job.batches().stream().filter(batch -> batch.state() == BatchCell.State.SETTLED).count();
        return job.state() == JobState.QUEUED ? texts.get("leave.queued", job.title()) : texts.get("leave.job", job.title(), settled, job.batches().size());
    }

    /** The jobs came to their end, by themselves or because they were stopped. */
    private void ended(int missed) {
        if (missed == 0 && step == Step.STOPPING) {
            go();
        } else if (missed == 0) {
            sheets.close(this); // there is nothing to ask any more, and nobody has said to leave
        } else {
            step = Step.MISSED;
            title.setText(texts.get("leave.missed.title", missed));
            text.setText(texts.get("leave.missed.text"));
            progress.setText("");
            stay.setText(texts.get("leave.show"));
            leave.setText(texts.get("leave.close"));
            stay.requestFocus();
        }
    }

    private void go() {
        stopped = List.of();
        sheets.close(this);
        onLeave.run();
    }

    @FXML
    private void stay() {
        sheets.close(this);
    }

    @FXML
    private void leave() {
        if (step == Step.ASKING) {
            step = Step.STOPPING;
            stopped = jobs;
            jobs.reversed().forEach(Job::stop); // those that wait before those they wait for, or one of them begins
            refresh();
            stay.requestFocus(); // the button that was pressed stands for something else now: a key pressed once too often must not leave contacts unaccounted for
        } else {
            go();
        }
    }
}
