package org.muster.ui.restore;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.MassChange;
import org.muster.changes.Restore;
import org.muster.contacts.PersonField;
import org.muster.contacts.Query;
import org.muster.store.BackupEntry;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.edit.OverwriteChoice;
import org.muster.ui.guard.NumberQuestion;
import org.muster.ui.mask.FieldMaskPicker;
import org.muster.ui.mask.Mode;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.workspace.Workspace;

/** Restores from a backup: who is gone, who is different, and what of it shall come back. */
public final class RestoreSheet implements Sheet {
    private final Workspace workspace;
    private final Sheets sheets;
    private final RestoreWork work;
    private final Texts texts = Texts.of(RestoreSheet.class);
    private final FieldMaskPicker picker = new FieldMaskPicker(Mode.OVERWRITE);
    private final OverwriteChoice overwrite = new OverwriteChoice(picker);
    private final NumberQuestion guard = new NumberQuestion(this::refresh);
    private final Set<String> ticked = new HashSet<>();
    private final ObservableList<RestoreRow> shown = FXCollections.observableArrayList();
    private final BackupDays days;
    private final Parent view;
    private Comparison comparison = Comparison.NONE;
    private boolean submitted;

    @FXML private VBox daysPlace;
    @FXML private TextField search;
    @FXML private SegmentedButton segments;
    @FXML private ToggleButton all;
    @FXML private ToggleButton gone;
    @FXML private ToggleButton different;
    @FXML private ToggleButton same;
    @FXML private TableView<RestoreRow> table;
    @FXML private Label nothing;
    @FXML private Button retry;
    @FXML private VBox fieldsPlace;
    @FXML private CheckBox emptyToo;
    @FXML private CheckBox labelsToo;
    @FXML private Label photos;
    @FXML private VBox bottom;
    @FXML private Label footerText;
    @FXML private Button run;

    /** @param backUp whether a backup is taken first */
    public RestoreSheet(Workspace workspace, Sheets sheets, RestoreSource source, boolean backUp) {
        this.workspace = workspace;
        this.sheets = sheets;
        this.work = new RestoreWork(workspace, source, this::compared, this::refresh);
        this.days = new BackupDays(source, workspace.gateway(), workspace.background(), workspace.clock().getZone(), this::chosen);
        this.view = Fxml.load(this);
        picker.maskProperty().subscribe((was, is) -> filter());
        picker.validProperty().subscribe((was, is) -> refresh());
        days.load(backUp);
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
        days.focus();
    }

    @Override
    public boolean mayClose() {
        return !submitted;
    }

    @Override
    public void closed() {
        work.close();
        days.close();
    }

