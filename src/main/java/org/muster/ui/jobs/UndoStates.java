package org.muster.ui.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.muster.store.Undoing;
import org.muster.ui.work.Background;

/**
 * Finds out how far the jobs of the drawer have been undone: when one comes in, and of all of them when one ends that undid
 * another, or when looking again has shown what became of a contact. On the FX thread only.
 */
final class UndoStates {
    private final JobShelf shelf;
    private final Background background;
    private final Function<String, Undoing> ask;
    private final Set<JobModel> ended = new HashSet<>();
    private final Map<JobModel, Integer> asked = new HashMap<>();

    /** @param ask how far a job has been undone, by its id; blocks while it asks the journal */
    UndoStates(JobShelf shelf, Background background, Function<String, Undoing> ask) {
        this.shelf = shelf;
        this.background = background;
        this.ask = ask;
    }

    void follow(JobModel model) {
        model.findingsProperty().addListener((p, before, now) -> findAll());
        if (model.job().changes().reverses().isEmpty() || !model.ended()) {
            find(model);
        }
        if (model.job().changes().reverses().isPresent()) {
            // it may be in the journal, and may even have ended, sooner or later than it comes in here
            model.snapshotProperty().subscribe(now -> {
                if (now.state().ended() && ended.add(model)) {
                    findAll();
                }
            });
        }
    }

    private void findAll() {
        shelf.ordered().forEach(this::find);
    }

    private void find(JobModel model) {
        int mine = asked.merge(model, 1, Integer::sum);
        background.start(() -> ask.apply(model.job().id()), answer -> {
            if (asked.get(model) == mine) { // else it has been asked anew, and the answers may come in any order
                model.undoingProperty().set(answer);
            }
        }, bug -> { });
    }
}
