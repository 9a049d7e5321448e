package org.muster.ui.undo;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.store.JobArchive;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.guard.NumberQuestion;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.BackupSaid;
import org.muster.ui.workspace.Workspace;

/** Takes a job back: looks how, shows what would be done to each contact, and does it as a job of its own. */
public final class UndoSheet implements Sheet {
    private final Workspace workspace;
    private final Sheets sheets;
    private final UndoReading reading;
    private final Texts texts = Texts.of(UndoSheet.class);
    private final UndoWords words;
    private final UndoPreview preview;
    private final UndoSide side;
    private final UndoSaid said = new UndoSaid(this::look, this::lookEarlier);
    private final NumberQuestion guard = new NumberQuestion(this::refresh);
    private final Parent view;
    private UndoTarget target;
    private Background.Running looking = () -> { };
    private UndoModel model;
    private boolean busy;
    private String busyWords = "";
    private boolean submitted;

    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private VBox waiting;
    @FXML private StackPane saidPlace;
    @FXML private VBox planned;
    @FXML private HBox columns;
    @FXML private HBox problem;
    @FXML private Label problemText;
    @FXML private Label footerText;
    @FXML private Button cancel;
    @FXML private Button run;

    /**
     * @param archive the journal; nothing when it cannot be used
     * @param target which job
     */
    public UndoSheet(Workspace workspace, Sheets sheets, Optional<JobArchive> archive, UndoTarget target) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.target = target;
        this.reading = new UndoReading(archive, workspace.jobs(), workspace.lane());
        this.words = new UndoWords(name -> workspace.label(name).map(org.muster.contacts.Label::name).orElse(""));
        this.preview = new UndoPreview(workspace, words, this::changed);
        this.side = new UndoSide(words, this::refresh);
        this.view = Fxml.load(this);
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
        cancel.requestFocus();
        look();
    }

    @Override
    public void closed() {
        looking.cancel();
    }

    @FXML
    private void initialize() {
        columns.getChildren().setAll(preview.view(), side.view());
        saidPlace.getChildren().setAll(said.view());
        HBox.setHgrow(preview.view(), Priority.ALWAYS);
        for (Node node : List.of(waiting, saidPlace, planned, problem, run)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        planned.getChildren().add(1, guard.view());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        only(waiting);
    }

    private void only(Node part) {
        for (Node node : List.of(waiting, saidPlace, planned)) {
            node.setVisible(node == part);
        }
        run.setVisible(part == planned);
        problem.setVisible(false);
        refresh();
    }

    private void look() {
        looking.cancel();
        model = null;
        title.setText(texts.get(target.again() ? "title.none.redo" : "title.none"));
        only(waiting);
        UndoTarget wanted = target;
        looking = workspace.background().start(() -> reading.read(wanted), this::found, bug -> found(new Found.Refused(bug(bug))));
    }

    private void lookEarlier() {
        target = target.before(model.plan().job());
        look();
    }

    private void found(Found found) {
        switch (found) {
            case Found.Plan(UndoModel next) -> {
                show(next);
                return;
            }
            case Found.NotEnded(String called) -> said.notEnded(called);
            case Found.None none -> said.noJob(target.again());
            case Found.Refused(ApiError error) -> said.refused(error);
            case Found.Unreadable unreadable -> said.unreadable();
        }
        say();
    }

    private void say() {
        only(saidPlace);
        said.focus(cancel);
    }

    private void show(UndoModel next) {
        model = next;
        title.setText(words.title(next.plan()));
        icon.setIconLiteral(next.plan().again() ? "fth-corner-up-right" : "fth-corner-up-left");
        if (next.plan().steps().isEmpty()) {
            said.nothing(next.plan(), words, !(target instanceof UndoTarget.Of));
            say();
            return;
        }
        side.show(next);
        preview.show(next);
        only(planned);
        preview.focus();
    }

    private void changed() {
        side.refresh();
        guard.ask(model.mass());
        refresh();
    }

    private void refresh() {
        boolean there = model != null && planned.isVisible();
        cancel.setText(texts.get(there || waiting.isVisible() ? "common.cancel" : "common.close"));
        if (!there) {
            footerText.setText("");
            return;
        }
        run.setText(texts.get(model.plan().again() ? "run.redo" : "run.undo", model.sums().contacts()));
        run.getStyleClass().setAll("button", model.deletes() ? "danger" : "accent");
        run.setDisable(busy || submitted || model.sums().contacts() == 0 || !guard.passed());
        footerText.setText(busy ? busyWords : model.sums().contacts() == 0 ? texts.get("why.nobody") : !guard.passed() ? guard.why() : texts.get(model.sums().photos() > 0 ? "batches.photos" : "batches", model.sums().batches(), model.sums().photos()));
    }

    @FXML
    private void run() {
        if (model == null || !run.isVisible() || run.isDisabled() || busy || submitted) {
            return;
        }
        if (side.labelsToMake().isEmpty()) {
            submit(model);
            return;
        }
        busy = true;
        problem.setVisible(false);
        busyWith(texts.get("busy"));
        UndoTarget.Of same = new UndoTarget.Of(model.plan().job());
        List<String> labels = side.labelsToMake();
        looking = workspace.background().start(() -> reading.read(same, labels, new BackupSaid(workspace.background(), this::busyWith)), this::labelled, bug -> labelled(new Found.Refused(bug(bug))));
    }

    private void busyWith(String words) {
        busyWords = words;
        refresh();
    }

    /** The labels are there. What is sent is what was shown: when the account is another by now, it is shown first. */
    private void labelled(Found found) {
        busy = false;
        switch (found) {
            case Found.Plan(UndoModel next) -> {
                workspace.reloadLabels(answer -> { });
                next.leaveOutAs(model);
                if (next.sameAs(model)) {
                    submit(next);
                } else {
                    show(next);
                    problem(texts.get("changed"));
                }
            }
            case Found.Refused(ApiError error) -> problem(texts.get("labels.failed", error.cause().what(), error.cause().advice()));
            case Found.NotEnded _, Found.None _, Found.Unreadable _ -> found(found);
        }
        refresh();
    }

    private void problem(String words) {
        problemText.setText(words);
        problem.setVisible(true);
    }

    private void submit(UndoModel chosen) {
        submitted = true;
        refresh();
        workspace.submit(chosen.changeSet(words.title(chosen.plan()), chosen.readBack(workspace.maskProperty().get(), workspace.book())));
        sheets.closeDone(this);
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }

    private static ApiError bug(Throwable bug) {
        return new ApiError(ErrorCause.BUG, 0, "", "", bug.getClass().getSimpleName());
    }
}
