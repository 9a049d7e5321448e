package org.muster.ui.edit;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.muster.changes.Edit;
import org.muster.changes.MassChange;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.PeopleGateway;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.guard.NumberQuestion;
import org.muster.ui.mask.FieldMaskPicker;
import org.muster.ui.mask.Mode;
import org.muster.ui.mask.ReadBackChoice;
import org.muster.ui.overlap.OverlapNote;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.workspace.Workspace;

/** Bulk edit: steps, the preview of what they do to each contact, and the fields that will be overwritten. */
public final class EditSheet implements Sheet {
    private final Workspace workspace;
    private final Sheets sheets;
    private final String scope;
    private final Texts texts = Texts.of(EditSheet.class);
    private final StepsPane steps;
    private final FieldMaskPicker picker = new FieldMaskPicker(Mode.OVERWRITE);
    private final PreviewPane preview;
    private final MissingNotice missing;
    private final ReadBackChoice readBack;
    private final NumberQuestion guard = new NumberQuestion(mass -> texts.get(mass.gone() >= mass.account() ? "guard.all" : "guard", mass.gone(), mass.account(), mass.changes()), this::refresh);
    private final OverlapNote overlap;
    private final Parent view;
    private List<Contact> contacts;
    private boolean submitted;

    @FXML
    private Label title;

    @FXML
    private Label scopeLabel;

    @FXML
    private VBox stepsColumn;

    @FXML
    private VBox previewColumn;

    @FXML
    private VBox overwriteColumn;

    @FXML
    private Label footerText;

    @FXML
    private Pane readBackPlace;

    @FXML
    private Button runButton;

    @FXML
    private VBox bottom;

    @FXML
    private HBox footer;

    @FXML
    private HBox ask;

    @FXML
    private Button keep;

    /**
     * @param contacts whom it is about
     * @param scope how they were chosen, for people, such as {@code has:email}; may be empty
     * @param initial the steps it starts with; empty starts with one empty step
     */
    public EditSheet(Workspace workspace, Sheets sheets, List<Contact> contacts, String scope, List<Edit> initial) {
        this(workspace, sheets, contacts, scope);
        initial.forEach(steps::add);
        if (initial.isEmpty()) {
            steps.add(StepKind.SET);
        }
    }

    private EditSheet(Workspace workspace, Sheets sheets, List<Contact> contacts, String scope) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.contacts = List.copyOf(contacts);
        this.scope = scope;
        this.readBack = new ReadBackChoice(workspace.maskProperty().get().union(LoadedFields.ofAny(contacts)).minus(FieldMask.of(PersonField.METADATA)));
        this.steps = new StepsPane(workspace.labels(), LoadedFields.ofAll(contacts), this::compute);
        this.preview = new PreviewPane(workspace, new OverwriteChoice(picker), this::refresh);
        this.missing = new MissingNotice(workspace, this::loaded, this::refresh);
        this.overlap = new OverlapNote(workspace, OverlapNote.Deed.EDIT, contacts);
        this.view = Fxml.load(this);
        preview.notice(missing.view());
        picker.maskProperty().subscribe((was, is) -> preview.maskChanged());
        picker.validProperty().subscribe((was, is) -> refresh());
        readBack.validProperty().subscribe((was, is) -> refresh());
    }

    /** The sheet with one empty step of {@code kind}. */
    public static EditSheet startingWith(StepKind kind, Workspace workspace, Sheets sheets, List<Contact> contacts, String scope) {
        EditSheet sheet = new EditSheet(workspace, sheets, contacts, scope);
        sheet.steps.add(kind);
        return sheet;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void mainAction() {
        run();
    }

    @Override
    public void shown() {
        view.applyCss(); // what stands in a scroll pane is part of the scene, and can be focused, only from then on
        steps.focus();
    }

    @Override
    public boolean mayClose() {
        if (submitted || !steps.typed()) {
            return true;
        }
        asking(true);
        keep.requestFocus();
        return false;
    }

    @Override
    public void closed() {
        preview.stop();
        missing.stop();
        overlap.stop();
        readBack.hide();
    }

    @FXML
    private void initialize() {
        stepsColumn.getChildren().add(steps.view());
        previewColumn.getChildren().add(preview.view());
        overwriteColumn.getChildren().add(picker.view());
        readBackPlace.getChildren().add(readBack.button());
        bottom.getChildren().addAll(0, List.of(overlap.view(), guard.view()));
        scopeLabel.setText(scope);
        asking(false);
    }

    private void compute() {
        preview.compute(contacts, steps.plan());
    }

    private void refresh() {
        EditRun run = preview.run();
        title.setText(texts.get("title", contacts.size()));
        if (preview.complete()) {
            missing.show(preview.preview().missing(), contacts, steps.plan().needs());
        }
        runButton.setText(texts.get("run", run.contacts()));
        guard.ask(new MassChange(preview.emptied(), run.contacts(), workspace.book().size()));
        String why = whyNot(run);
        runButton.setDisable(!why.isEmpty());
        footerText.setText(why.isEmpty() ? texts.get("batches", run.batches(), PeopleGateway.UPDATE_LIMIT) : why);
    }

    /** Why it cannot be run now; empty when it can. */
    private String whyNot(EditRun run) {
        Optional<Integer> unready = steps.firstNotReady();
        if (unready.isPresent()) {
            return texts.get("why.step", unready.get());
        }
        if (steps.steps().isEmpty()) {
            return texts.get("why.noSteps");
        }
        if (submitted || !preview.complete() || missing.active()) {
            return texts.get(missing.active() ? "why.loading" : "preview.computing");
        }
        if (!preview.preview().missing().isEmpty()) {
            return texts.get("why.missing");
        }
        if (preview.preview().rows().isEmpty()) {
            return texts.get("preview.nothing");
        }
        if (!picker.validProperty().get()) {
            return picker.whyNotValid();
        }
        return run.contacts() == 0 ? texts.get("preview.nothing") : !readBack.validProperty().get() ? readBack.whyNotValid() : guard.passed() ? "" : guard.why();
    }

    private void loaded(List<Contact> read) {
        int gone = contacts.size() - read.size();
        contacts = List.copyOf(read);
        scopeLabel.setText(gone == 0 ? scope : texts.get(scope.isEmpty() ? "scope.goneOnly" : "scope.gone", scope, gone));
        compute();
    }

    @FXML
    private void run() {
        if (runButton.isDisabled() || submitted || ask.isVisible()) {
            return;
        }
        submitted = true;
        runButton.setDisable(true);
        workspace.submit(preview.run().changeSet(steps.steps(), readBack.maskProperty().get(), workspace.sourcesProperty().get()));
        sheets.closeDone(this);
    }

    private void asking(boolean now) {
        ask.setVisible(now);
        ask.setManaged(now);
        footer.setVisible(!now);
        footer.setManaged(!now);
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }

    @FXML
    private void keepEditing() {
        asking(false);
        steps.focus();
    }

    @FXML
    private void discard() {
        sheets.close(this);
    }
}
