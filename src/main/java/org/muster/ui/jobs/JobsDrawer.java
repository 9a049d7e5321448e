package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.store.Undoing;
import org.muster.texts.Texts;
import org.muster.ui.FileDialogs;
import org.muster.ui.Fxml;
import org.muster.ui.Screens;
import org.muster.ui.workspace.Workspace;

/** The drawer at the bottom of the window: the current job on its bar, below it every contact that did not make it and the other jobs. */
public final class JobsDrawer {
    /** Rows that show without scrolling. */
    private static final int ROWS = 5;
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final Consumer<Job> onAccepted = this::accepted;
    private final JobShelf shelf;
    private final JobActions actions;
    private final DrawerRows rows;
    private final UndoStates undoStates;
    private final Texts texts = Texts.of(JobsDrawer.class);
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final List<JobLine> lines = new ArrayList<>();
    private final Timeline seconds;
    private final JobLine current;
    private final Parent view;

    @FXML private Button toggle;
    @FXML private FontIcon toggleIcon;
    @FXML private Label none;
    @FXML private StackPane currentPlace;
    @FXML private Label others;
    @FXML private Button clear;
    @FXML private ListView<DrawerRow> list;

    /**
     * @param lookAgain finds out what became of contacts whose outcome is unknown
     * @param openContact shows a contact in the window
     * @param undoing how far a job, by its id, has been undone; blocks while it asks the journal
     */
    public JobsDrawer(Workspace workspace, Screens screens, FileDialogs dialogs, LookAgain lookAgain, Consumer<Contact> openContact, Function<String, Undoing> undoing) {
        this.workspace = workspace;
        this.shelf = new JobShelf(workspace.background(), workspace.jobs());
        this.undoStates = new UndoStates(shelf, workspace.background(), undoing);
        this.rows = new DrawerRows(shelf);
        this.actions = new JobActions(workspace, screens, dialogs, lookAgain, openContact, shelf, this::moved);
        this.view = Fxml.load(this);
        this.current = new JobLine(actions, workspace.clock());
        this.seconds = new Timeline(new KeyFrame(Duration.millis(500), e -> lines.forEach(JobLine::tick)));
        seconds.setCycleCount(Timeline.INDEFINITE);
        lines.add(current);
        currentPlace.getChildren().add(current.view());
        list.setItems(rows.rows());
        list.setCellFactory(l -> new DrawerCell(actions, workspace.clock(), this::act, lines::add));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key); // before the list moves its selection
        list.setOnContextMenuRequested(e -> menu().show(list, e.getScreenX(), e.getScreenY()));
        rows.rows().addListener((ListChangeListener<DrawerRow>) c -> fit());
        shelf.ordered().addListener((ListChangeListener<JobModel>) c -> arrange());
        open.subscribe(this::fit);
        view.sceneProperty().subscribe(this::followScene);
        new DrawerFocus(current.view(), list, toggle).follow(view, () -> shelf.current().filter(job -> !job.ended()).isPresent());
        workspace.readingProperty().subscribe(reading -> none.setText(texts.get(reading ? "drawer.none.reading" : "drawer.none")));
        new ButtonWords((HBox) clear.getParent(), List.of(clear)).follow();
        arrange();
        fit();
        workspace.jobs().addListener(onAccepted);
        workspace.jobs().jobs().forEach(this::take);
    }

    private void accepted(Job job) {
        workspace.background().onFx(() -> take(job));
    }

    private void take(Job job) {
        if (workspace.owns(job)) {
            shelf.add(job).ifPresent(undoStates::follow);
        }
    }

    /** Stops following the jobs, which outlive every window. */
    public void close() {
        workspace.jobs().removeListener(onAccepted);
        seconds.stop();
        shelf.close();
    }

    /** The drawer, for the bottom of the window. */
    public Parent view() {
        return view;
    }

    /** The conflicts of a job that nobody has dealt with. */
    public List<Outcome> openConflicts(Job job) {
        return shelf.find(job).stream().flatMap(m -> m.missed().stream()).map(Missed::outcome).filter(o -> o.state() == OutcomeState.CONFLICT).toList();
    }

    /** Takes contacts out of a job's list, since the user has decided about them elsewhere. */
    public void settled(Job job, Collection<Outcome> outcomes) {
        shelf.find(job).ifPresent(m -> m.settleRows(outcomes.stream().map(Outcome::row).toList()));
    }

    private void arrange() {
        current.show(shelf.current().orElse(null), false);
        none.setVisible(shelf.ordered().isEmpty());
        if (shelf.ordered().stream().allMatch(JobModel::ended)) {
            seconds.stop();
        } else {
            seconds.play();
        }
    }

    private void fit() {
        boolean there = open.get() && !rows.rows().isEmpty();
        clear.setVisible(there && shelf.anyFinished());
        list.setVisible(there);
        others.setVisible(!open.get() && shelf.ordered().size() > 1);
        others.setText(texts.get("drawer.others", shelf.ordered().size() - 1));
        list.setPrefHeight(Math.min(ROWS, rows.rows().size()) * list.getFixedCellSize() + 1);
        toggleIcon.setIconLiteral(open.get() ? "fth-chevron-down" : "fth-chevron-up");
        toggle.setAccessibleText(texts.get(open.get() ? "drawer.close" : "drawer.open"));
    }

    private void act(Missed.Action action, Missed missed) {
        // the button under the focus may stand for another contact in a moment
        list.requestFocus();
        actions.act(action, missed);
    }

    /** The button under the focus stands for another job now. */
    private void moved(JobModel job) {
        if (list.isVisible()) {
            list.requestFocus();
            rows.rows().stream().filter(row -> row instanceof JobRow line && line.job() == job).findFirst().ifPresent(row -> {
                list.getSelectionModel().select(row);
                list.scrollTo(row);
            });
        }
    }

    private void key(KeyEvent event) {
        DrawerRow row = list.getSelectionModel().getSelectedItem();
        if (event.getTarget() != list || row == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                switch (row) {
                    case Missed missed -> actions.act(missed.actions().iterator().next(), missed);
                    case JobRow line -> line.job().expandedProperty().set(!line.job().expandedProperty().get());
                }
                event.consume();
            }
            case UP, DOWN -> {
                if (event.isAltDown() && row instanceof JobRow line) {
                    actions.move(line.job(), event.getCode() == KeyCode.UP ? JobService.Step.EARLIER : JobService.Step.LATER);
                    event.consume();
                }
            }
            case DELETE -> {
                if (row instanceof Missed missed) {
                    actions.act(Missed.Action.SKIP, missed);
                }
                event.consume();
            }
            default -> { }
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        if (list.getSelectionModel().getSelectedItem() instanceof Missed missed) {
            for (Missed.Action action : missed.actions()) {
                MenuItem item = new MenuItem(texts.get("action." + action.name()));
                item.setOnAction(e -> actions.act(action, missed));
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private void followScene(Scene before, Scene now) {
        if (before != null) {
            before.getAccelerators().remove(KEY);
        }
        if (now != null) {
            now.getAccelerators().put(KEY, this::flip);
        } else {
            seconds.stop();
        }
    }

    private void flip() {
        open.set(!open.get());
        if (list.isVisible()) {
            list.requestFocus();
        }
    }

    @FXML
    private void clearFinished() {
        toggle.requestFocus(); // the button goes with what it has cleared
        shelf.dismissFinished();
    }

    @FXML
    private void toggle() {
        open.set(!open.get());
    }
}
