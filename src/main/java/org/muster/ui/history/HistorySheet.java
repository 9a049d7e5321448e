package org.muster.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.muster.store.JobFilter;
import org.muster.store.JobSummary;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.shortcuts.Shortcut;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Workspace;

/** Every job ever run on the account, with search and filters, and what each of them did. */
public final class HistorySheet implements Sheet {
    private final Workspace workspace;
    private final Sheets sheets;
    private final Optional<AccountHistory> history;
    private final Texts texts = Texts.of(HistorySheet.class);
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final Days days;
    private final LiveJobs live;
    private final JobPane pane;
    private final FilterBar filters;
    private final Parent view;
    private Background.Running reading = () -> { };
    private String wanted;
    private boolean filling;

    @FXML private Label account;
    @FXML private Label count;
    @FXML private VBox left;
    @FXML private HBox searchBox;
    @FXML private TextField search;
    @FXML private Button clear;
    @FXML private ListView<ListRow> list;
    @FXML private VBox nothing;
    @FXML private Label nothingTitle;
    @FXML private Label nothingAdvice;
    @FXML private Button nothingButton;
    @FXML private StackPane place;
    @FXML private VBox quiet;

    /**
     * @param history nothing when the journal cannot be used
     * @param ways what can be done about jobs
     * @param first the job to show at first, by its id; else the newest
     */
    public HistorySheet(Workspace workspace, Sheets sheets, FileDialogs dialogs, Optional<AccountHistory> history, HistoryWays ways, Optional<String> first) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.history = history;
        this.wanted = first.orElse(null);
        this.days = new Days(workspace.clock());
        this.live = new LiveJobs(workspace, this::reload);
        this.view = Fxml.load(this);
        this.filters = new FilterBar(workspace.clock(), this::reload);
        this.pane = new JobPane(workspace, dialogs, days, history, ways, this::showContact, this::reload);
        left.getChildren().add(1, filters.view());
        place.getChildren().setAll(pane.view());
        account.setText(workspace.accountName());
        nothingButton.managedProperty().bind(nothingButton.visibleProperty());
        nothing(texts.get("reading"), "", "");
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        list.setItems(rows);
        list.setCellFactory(l -> new JobCell(days, live));
        list.getSelectionModel().selectedIndexProperty().addListener((p, was, is) -> selected(was.intValue(), is.intValue()));
        search.textProperty().addListener((p, was, is) -> reload());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
        search.focusedProperty().subscribe(f -> searchBox.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-within-box"), f));
        view.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (Shortcut.SEARCH.matches(e)) {
                search.requestFocus();
                e.consume();
            }
        });
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        live.begin();
        reload();
        search.requestFocus();
    }

    @Override
    public void closed() {
        live.close();
        reading.cancel();
        pane.close();
    }

    /** Shows a job, whatever was looked for before. */
    void show(String jobId) {
        wanted = jobId;
        filling = true;
        search.clear();
        filters.clear();
        filling = false;
        reload();
    }

    private void reload() {
        if (filling || pane == null) {
            return;
        }
        reading.cancel();
        JobFilter filter = filters.filter(search.getText());
        reading = workspace.background().start(() -> history.flatMap(h -> AccountHistory.ask(() -> h.jobs().jobs(h.account(), filter))),
                jobs -> jobs.ifPresentOrElse(found -> show(found, filter), this::unreadable), bug -> unreadable());
    }

    private void show(List<JobSummary> jobs, JobFilter filter) {
        String keep = wanted != null ? wanted : list.getSelectionModel().getSelectedItem() instanceof ListRow.Entry(JobSummary job) ? job.id() : null;
        wanted = null;
        filling = true;
        rows.setAll(ListRow.of(jobs, days));
        filling = false;
        boolean all = filters.isEmpty() && filter.words().isBlank();
        count.setText(texts.get(all ? "list.count" : "list.matching", jobs.size()));
        nothing(texts.get("list.noMatch"), texts.get("list.noMatch.advice"), texts.get("list.clear"));
        quiet(all && jobs.isEmpty());
        int at = indexOf(keep);
        if (jobs.isEmpty()) {
            pane.showNothing();
        } else {
            list.getSelectionModel().clearAndSelect(at < 0 ? 1 : at);
            if (at < 0 || keep != null && !inSight(at)) {
                list.scrollTo(at < 0 ? 0 : at - 1);
            }
            pane.show(((ListRow.Entry) list.getSelectionModel().getSelectedItem()).job(), live, filter);
        }
    }

    /** Nothing to look through: then there is only that to say. */
    private void quiet(boolean is) {
        quiet.setVisible(is);
        left.setVisible(!is);
        left.setManaged(!is);
    }

    private boolean inSight(int index) {
        return list.lookupAll(".history-cell").stream().anyMatch(cell -> ((JobCell) cell).getIndex() == index && cell.isVisible());
    }

    private int indexOf(String job) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ListRow.Entry(JobSummary its) && its.id().equals(job)) {
                return i;
            }
        }
        return -1;
    }

    private void unreadable() {
        rows.clear();
        quiet(false);
        count.setText("");
        nothing(texts.get("list.unreadable"), texts.get("list.unreadable.advice"), history.isPresent() ? texts.get("common.retry") : "");
        pane.showNothing();
    }

    private void nothing(String title, String advice, String button) {
        nothingTitle.setText(title);
        nothingAdvice.setText(advice);
        nothingButton.setText(button);
        nothingButton.setVisible(!button.isEmpty());
    }

    /** A day is no job: whoever comes upon it goes on in the same direction. */
    private void selected(int was, int is) {
        if (filling || is < 0 || is >= rows.size()) {
            return;
        }
        switch (rows.get(is)) {
            case ListRow.Day day -> workspace.background().onFx(() -> list.getSelectionModel().clearAndSelect(was > is && is > 0 ? is - 1 : is + 1));
            case ListRow.Entry(JobSummary job) -> pane.show(job, live, filters.filter(search.getText()));
        }
    }

    private void onSearchKey(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            e.consume();
        }
    }

    private void showContact(ContactKey contact) {
        sheets.show(new ContactHistorySheet(workspace, sheets, history, contact, job -> {
            sheets.requestClose();
            show(job);
        }));
    }

    @FXML
    private void clearSearch() {
        search.clear();
        search.requestFocus();
    }

    @FXML
    private void clearOrRetry() {
        filling = true;
        search.clear();
        filters.clear();
        filling = false;
        reload();
        search.requestFocus();
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }
}
