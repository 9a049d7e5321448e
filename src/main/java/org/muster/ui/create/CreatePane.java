package org.muster.ui.create;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import org.muster.contacts.FieldMask;
import org.muster.exchange.Column;
import org.muster.exchange.LabelPlan;
import org.muster.exchange.Problem;
import org.muster.people.PeopleGateway;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.workspace.Workspace;

/** The grid with everything around it: what to show, which columns, what is undecided, and the button that creates. */
final class CreatePane {
    private static final Texts TEXTS = Texts.of(CreatePane.class);

    private final Workspace workspace;
    private final IntConsumer onReady;
    private final Runnable onEmpty;
    private final CreateGrid grid;
    private final List<Problem> problems;
    private final FixFile fixFile;
    private final CreateRun run;
    private final Parent view;
    private GridTable gridTable;

    @FXML private ToggleGroup filter;
    @FXML private ToggleButton showAll;
    @FXML private ToggleButton showReady;
    @FXML private ToggleButton showToFix;
    @FXML private Button columns;
    @FXML private Label fileProblems;
    @FXML private TableView<GridRow> table;
    @FXML private Pane unusedColumns;
    @FXML private Label unusedText;
    @FXML private Pane missingLabels;
    @FXML private Label missingText;
    @FXML private Label failure;
    @FXML private Hyperlink saveBroken;
    @FXML private Label plan;
    @FXML private Button create;

    CreatePane(Workspace workspace, CreateGrid grid, List<Problem> problems, FixFile fixFile, IntConsumer onReady, Runnable onEmpty) {
        this.workspace = workspace;
        this.onReady = onReady;
        this.onEmpty = onEmpty;
        this.problems = problems;
        this.grid = grid;
        this.fixFile = fixFile;
        this.run = new CreateRun(workspace, grid);
        this.view = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        showAll.setUserData(CreateGrid.Show.ALL);
        showReady.setUserData(CreateGrid.Show.READY);
        showToFix.setUserData(CreateGrid.Show.TO_FIX);
        filter.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                filter.selectToggle(was);
            } else {
                grid.showProperty().set((CreateGrid.Show) is.getUserData());
            }
        });
        gridTable = new GridTable(table, grid);
        fileProblems.setText(problems.stream().filter(p -> p.row() == 0).map(Problem::sentence).collect(Collectors.joining("\n")));
        CreateSheet.view(fileProblems, !fileProblems.getText().isEmpty());
        CreateSheet.view(failure, false);
        grid.onChange(this::refresh);
        grid.checkingProperty().subscribe(this::refresh);
        run.busyProperty().subscribe(this::refresh);
    }

    Parent view() {
        return view;
    }

    void focusFirst() {
        gridTable.focusFirst();
    }

    /** Whether closing now would lose what somebody typed or corrected. */
    boolean unsaved() {
        return grid.touched() && grid.counts().all() > 0;
    }

    private void refresh() {
        int ready = grid.counts().ready();
        int toFix = grid.counts().toFix();
        showAll.setText(TEXTS.get("show.all", grid.counts().all()));
        showReady.setText(TEXTS.get("show.ready", ready));
        showToFix.setText(TEXTS.get("show.to-fix", toFix));
        CreateSheet.view(saveBroken, toFix > 0);
        saveBroken.setText(TEXTS.get("save.broken", toFix));
        List<Column> all = grid.columns();
        columns.setText(TEXTS.get("columns.used", all.stream().filter(Column::used).count(), all.size()));
        List<Column> undecided = grid.undecided();
        CreateSheet.view(unusedColumns, !undecided.isEmpty());
        unusedText.setText(TEXTS.get("unused", undecided.size(), named(undecided.stream().map(Column::header).toList())));
        List<String> labels = grid.undecidedLabels();
        CreateSheet.view(missingLabels, !labels.isEmpty());
        missingText.setText(TEXTS.get("labels.missing", labels.size(), named(labels)));
        int batches = (ready + PeopleGateway.CREATE_LIMIT - 1) / PeopleGateway.CREATE_LIMIT;
        plan.setText(grid.checkingProperty().get() ? TEXTS.get("checking") : TEXTS.get("plan", batches, readBack()));
        create.setText(TEXTS.get("create", ready));
        create.setDisable(ready == 0 || grid.checkingProperty().get() || run.busyProperty().get());
        gridTable.columnsChanged();
        onReady.accept(ready);
    }

    private FieldMask readBack() {
        return workspace.maskProperty().get().plus(org.muster.contacts.PersonField.METADATA);
    }

    private static String named(List<String> names) {
        String some = names.stream().limit(4).map(n -> TEXTS.get("quoted", n)).collect(Collectors.joining(", "));
        return names.size() > 4 ? TEXTS.get("and-more", some, names.size() - 4) : some;
    }

    @FXML
    private void keepUnused() {
        grid.keepUndecided();
    }

    @FXML
    private void leaveUnused() {
        grid.leaveUndecided();
    }

    @FXML
    private void createLabels() {
        decideLabels(new LabelPlan.Fate.ToCreate());
    }

    @FXML
    private void leaveLabels() {
        decideLabels(new LabelPlan.Fate.LeftOut());
    }

    private void decideLabels(LabelPlan.Fate fate) {
        LabelPlan decided = grid.labels();
        for (String name : grid.undecidedLabels()) {
            decided = decided.with(name, fate);
        }
        grid.relabel(decided);
    }

    @FXML
    private void chooseColumns() {
        Popover popover = new Popover(new ColumnsPane(grid).view());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.show(columns);
    }

    @FXML
    private void saveBroken() {
        fixFile.save(grid.rowsToFix(), this::say);
    }

    private void say(String sentence) {
        failure.setText(sentence);
        CreateSheet.view(failure, !sentence.isEmpty());
    }

    @FXML
    void create() {
        if (create.isDisabled()) {
            return;
        }
        say("");
        run.start(readBack(), this::say, () -> {
            if (grid.counts().all() == 0) {
                onEmpty.run();
            } else {
                showToFix.setSelected(true);
            }
        });
    }
}
