package org.muster.ui.jobs;

import java.util.function.Function;
import org.muster.store.Undoing;
import org.muster.ui.work.Background;

/** Finds out how far the jobs of the drawer have been undone: when one comes in, and of all of them when one ends that undid another. On the FX thread only. */
final class UndoStates {
    private final JobShelf shelf;
    private final Background background;
    private final Function<String, Undoing> ask;

    /** @param ask how far a job has been undone, by its id; blocks while it asks the journal */
    UndoStates(JobShelf shelf, Background background, Function<String, Undoing> ask) {
        this.shelf = shelf;
        this.background = background;
        this.ask = ask;
    }

    void follow(JobModel model) {
        find(model);
        if (model.job().changes().reverses().isPresent()) {
            model.snapshotProperty().addListener((p, was, is) -> {
                if (is.state().ended() && !was.state().ended()) {
                    shelf.ordered().forEach(this::find);
                }
            });
        }
    }

    private void find(JobModel model) {
        background.start(() -> ask.apply(model.job().id()), model.undoingProperty()::set, bug -> { });
    }
}
