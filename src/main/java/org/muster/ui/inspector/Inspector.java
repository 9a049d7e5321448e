package org.muster.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.muster.changes.Change;
import org.muster.changes.Finding;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.Screens;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.workspace.Workspace;

/** The contact the user looks at. While it is under edit, what was typed stays, whatever the book hears meanwhile. */
public final class Inspector {
    private enum State { EMPTY, READING, EDITING, SAVING }

    private final ContactsModel model;
    private final Workspace workspace;
    private final Screens screens;
    private final Texts texts = Texts.of(Inspector.class);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
    private final Parent view;
    private final ProblemLine said;
    private final Head head;
    private Contact contact;
    private ContactDraft draft;
    private EditPane form;

    @FXML private VBox root;
    @FXML private VBox empty;
    @FXML private Label avatar;
    @FXML private Label name;
    @FXML private Label subtitle;
    @FXML private ScrollPane scroll;
    @FXML private VBox values;
    @FXML private Label problem;
    @FXML private HBox readButtons;
    @FXML private HBox editButtons;
    @FXML private VBox discard;
    @FXML private Button keep;
    @FXML private Button edit;
    @FXML private Button history;
    @FXML private Button save;

    public Inspector(ContactsModel model, Screens screens) {
        this.screens = screens;
        this.model = model;
        this.workspace = model.workspace();
        this.view = Fxml.load(this);
        this.said = new ProblemLine(problem);
        this.head = new Head(avatar, name, subtitle);
        for (Node node : List.of(empty, readButtons, editButtons, discard, problem, subtitle)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        edit.disableProperty().bind(workspace.readingProperty());
        state.subscribe(this::showState);
        model.focusedProperty().subscribe(n -> follow());
        model.viewProperty().subscribe(v -> follow());
        root.addEventHandler(KeyEvent.KEY_PRESSED, new InspectorKeys(() -> state.get() == State.READING, () -> state.get() == State.EDITING, this::edit, this::save, this::cancel));
    }

    public Parent view() {
        return view;
    }

    /** Puts the keyboard here. */
    public void focus() {
        if (state.get() == State.EDITING) {
            form.focus();
        } else {
            (edit.isDisabled() ? history : edit).requestFocus();
        }
    }

    /** Starts to edit the contact shown. */
    @FXML
    public void edit() {
        if (state.get() != State.READING) {
            focus();
            return;
        }
        if (!workspace.mayChange()) {
            return;
        }
        draft = new ContactDraft(contact);
        form = new EditPane(workspace, draft, this::judge);
        values.getChildren().setAll(form);
        scroll.setVvalue(0);
        state.set(State.EDITING);
        judge();
        form.focus();
    }

    /** What people call the contact under edit, when something was typed that is neither saved nor on its way. */
    public Optional<String> unsaved() {
        return state.get() == State.EDITING && draft.dirty() ? Optional.of(draft.base().displayName()) : Optional.empty();
    }

    /** Another contact is looked at, or this one was read again. */
    private void follow() {
        Optional<Contact> now = Optional.ofNullable(model.focusedProperty().get()).flatMap(workspace.book()::find);
        boolean other = draft != null && now.map(c -> !c.resourceName().equals(draft.base().resourceName())).orElse(true);
        if (draft != null && state.get() == State.EDITING && (!other || draft.dirty())) {
            if (other) {
                said.say(texts.get("edit.stillEditing", draft.base().displayName()), true);
            }
            return;
        }
        if (draft != null && !other) {
            return;
        }
        draft = null;
        if (now.isPresent() && now.get() == contact && state.get() == State.READING) {
            return;
        }
        String before = contact == null ? "" : contact.resourceName();
        contact = now.orElse(null);
        now.ifPresentOrElse(c -> read(c.resourceName().equals(before)), () -> state.set(State.EMPTY));
    }

    private void read(boolean keepPlace) {
        double place = keepPlace ? scroll.getVvalue() : 0;
        Shown shown = Shown.of(contact);
        head.show(shown);
        values.getChildren().setAll(new ReadPane(workspace, shown));
        if (!shown.notLoaded().isEmpty()) {
            values.getChildren().add(new NotLoadedLine(workspace, contact, shown.notLoaded(), said::failed));
        }
        said.say("", false);
        state.set(State.READING);
        scroll.layout();
        scroll.setVvalue(place);
    }

    private void showState(State now) {
        empty.setVisible(now == State.EMPTY);
        root.pseudoClassStateChanged(PseudoClass.getPseudoClass("empty"), now == State.EMPTY);
        readButtons.setVisible(now == State.READING);
        editButtons.setVisible(now == State.EDITING || now == State.SAVING);
        editButtons.setDisable(now == State.SAVING);
        values.setDisable(now == State.SAVING);
        discard.setVisible(false);
    }

    /** What there is to say about what was typed, after each key. */
    private void judge() {
        List<Finding> findings = draft.findings(workspace.labels());
        boolean blocked = !draft.accepted() || findings.stream().anyMatch(Finding::blocks);
        said.say(!draft.accepted() ? texts.get("edit.notAccepted") : findings.stream().map(Finding::sentence).collect(Collectors.joining("\n")), blocked);
        save.setDisable(blocked || !draft.dirty());
    }

    @FXML
    private void save() {
        if (state.get() != State.EDITING || save.isDisabled()) {
            return;
        }
        Optional<Change.Update> update = draft.update();
        if (update.isEmpty()) {
            leave();
            return;
        }
        form.rememberFocus();
        state.set(State.SAVING);
        said.say(texts.get("edit.saving"), false);
        ContactDraft sent = draft;
        SaveRun.start(workspace, update.get(), (job, outcome) -> {
            if (draft == sent) {
                saved(job, outcome);
            }
        });
    }

    private void saved(Job job, Outcome outcome) {
        if (outcome.state() == OutcomeState.DONE) {
            leave();
            return;
        }
        if (outcome.state() == OutcomeState.CONFLICT && outcome.contact().isPresent()) {
            // what was typed is in the job now, until somebody has chosen; here it would be an edit of what is not there any more
            leave();
            said.failed(outcome);
            screens.compare(job, outcome);
            return;
        }
        state.set(State.EDITING);
        said.failed(outcome);
        form.restoreFocus();
    }

    @FXML
    private void history() {
        screens.history(contact);
    }

    @FXML
    private void cancel() {
        if (discard.isVisible()) {
            keepEditing();
        } else if (draft.dirty()) {
            discard.setVisible(true);
            editButtons.setVisible(false);
            keep.requestFocus();
        } else {
            leave();
        }
    }

    @FXML
    private void keepEditing() {
        discard.setVisible(false);
        editButtons.setVisible(true);
        form.focus();
    }

    @FXML
    private void leave() {
        draft = null;
        contact = null;
        follow();
        edit.requestFocus();
    }
}
