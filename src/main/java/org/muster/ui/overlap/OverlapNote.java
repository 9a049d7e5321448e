package org.muster.ui.overlap;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.texts.Texts;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** A quiet line that says with how many of the chosen contacts a job under way is not done yet; there only when there are any. It stands in nobody's way. */
public final class OverlapNote {
    /** What is to be done with the contacts; the name of its sentence. */
    public enum Deed { EDIT, DELETE }

    private static final Texts TEXTS = Texts.of(OverlapNote.class);

    private final Label words = new Label();
    private final HBox view = new HBox(new FontIcon("fth-clock"), words);
    private final Background.Running counting;

    /** Counts once, in the background: what is said stays true when the job goes on meanwhile. */
    public OverlapNote(Workspace workspace, Deed deed, List<Contact> contacts) {
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        view.setId("overlap");
        view.getStyleClass().add("overlap-note");
        show(false);
        counting = workspace.background().start(() -> count(workspace, contacts), met -> {
            words.setText(TEXTS.get("deed." + deed, contacts.size() == 1 ? TEXTS.get("only") : TEXTS.get("some", met)));
            show(met > 0);
        }, bug -> { });
    }

    public Parent view() {
        return view;
    }

    /** Nobody looks at it any more. */
    public void stop() {
        counting.cancel();
    }

    private void show(boolean there) {
        view.setVisible(there);
        view.setManaged(there);
    }

    /** Takes a copy of what became of every contact of the jobs under way: not on the FX thread. */
    static int count(Workspace workspace, List<Contact> contacts) {
        Set<String> open = workspace.jobs().jobs().stream().filter(workspace::owns).filter(job -> job.snapshot().state().active()).map(Job::outcomes).flatMap(Collection::stream)
                .filter(outcome -> !outcome.state().settled()).map(Outcome::change).map(Change::contactName).collect(Collectors.toSet());
        return (int) contacts.stream().map(Contact::resourceName).filter(open::contains).count();
    }
}
