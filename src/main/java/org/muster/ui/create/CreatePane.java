package org.muster.ui.create;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.exchange.Column;
import org.muster.exchange.LabelPlan;
import org.muster.exchange.Problem;
import org.muster.people.PeopleGateway;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.mask.ReadBackChoice;
import org.muster.ui.workspace.Workspace;

/** The grid with everything around it: what to show, which columns, what is undecided, and the button that creates. */
final class CreatePane {
    private static final Texts TEXTS = Texts.of(CreatePane.class);

    private final Around around;
    private final CreateGrid grid;
    private final List<Problem> problems;
    private final FixFile fixFile;
    private final CreateRun run;
    private final ReadBackChoice readBack;
    private final Parent view;
    private final Subscription labels;
    private GridTable gridTable;
    private RowFilter rowFilter;
    private DoublesNote doubles;
    private boolean focusWhenRead;
    private boolean submitted;

    @FXML private Pane tools;
    @FXML private Pane notes;
    @FXML private Label hint;
    @FXML private SegmentedButton filter;
    @FXML private Button columns;
    @FXML private Label columnsUsed;
    @FXML private Label fileProblems;
    @FXML private Pane place;
    @FXML private TableView<GridRow> table;
    @FXML private Pane unusedColumns;
    @FXML private Label unusedTitle;
    @FXML private Label unusedText;
    @FXML private Hyperlink keepUnused;
    @FXML private Hyperlink leaveUnused;
    @FXML private Pane missingLabels;
    @FXML private Label missingTitle;
    @FXML private Label missingText;
    @FXML private Hyperlink createLabels;
    @FXML private Hyperlink leaveLabels;
    @FXML private Label said;
    @FXML private Hyperlink saveBroken;
    @FXML private Label plan;
    @FXML private Pane readBackPlace;
    @FXML private Button cancel;
    @FXML private Button create;

    CreatePane(Workspace workspace, CreateGrid grid, List<Problem> problems, FixFile fixFile, Around around) {
        this.around = around;
        this.problems = problems;
        this.grid = grid;
        this.fixFile = fixFile;
        this.run = new CreateRun(workspace, grid);
        this.readBack = new ReadBackChoice(workspace.maskProperty().get().minus(FieldMask.of(PersonField.METADATA)));
        this.view = Fxml.load(this);
        this.labels = workspace.labels().subscribe(() -> {
            if (!run.busyProperty().get()) {
                grid.takeLabels(workspace.labels());
            }
        });
    }

    @FXML
    private void initialize() {
        rowFilter = new RowFilter(filter, grid);
        doubles = new DoublesNote(grid, this::focusAgain);
        notes.getChildren().addFirst(doubles.view());
        readBackPlace.getChildren().add(readBack.button());
        readBack.also(run.tidyChoice());
        gridTable = new GridTable(table, grid);
        RowHint.show(hint, table, TEXTS.get(grid.typed() ? "hint.typed" : "hint.file"));
        place.getChildren().addAll(gridTable.shades());
        fileProblems.setText(problems.stream().filter(p -> p.row() == 0).map(Problem::sentence).collect(Collectors.joining("\n")));
        CreateSheet.view(fileProblems, !fileProblems.getText().isEmpty());
        List.of(tools, notes, table, readBackPlace).forEach(part -> part.disableProperty().bind(run.busyProperty()));
        grid.onChange(this::refresh);
        run.progressProperty().subscribe((was, is) -> refresh());
        List.of(grid.checkingProperty(), run.busyProperty(), readBack.validProperty()).forEach(p -> p.subscribe((was, is) -> refresh()));
        say("");
        refresh();
    }

    Parent view() {
        return view;
    }

    /** Puts the focus to where there is something to do, as soon as the rows are there. */
    void focusFirst() {
        focusWhenRead = grid.checkingProperty().get();
        if (!focusWhenRead) {
            gridTable.focusFirst();
        }
    }

    /** Gives the grid the focus back. */
    void focusAgain() {
        table.requestFocus();
    }

    /** Takes back what was typed into an open cell; {@code false} when none is open. */
    boolean revert() {
        return gridTable.revert();
    }

