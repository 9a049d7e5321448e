package org.muster.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.muster.store.ContactEvent;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** All that jobs did to one contact: what it was, when, and by which job. */
public final class ContactHistorySheet implements Sheet {
    private final Workspace workspace;
    private final Sheets sheets;
    private final Optional<AccountHistory> history;
    private final ContactKey contact;
    private final Consumer<String> showJob;
    private final Texts texts = Texts.of(ContactHistorySheet.class);
    private final Parent view;
    private Background.Running reading = () -> { };

    @FXML private Label title;
    @FXML private Label count;
    @FXML private ListView<StoryRow> list;
    @FXML private Label nothing;
    @FXML private Button show;

    /**
     * @param history nothing when the journal cannot be used
     * @param showJob shows a job whole, by its id
     */
    public ContactHistorySheet(Workspace workspace, Sheets sheets, Optional<AccountHistory> history, ContactKey contact, Consumer<String> showJob) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.history = history;
        this.contact = contact;
        this.showJob = showJob;
        this.view = Fxml.load(this);
        Days days = new Days(workspace.clock());
        title.setText(texts.get("contact.title", contact.name().isBlank() ? texts.get("contact.noName") : contact.name()));
        nothing.setText(texts.get("reading"));
        list.setCellFactory(l -> new StoryCell(days));
        show.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !show.isDisabled()) {
                showJob();
                e.consume();
            }
        });
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && !show.isDisabled()) {
                showJob();
            }
        });
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        list.requestFocus();
        reading = workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.jobs().contact(h.account(), contact.knownAs()))),
                events -> events.ifPresentOrElse(this::show, this::unreadable), bug -> unreadable());
    }

    @Override
    public void closed() {
        reading.cancel();
    }

    private void show(List<ContactEvent> events) {
        nothing.setText(texts.get("contact.none"));
        count.setText(events.isEmpty() ? "" : texts.get("contact.count", events.size()));
        list.getItems().setAll(StoryRow.story(events, LabelNames.of(workspace)));
        list.getSelectionModel().selectFirst();
    }

    private void unreadable() {
        nothing.setText(texts.get("list.unreadable") + ". " + texts.get("list.unreadable.advice"));
    }

    /** The job of the event that is selected, or to which the selected line belongs. */
    @FXML
    private void showJob() {
        for (int i = list.getSelectionModel().getSelectedIndex(); i >= 0; i--) {
            if (list.getItems().get(i) instanceof StoryRow.Event(ContactEvent event)) {
                showJob.accept(event.jobId());
                return;
            }
        }
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }
}
