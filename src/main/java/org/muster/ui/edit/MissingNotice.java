package org.muster.ui.edit;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.workspace.Workspace;

/** Says which fields of an edit are not loaded, and loads them when asked. */
public final class MissingNotice {
    private final FieldLoading loading;
    private final Consumer<List<Contact>> onLoaded;
    private final Runnable onChange;
    private final Texts texts = Texts.of(MissingNotice.class);
    private final Parent view;
    private List<Contact> contacts = List.of();
    private FieldMask needed = FieldMask.none();
    private String failure = "";

    @FXML
    private Label words;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button load;

    /**
     * @param onLoaded gets the contacts with the fields loaded, those that are gone left out
     * @param onChange told when loading begins or ends
     */
    MissingNotice(Workspace workspace, Consumer<List<Contact>> onLoaded, Runnable onChange) {
        this.loading = new FieldLoading(workspace);
        this.onLoaded = onLoaded;
        this.onChange = onChange;
        this.view = Fxml.load(this);
        show(Map.of(), List.of(), FieldMask.none());
    }

    Parent view() {
        return view;
    }

    boolean active() {
        return loading.active();
    }

    void stop() {
        loading.stop();
    }

    /** Shows what is missing; nothing when nothing is. Leaves a loading under way alone. */
    void show(Map<PersonField, Integer> missing, List<Contact> whom, FieldMask needs) {
        if (loading.active()) {
            return;
        }
        contacts = whom;
        needed = needs;
        visible(!missing.isEmpty());
        busy(false);
        String fields = missing.keySet().stream().map(PersonField::label).collect(Collectors.joining(", "));
        int most = missing.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        words.setText(failure.isEmpty() ? texts.get(missing.size() == 1 ? "missing.one" : "missing.many", fields, most) : failure);
    }

    @FXML
    private void load() {
        if (loading.active()) {
            loading.stop();
            onChange.run();
            return;
        }
        failure = "";
        int all = contacts.size();
        busy(true);
        loading.start(contacts, needed, done -> {
            progress.setProgress(done == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / Math.max(1, all));
            words.setText(texts.get("loading", done, all));
        }, this::ended);
        onChange.run();
    }

    private void ended(Answer<List<Contact>> answer) {
        switch (answer) {
            case Answer.Ok<List<Contact>>(List<Contact> read) -> onLoaded.accept(read);
            case Answer.Failed<List<Contact>>(ApiError error) -> {
                Texts why = Texts.of(ErrorCause.class);
                failure = texts.get("load.failed", why.get("cause." + error.cause() + ".what"), why.get("cause." + error.cause() + ".advice"));
                onChange.run();
            }
        }
    }

    private void busy(boolean busy) {
        progress.setVisible(busy);
        progress.setManaged(busy);
        load.setText(texts.get(busy ? "load.stop" : failure.isEmpty() ? "load" : "common.retry"));
    }

    private void visible(boolean visible) {
        view.setVisible(visible);
        view.setManaged(visible);
    }
}