    /** Nothing is sent from here any more. */
    void stop() {
        run.stop();
        readBack.hide();
        labels.unsubscribe();
        grid.close();
    }

    private void refresh() {
        int ready = grid.counts().ready();
        int toFix = grid.counts().toFix();
        rowFilter.refresh();
        doubles.refresh();
        CreateSheet.view(saveBroken, toFix > 0);
        saveBroken.setText(TEXTS.get("save.broken", toFix));
        columnsUsed.setText(TEXTS.get("columns.used", grid.columns().stream().filter(Column::used).count(), grid.columns().size()));
        List<Column> undecided = grid.undecided();
        CreateSheet.view(unusedColumns, !undecided.isEmpty());
        unusedTitle.setText(TEXTS.get("unused", undecided.size()));
        unusedText.setText(Quoted.some(undecided.stream().map(Column::header).toList()));
        keepUnused.setText(TEXTS.get("unused.keep", undecided.size()));
        leaveUnused.setText(TEXTS.get("leave-out", undecided.size()));
        List<String> missing = grid.undecidedLabels();
        CreateSheet.view(missingLabels, !missing.isEmpty());
        missingTitle.setText(TEXTS.get("labels.missing", missing.size()));
        missingText.setText(Quoted.some(missing));
        createLabels.setText(TEXTS.get("labels.create", missing.size()));
        leaveLabels.setText(TEXTS.get("leave-out", missing.size()));
        String why = whyNot(ready, toFix);
        int batches = (ready + PeopleGateway.CREATE_LIMIT - 1) / PeopleGateway.CREATE_LIMIT;
        plan.setText(why.isEmpty() ? TEXTS.get("plan", batches) : why);
        create.setText(TEXTS.get("create", ready));
        create.setDisable(!why.isEmpty());
        cancel.setText(TEXTS.get(submitted ? "common.close" : "common.cancel"));
        gridTable.columnsChanged();
        around.onCounts().run();
        if (focusWhenRead && !grid.checkingProperty().get() && !table.getItems().isEmpty()) {
            focusWhenRead = false;
            gridTable.focusFirst();
        }
    }

    /** Why nothing can be sent now; empty when it can. */
    private String whyNot(int ready, int toFix) {
        if (run.busyProperty().get() || grid.checkingProperty().get()) {
            return run.progressProperty().get().isEmpty() ? TEXTS.get("checking") : run.progressProperty().get();
        }
        if (ready == 0) {
            return TEXTS.get(toFix > 0 ? "plan.to-fix" : "plan.nothing");
        }
        return readBack.validProperty().get() ? "" : readBack.whyNotValid();
    }

    @FXML
    private void keepUnused() {
        grid.decideColumns(true);
        focusAgain();
    }

    @FXML
    private void leaveUnused() {
        grid.decideColumns(false);
        focusAgain();
    }

    @FXML
    private void createLabels() {
        grid.decideLabels(new LabelPlan.Fate.ToCreate());
        focusAgain();
    }

    @FXML
    private void leaveLabels() {
        grid.decideLabels(new LabelPlan.Fate.LeftOut());
        focusAgain();
    }

    @FXML
    private void chooseColumns() {
        new ColumnsPane(grid).show(columns);
    }

    @FXML
    private void saveBroken() {
        gridTable.leave();
        fixFile.save(grid.rowsToFix(), this::say);
    }

    private void say(String sentence) {
        said.setText(sentence);
        CreateSheet.view(said, !sentence.isEmpty());
    }

    @FXML
    private void cancel() {
        around.onCancel().run();
    }

    @FXML
    void create() {
        gridTable.leave();
        if (create.isDisabled()) {
            return;
        }
        say("");
        run.start(readBack.maskProperty().get(), this::say, this::submitted);
    }

    private void submitted(List<Integer> sent) {
        around.onSent().accept(sent);
        if (grid.counts().all() == 0) {
            around.onEmpty().run();
            return;
        }
        submitted = true;
        around.onSubmitted().run();
        refresh();
        rowFilter.select(CreateGrid.Show.TO_FIX);
        say(TEXTS.get("sent", sent.size(), grid.counts().all()));
        gridTable.focusFirst();
    }
}
