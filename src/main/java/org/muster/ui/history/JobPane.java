package org.muster.ui.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.jobs.OutcomeState;
import org.muster.store.ContactEvent;
import org.muster.store.JobContact;
import org.muster.store.JobFilter;
import org.muster.store.JobSummary;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** One job of the past: what became of it, each of its contacts, and what it did to the one that is chosen. */
public final class JobPane {
    private final Workspace workspace;
    private final Days days;
    private final Optional<AccountHistory> history;
    private final Optional<Consumer<String>> undo;
    private final Consumer<ContactKey> showContact;
    private final SavedReport report;
    private final AdviceBox advice;
    private final UndoButton undoLabel;
    private final Texts texts = Texts.of(JobPane.class);
    private final ResultLine result = new ResultLine();
    private final Tooltip titleTip = new Tooltip();
    private final Parent view;
    private Background.Running reading = () -> { };
    private Background.Running readingOne = () -> { };
    private JobSummary job;
    private boolean stopped;
    private List<JobContact> contacts = List.of();
    private Predicate<JobContact> found = contact -> false;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label when;
    @FXML private HBox resultPlace;
    @FXML private Label hint;
    @FXML private Label note;
    @FXML private Button undoButton;
    @FXML private FontIcon undoIcon;
    @FXML private Button saveReport;
    @FXML private SegmentedButton segments;
    @FXML private ToggleButton all;
    @FXML private ToggleButton missed;
    @FXML private ToggleButton foundOnly;
    @FXML private TableView<JobContact> table;
    @FXML private Label placeholder;
    @FXML private VBox details;
    @FXML private Label name;
    @FXML private Button contactHistory;
    @FXML private ListView<StoryRow> fields;
    @FXML private Label fieldsPlaceholder;

    JobPane(Workspace workspace, FileDialogs dialogs, Days days, Optional<AccountHistory> history, HistoryWays ways, Consumer<ContactKey> showContact, Runnable onNews) {
        this.workspace = workspace;
        this.days = days;
        this.history = history;
        this.undo = ways.undo();
        this.showContact = showContact;
        this.report = new SavedReport(dialogs, workspace.background(), workspace.clock());
        this.view = Fxml.load(this);
        this.undoLabel = new UndoButton(undoButton, undoIcon, workspace, history);
        this.advice = new AdviceBox(workspace, history, ways, words -> note.setText(words), onNews);
        details.getChildren().add(1, advice);
        resultPlace.getChildren().add(result);
        title.setTooltip(titleTip);
        for (javafx.scene.Node node : new javafx.scene.Node[] {hint, note, undoButton, segments, missed, foundOnly}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        new ContactTableLook(contact -> stopped).dress(table);
        fields.setCellFactory(l -> new StoryCell(days));
        table.getSelectionModel().selectedItemProperty().subscribe(this::showOne);
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !contactHistory.isDisabled()) {
                showContact();
                e.consume();
            }
        });
        segments.getToggleGroup().selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                was.setSelected(true);
            } else if (job != null) {
                fill();
            }
        });
        showNothing();
    }

    Parent view() {
        return view;
    }

    void close() {
        undoLabel.close();
        reading.cancel();
        readingOne.cancel();
    }

    void showNothing() {
        close();
        job = null;
        root.setVisible(false);
    }

    /**
     * Shows a job. What is shown of the same job stays until it has been read again, if it is another by now.
     *
     * @param filter by which it was found
     */
    void show(JobSummary next, LiveJobs live, JobFilter filter) {
        boolean other = job == null || !job.id().equals(next.id());
        boolean same = !other && job.counts().equals(next.counts()) && job.handled() == next.handled();
        boolean choose = other || job.found().isPresent() != next.found().isPresent();
        job = next;
        found = filter.inNames(next);
        stopped = live.stopped(next);
        root.setVisible(true);
        title.setText(next.title());
        titleTip.setText(next.title());
        when.setText(next.ended().map(end -> texts.get("job.when", days.both(next.accepted()), Days.lasting(Duration.between(next.accepted(), end)))).orElseGet(() -> days.both(next.accepted())));
        result.show(JobResult.of(next, live));
        hint.setText(stopped ? texts.get("job.stopped") : next.ended().isEmpty() && live.elsewhere() ? texts.get("job.elsewhere") : "");
        undoButton.setVisible(undo.isPresent());
        undoLabel.show(next, live.elsewhere());
        if (other) {
            note.setText("");
            contacts = List.of();
            table.getItems().clear();
            placeholder.setText(texts.get("reading"));
        }
        if (choose) {
            (next.found().isPresent() ? foundOnly : all).setSelected(true);
        }
        if (same) {
            fill();
            return;
        }
        reading.cancel();
        reading = workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.jobs().contacts(next.id()))), read -> read.ifPresentOrElse(this::take, this::unreadable), bug -> unreadable());
    }

    private void take(List<JobContact> read) {
        contacts = read;
        placeholder.setText(texts.get("job.nobody"));
        fill();
    }

    private void unreadable() {
        placeholder.setText(texts.get("list.unreadable") + ". " + texts.get("list.unreadable.advice"));
    }

    private static boolean missed(JobContact contact) {
        return contact.state() != OutcomeState.DONE;
    }

    private void fill() {
        long notDone = contacts.stream().filter(JobPane::missed).count();
        long those = contacts.stream().filter(found).count();
        all.setText(texts.get("segment.all", contacts.size()));
        missed.setText(texts.get("segment.missed", notDone));
        missed.setVisible(notDone > 0 || missed.isSelected());
        foundOnly.setText(texts.get("segment.found", those));
        foundOnly.setVisible(those > 0 || foundOnly.isSelected());
        segments.setVisible(missed.isVisible() || foundOnly.isVisible());
        JobContact before = table.getSelectionModel().getSelectedItem();
        Predicate<JobContact> shown = missed.isSelected() ? JobPane::missed : foundOnly.isSelected() ? found : contact -> true;
        table.getItems().setAll(contacts.stream().filter(shown).toList());
        int at = before == null ? 0 : (int) table.getItems().stream().takeWhile(contact -> contact.row() != before.row()).count();
        if (!table.getItems().isEmpty()) {
            table.getSelectionModel().clearAndSelect(at < table.getItems().size() ? at : 0);
        }
    }

    private void showOne(JobContact contact) {
        readingOne.cancel();
        details.setVisible(contact != null);
        if (contact == null || job == null) {
            return;
        }
        name.setText(contact.name().isBlank() ? texts.get("contact.noName") : contact.name());
        contactHistory.setDisable(contact.resourceName().isEmpty());
        advice.show(job, contact, stopped);
        String id = job.id();
        readingOne = workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.jobs().event(id, contact.row()))), event -> event.flatMap(e -> e).ifPresent(this::showOne), bug -> { });
    }

    private void showOne(ContactEvent event) {
        fieldsPlaceholder.setText(texts.get("fields.none"));
        fields.getItems().setAll(StoryRow.fields(event, LabelNames.of(workspace)));
    }

    @FXML
    private void showContact() {
        JobContact contact = table.getSelectionModel().getSelectedItem();
        showContact.accept(new ContactKey(contact.name(), Set.of(contact.resourceName())));
    }

    @FXML
    private void undo() {
        undo.ifPresent(door -> door.accept(job.id()));
    }

    @FXML
    private void saveReport() {
        String id = job.id();
        history.ifPresent(h -> report.save(h, job, said -> note.setText(job != null && job.id().equals(id) ? said : "")));
    }
}
