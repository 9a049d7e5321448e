package org.muster.ui.create;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** Sends the grid's ready rows: first the labels that are to be made, then the contacts as one job. Never the same rows twice. */
final class CreateRun {
    private static final Texts TEXTS = Texts.of(CreateRun.class);

    private final Workspace workspace;
    private final CreateGrid grid;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    CreateRun(Workspace workspace, CreateGrid grid) {
        this.workspace = workspace;
        this.grid = grid;
    }

    /** Whether labels are being made; the rows go out right after. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Starts.
     *
     * @param onProblem gets a sentence when a label could not be made; then nothing was sent
     * @param onSubmitted the rows are on their way, and no longer in the grid
     */
    void start(FieldMask readBack, Consumer<String> onProblem, Runnable onSubmitted) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        makeLabels(new ArrayDeque<>(grid.labels().toCreate()), onProblem, () -> submit(readBack, onSubmitted));
    }

    private void makeLabels(Deque<String> names, Consumer<String> onProblem, Runnable then) {
        if (names.isEmpty()) {
            grid.relabel(grid.labels().withLabels(workspace.labels()));
            then.run();
            return;
        }
        String name = names.poll();
        workspace.createLabel(name, answer -> {
            switch (answer) {
                case Answer.Ok<Label> made -> makeLabels(names, onProblem, then);
                case Answer.Failed<Label>(ApiError error) -> {
                    busy.set(false);
                    onProblem.accept(TEXTS.get("label.failed", name, error.cause().what(), error.cause().advice()));
                }
            }
        });
    }

    private void submit(FieldMask readBack, Runnable onSubmitted) {
        List<Change.Create> creates = grid.creates();
        workspace.submit(new ChangeSet(TEXTS.get("job.title", creates.size()), creates, readBack));
        grid.dropReady();
        busy.set(false);
        onSubmitted.run();
    }
}
