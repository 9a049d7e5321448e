package org.muster.ui.create;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.exchange.LabelPlan;
import org.muster.jobs.Job;
import org.muster.jobs.Tidying;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.texts.Texts;
import org.muster.ui.workspace.BackupSaid;
import org.muster.ui.workspace.Workspace;

/** Sends the grid's ready rows: first the labels that are to be made, then the contacts as one job. Never the same rows twice. */
final class CreateRun {
    private static final Texts TEXTS = Texts.of(CreateRun.class);

    private final Workspace workspace;
    private final CreateGrid grid;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final CheckBox tidy = new CheckBox(TEXTS.get("tidy"));
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private volatile boolean stopped;

    CreateRun(Workspace workspace, CreateGrid grid) {
        this.workspace = workspace;
        this.grid = grid;
        tidy.setId("create-tidy");
        tidy.setTooltip(new Tooltip(TEXTS.get("tidy.help")));
        tidy.setAccessibleHelp(TEXTS.get("tidy.help"));
        tidy.getStyleClass().add("read-back-also");
    }

    /** Whether labels are being made and rows prepared; nothing may be typed meanwhile. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What takes long before the rows can be sent; empty when nothing does. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The choice to take Muster's marks away from the contacts once they are made. */
    CheckBox tidyChoice() {
        return tidy;
    }

    /** Sends nothing any more, also when labels are still being made. */
    void stop() {
        stopped = true;
    }

    /**
     * Starts.
     *
     * @param onProblem gets a sentence when a label could not be made; then nothing was sent
     * @param onSubmitted gets the numbers of the rows that are on their way, and no longer in the grid
     */
    void start(FieldMask readBack, Consumer<String> onProblem, Consumer<List<Integer>> onSubmitted) {
        if (busy.get() || stopped) {
            return;
        }
        busy.set(true);
        makeLabels(new ArrayDeque<>(grid.labelsToMake()), onProblem, () -> grid.prepare(creates -> submit(creates, readBack, onSubmitted), why -> {
            busy.set(false);
            onProblem.accept(TEXTS.get(switch (why) {
                case CHANGED -> "create.failed";
                case DOUBLES -> "create.doubles";
            }));
        }));
    }

    private void makeLabels(Deque<String> names, Consumer<String> onProblem, Runnable then) {
        String name = names.poll();
        if (name == null) {
            then.run();
            return;
        }
        workspace.createLabel(name, new BackupSaid(workspace.background(), progress::set, () -> stopped), answer -> {
            progress.set("");
            // also after a failure: those already made must not be made again
            grid.takeLabels(workspace.labels());
            switch (answer) {
                case Answer.Ok<Label> made -> makeLabels(names, onProblem, then);
                case Answer.Failed<Label>(ApiError error) when error.cause() == ErrorCause.ALREADY_EXISTS -> takeExisting(name, error, onProblem, () -> makeLabels(names, onProblem, then));
                case Answer.Failed<Label>(ApiError error) -> failed(name, error, onProblem);
            }
        });
    }

    /** Somebody made the label elsewhere meanwhile: it is just as good. */
    private void takeExisting(String name, ApiError error, Consumer<String> onProblem, Runnable then) {
        workspace.reloadLabels(answer -> {
            grid.takeLabels(workspace.labels());
            if (grid.labels().fate(name) instanceof LabelPlan.Fate.Given) {
                then.run();
            } else {
                failed(name, error, onProblem);
            }
        });
    }

    private void failed(String name, ApiError error, Consumer<String> onProblem) {
        busy.set(false);
        onProblem.accept(TEXTS.get("label.failed", name, error.cause().what(), error.cause().advice()));
    }

    private static Job tidied(Tidying tidying, Job job) {
        tidying.accept(job);
        return job;
    }

    private void submit(List<Change.Create> creates, FieldMask readBack, Consumer<List<Integer>> onSubmitted) {
        List<Integer> sent = stopped ? List.of() : grid.readyRows();
        if (!sent.isEmpty()) {
            Job job = workspace.submit(new ChangeSet(TEXTS.get("job.title", creates.size()), creates, readBack));
            if (tidy.isSelected()) {
                Tidying tidying = new Tidying(workspace.jobs(), workspace.lane(), marks -> TEXTS.get("job.tidy", marks));
                job.addListener(tidying);
                workspace.background().start(() -> tidied(tidying, job), done -> { }, bug -> { }); // it may have ended before it had a listener; but let it be planned elsewhere
            }
            grid.dropReady();
        }
        busy.set(false);
        onSubmitted.accept(sent);
    }
}
