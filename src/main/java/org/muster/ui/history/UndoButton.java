package org.muster.ui.history;

import java.util.Optional;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.jobs.OutcomeState;
import org.muster.store.JobSummary;
import org.muster.store.Undoing;
import org.muster.ui.undo.UndoLabel;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** The button that undoes the job shown, or does again what it undid; says so when that was done already. */
final class UndoButton {
    private final Button button;
    private final FontIcon icon;
    private final Workspace workspace;
    private final Optional<AccountHistory> history;
    private Background.Running asking = () -> { };

    UndoButton(Button button, FontIcon icon, Workspace workspace, Optional<AccountHistory> history) {
        this.button = button;
        this.icon = icon;
        this.workspace = workspace;
        this.history = history;
    }

    /** @param reading whether nothing may be changed now */
    void show(JobSummary job, boolean reading) {
        boolean did = job.ended().isPresent() && job.count(OutcomeState.DONE) > 0;
        label(new Undoing(job.reverses().isPresent(), true, Optional.empty()), did && !reading);
        close();
        if (did && (job.reversed() || job.reverses().isPresent())) {
            asking = workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.archive().undoing(job.id()))), found -> found.ifPresent(undoing -> label(undoing, !reading)), bug -> { });
        }
    }

    private void label(Undoing undoing, boolean may) {
        UndoLabel label = UndoLabel.of(undoing, workspace.clock());
        button.setText(label.words());
        icon.setIconLiteral(label.icon());
        button.setDisable(!may || !label.possible());
    }

    void close() {
        asking.cancel();
    }
}
