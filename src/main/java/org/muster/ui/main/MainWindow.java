package org.muster.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.muster.ui.Fxml;
import org.muster.ui.Screens;
import org.muster.ui.inspector.Inspector;
import org.muster.ui.rail.Rail;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.shortcuts.Keys;
import org.muster.ui.shortcuts.Shortcut;
import org.muster.ui.table.ContactTable;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Selection;
import org.muster.ui.theme.Theme;
import org.muster.ui.workspace.Workspace;

/** The main window of one open account. */
public final class MainWindow {
    /** The smallest size at which everything is usable. */
    public static final double MIN_WIDTH = 900;
    /** The smallest size at which everything is usable. */
    public static final double MIN_HEIGHT = 600;

    private final ContactsModel model;
    private final Selection selection;
    private final Actions actions;
    private final Sheets sheets;
    private final Rail rail;
    private final SearchBar searchBar;
    private final ContactTable table;
    private final Inspector inspector;
    private final Node jobsDrawer;
    private final Parent view;

    @FXML private BorderPane root;
    @FXML private StackPane railPlace;
    @FXML private VBox topPlace;
    @FXML private StackPane tablePlace;
    @FXML private StackPane statusPlace;
    @FXML private StackPane inspectorPlace;

    /**
     * @param jobsDrawer stands along the bottom
     * @param fields opens the picker of the fields to load
     */
    public MainWindow(Workspace workspace, Screens screens, Sheets sheets, Node jobsDrawer, Theme theme, FieldsOpener fields) {
        this.sheets = sheets;
        this.jobsDrawer = jobsDrawer;
        this.model = new ContactsModel(workspace);
        this.selection = new Selection(model);
        FilterWords words = new FilterWords(workspace);
        this.actions = new Actions(model, selection, screens, words);
        this.view = Fxml.load(this);
        this.table = new ContactTable(model, selection, new EmptyState(model).view(), screens::history);
        this.rail = new Rail(model, screens, theme, table.table()::requestFocus);
        this.searchBar = new SearchBar(model, fields, table::focus);
        this.inspector = new Inspector(model, screens);
        railPlace.getChildren().setAll(rail.view());
        topPlace.getChildren().setAll(searchBar.view(), new ActionBar(actions).view(), new SelectionBanner(model, selection, table, words).view());
        tablePlace.getChildren().setAll(table.view());
        statusPlace.getChildren().setAll(new StatusBar(model, selection).view());
        inspectorPlace.getChildren().setAll(inspector.view());
        root.setTop(new ReadingBanner(workspace, screens).view());
        root.setBottom(jobsDrawer);
        new DrawerRoom(root).keep();
        sheets.setHome(table::focus);
        wireKeys(screens);
        // the keyboard starts in the table
        view.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(table.table()::requestFocus);
            }
        });
    }

    /** The whole window's content. */
    public Parent view() {
        return view;
    }

    /** Which contacts are shown. */
    public ContactsModel model() {
        return model;
    }

    /** Which contacts are selected. */
    public Selection selection() {
        return selection;
    }

    /** The contact whose edit would be lost with this window, as people call it. */
    public Optional<String> unsaved() {
        return inspector.unsaved();
    }

    /** Says something above the table until it has been read. */
    public void notice(String what, String advice) {
        topPlace.getChildren().addFirst(new Notice(what, advice));
    }

    /** Stops following the account. */
    public void close() {
        rail.close();
        model.close();
    }

    private void wireKeys(Screens screens) {
        Keys keys = new Keys(() -> !sheets.anyOpen())
                .on(Shortcut.SEARCH, searchBar.field()::requestFocus)
                .on(Shortcut.SELECT_ALL, actions::selectAll)
                .on(Shortcut.NEW, actions::create)
                .on(Shortcut.EDIT, actions::edit)
                .on(Shortcut.EDIT_ONE, inspector::edit)
                .on(Shortcut.LABEL, actions::label)
                .on(Shortcut.DELETE, actions::delete)
                .on(Shortcut.IMPORT, actions::importFile)
                .on(Shortcut.EXPORT, actions::export)
                .on(Shortcut.UNDO, actions::undo)
                .on(Shortcut.REDO, screens::redo)
                .on(Shortcut.HISTORY, actions::history)
                .on(Shortcut.RESTORE, screens::restore)
                .on(Shortcut.RELOAD, actions::reload)
                .on(Shortcut.HELP, screens::shortcuts)
                .on(Shortcut.NEXT_REGION, this::nextRegion);
        keys.inWindow(view);
        keys.inTable(table.table());
        table.table().addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !selection.isEmpty()) {
                selection.clear();
                e.consume();
            }
        });
    }

    /** Rail, search, table, inspector, jobs, and round again. */
    private void nextRegion() {
        List<Node> regions = List.of(railPlace, topPlace, tablePlace, inspectorPlace, jobsDrawer);
        List<Runnable> ways = List.of(rail::focus, searchBar.field()::requestFocus, table::focus, inspector::focus, jobsDrawer::requestFocus);
        Node focused = view.getScene().getFocusOwner();
        int at = 0;
        while (at < regions.size() && !within(focused, regions.get(at))) {
            at++;
        }
        for (int step = 1; step <= regions.size(); step++) {
            int next = (at + step) % regions.size();
            ways.get(next).run();
            if (within(view.getScene().getFocusOwner(), regions.get(next))) {
                return;
            }
        }
    }

    private static boolean within(Node node, Node region) {
        Node n = node;
        while (n != null && n != region) {
            n = n.getParent();
        }
        return n == region && n != null;
    }
}