    @FXML
    private void initialize() {
        daysPlace.getChildren().add(days.view());
        fieldsPlace.getChildren().add(picker.view());
        bottom.getChildren().addFirst(guard.view());
        new RestoreTable(ticked::contains, this::toggle, name -> work.labelName(name).or(() -> workspace.label(name).map(org.muster.contacts.Label::name)).orElse(name)).dress(table);
        table.setItems(shown);
        photos.managedProperty().bind(photos.visibleProperty());
        labelsToo.managedProperty().bind(labelsToo.visibleProperty());
        retry.managedProperty().bind(retry.visibleProperty());
        retry.setOnAction(e -> work.readAgain());
        search.textProperty().subscribe((was, is) -> filter());
        segments.getToggleGroup().selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                was.setSelected(true);
            } else {
                filter();
            }
        });
        emptyToo.selectedProperty().subscribe((was, is) -> compare());
        labelsToo.selectedProperty().subscribe((was, is) -> compare());
        overwrite.follow(comparison.counts());
        refresh();
    }

    private void chosen(Optional<BackupEntry> entry) {
        ticked.clear();
        comparison = Comparison.NONE;
        work.read(entry);
        filter();
    }

    private void compare() {
        work.compare(emptyToo.isSelected(), labelsToo.isSelected());
        refresh();
    }

    /** Who is gone is ticked at first: to bring somebody back destroys nothing. Who is different may be so on purpose. */
    private void compared(Comparison fresh, boolean first) {
        comparison = fresh;
        if (first) {
            fresh.items().stream().filter(item -> item.kind() == Restore.Kind.GONE).forEach(item -> ticked.add(item.name()));
        }
        overwrite.follow(fresh.counts());
        filter();
    }

    private boolean wanted(Comparison.Item item, Query query) {
        Object segment = segments.getToggleGroup().getSelectedToggle();
        boolean kind = switch (item.kind()) {
            case GONE -> segment == all || segment == gone;
            case DIFFERENT -> segment == all || segment == different;
            case SAME, COMING -> segment == same;
        };
        return kind && query.matches(item.search());
    }

    private void filter() {
        Query query = Query.parse(search.getText()).query();
        shown.setAll(comparison.rows(item -> wanted(item, query), overwrite.mask()));
        refresh();
    }

    private void toggle(String name) {
        if (!ticked.remove(name)) {
            ticked.add(name);
        }
        refresh();
    }

    @FXML
    private void tickShown() {
        shown.stream().map(RestoreRow::item).filter(item -> item.found().change().isPresent()).forEach(item -> ticked.add(item.name()));
        refresh();
    }

    @FXML
    private void untickShown() {
        shown.forEach(row -> ticked.remove(row.item().name()));
        refresh();
    }

    private void refresh() {
        table.refresh();
        Comparison.Sums sums = comparison.sums(ticked, overwrite.mask());
        guard.ask(new MassChange(sums.emptied(), sums.changes(), work.accountSize()));
        Comparison.Numbers numbers = comparison.numbers();
        all.setText(texts.get("segment.all", numbers.gone() + numbers.different()));
        gone.setText(texts.get("segment.gone", numbers.gone()));
        different.setText(texts.get("segment.different", numbers.different()));
        same.setText(texts.get("segment.same", numbers.same()));
        nothing.setText(work.words().orElseGet(() -> EmptyWords.of(comparison, search.getText(), segments.getToggleGroup().getSelectedToggle().getUserData())));
        retry.setVisible(work.failed());
        emptyToo.setText(texts.get("emptyToo", comparison.kept()));
        labelsToo.setText(texts.get("labelsToo", String.join(", ", comparison.missing())));
        labelsToo.setVisible(!comparison.missing().isEmpty());
        photos.setText(texts.get("photos", sums.photos()));
        photos.setVisible(sums.photos() > 0);
        run.setText(texts.get("run", sums.changes()));
        String why = whyNot(sums);
        run.setDisable(!why.isEmpty());
        footerText.setText(work.words().isPresent() && !work.busy() ? "" : why.isEmpty() ? footer(sums) : why);
    }

    private String footer(Comparison.Sums sums) {
        return sums.put() == 0 ? texts.get("footer.create", sums.created()) : sums.created() == 0 ? texts.get("footer.put", sums.put()) : texts.get("footer", sums.created(), sums.put());
    }

    /** Why it cannot be run now; empty when it can. */
    private String whyNot(Comparison.Sums sums) {
        if (submitted || work.words().isPresent()) {
            return work.words().orElse("");
        }
        if (sums.put() > 0 && !picker.validProperty().get()) {
            return picker.whyNotValid();
        }
        return sums.changes() == 0 ? texts.get("why.nobody") : guard.passed() ? "" : guard.why();
    }

    @FXML
    private void run() {
        if (run.isDisabled() || submitted) {
            return;
        }
        submitted = true;
        run.setDisable(true);
        work.withLabels(labelsToo.isSelected() ? comparison.missing() : Set.of(), emptyToo.isSelected(), ready -> {
            List<Change> changes = ready.changes(ticked, overwrite.mask());
            workspace.submit(new ChangeSet(texts.get("job.title", changes.size()), changes, workspace.maskProperty().get().plus(PersonField.METADATA), workspace.sourcesProperty().get()));
            sheets.closeDone(this);
        }, () -> {
            submitted = false;
            refresh();
        });
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }
}
