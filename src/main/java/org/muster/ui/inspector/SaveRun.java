package org.muster.ui.inspector;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** Sends the change of one contact as a job of one and tells, on the FX thread, what became of it. */
final class SaveRun {
    private SaveRun() {}

    static void start(Workspace workspace, Change.Update update, BiConsumer<Job, Outcome> onEnd) {
        String title = Texts.of(SaveRun.class).get("save.title", update.displayName());
        Job job = workspace.submit(new ChangeSet(title, List.of(update), update.before().loaded(), workspace.sourcesProperty().get()));
        AtomicBoolean told = new AtomicBoolean();
        Consumer<Job> listener = j -> {
            if (j.snapshot().state().ended() && told.compareAndSet(false, true)) {
                workspace.background().onFx(() -> onEnd.accept(j, j.outcomes().getFirst()));
            }
        };
        job.addListener(listener);
        listener.accept(job);
    }
}
