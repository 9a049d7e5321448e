package org.muster.ui.rail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.Label;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.Screens;
import org.muster.ui.table.ContactsModel;
import org.muster.ui.table.Scope;
import org.muster.ui.table.View;
import org.muster.ui.theme.Theme;
import org.muster.ui.weather.WeatherSheet;

/** The rail: whom the table shows. One stop for the Tab key; the arrow keys go up and down. */
public final class Rail {
    private final ContactsModel model;
    private final Screens screens;
    private final Texts texts = Texts.of(Rail.class);
    private final Texts weatherTexts = Texts.of(WeatherSheet.class);
    private final ToggleGroup choice = new ToggleGroup();
    private final AccountMenu menu;
    private final Parent view;
    private final Runnable toTable;
    private Subscription focus = Subscription.EMPTY;

    @FXML private VBox account;
    @FXML private VBox scopes;
    @FXML private VBox labels;
    @FXML private VBox newLabel;
    @FXML private Button weather;

    /** @param toTable puts the keyboard into the table, where the next keys are meant after a click here */
    public Rail(ContactsModel model, Screens screens, Theme theme, Runnable toTable) {
        this.model = model;
        this.screens = screens;
        this.toTable = toTable;
        this.view = Fxml.load(this);
        this.menu = new AccountMenu(model.workspace(), screens, theme);
        account.getChildren().setAll(menu.view());
        newLabel.getChildren().setAll(new NewLabel(model.workspace()).view());
        scopes.getChildren().setAll(
                item(new Scope.Everybody(), icon("fth-users"), texts.get("rail.all")),
                item(Scope.starred(), icon("fth-star"), texts.get("rail.starred")));
        model.workspace().labels().addListener((ListChangeListener<Label>) change -> showLabels());
        showLabels();
        model.viewProperty().subscribe(v -> showCounts());
        model.workspace().loadStateProperty().subscribe(load -> showCounts());
        model.scopeProperty().subscribe(this::showChoice);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        wireWeather();
    }

    public Parent view() {
        return view;
    }

    /** Stops following what outlives the window. */
    public void close() {
        menu.close();
    }

    /** Puts the keyboard onto the chosen line. */
    public void focus() {
        items().stream().filter(RailItem::isSelected).findFirst().ifPresent(Node::requestFocus);
    }

    @FXML
    private void weather() {
        screens.weather();
    }

    private void wireWeather() {
        weather.managedProperty().bind(weather.visibleProperty());
        model.workspace().accessProperty().subscribe(access -> showWeather());
        // whoever changes the weather does so on a sheet, and gives the focus back
        view.sceneProperty().subscribe(scene -> {
            focus.unsubscribe(); // the scene outlives the window of an account
            focus = scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::showWeather);
        });
    }

    private void showWeather() {
        weather.setVisible(screens.practice().isPresent()); // not while another process serves it
        screens.practice().ifPresent(practice -> {
            String id = practice.weather().id();
            weather.setText(texts.get("rail.weather", weatherTexts.get("weather." + id).toLowerCase(Locale.getDefault())));
        });
    }

    private void showLabels() {
        labels.getChildren().setAll(model.workspace().labels().stream()
                .filter(l -> !l.system())
                .map(l -> item(new Scope.Labelled(l.resourceName()), dot(l.name()), l.name()))
                .toList());
        showCounts();
        showChoice(model.scopeProperty().get());
    }

    private RailItem item(Scope scope, Node sign, String name) {
        RailItem item = new RailItem(scope, sign, name);
        item.setToggleGroup(choice);
        item.setOnAction(e -> model.scopeProperty().set(scope));
        item.setOnMouseClicked(e -> toTable.run());
        return item;
    }

    private void showCounts() {
        View shown = model.viewProperty().get();
        boolean known = model.known();
        items().forEach(item -> item.count(!known ? RailItem.NOT_KNOWN : switch (item.scope()) {
            case Scope.Everybody() -> shown.total();
            case Scope.Labelled(String label) -> shown.labelCounts().getOrDefault(label, 0);
        }));
    }

    private void showChoice(Scope scope) {
        items().forEach(item -> {
            item.setSelected(item.scope().equals(scope));
            item.setFocusTraversable(item.isSelected());
        });
    }

    private void onKey(KeyEvent e) {
        int at = items().indexOf(e.getTarget());
        int to = e.getCode() == KeyCode.DOWN ? at + 1 : e.getCode() == KeyCode.UP ? at - 1 : -1;
        if (at < 0 || e.getCode() != KeyCode.DOWN && e.getCode() != KeyCode.UP) {
            return;
        }
        if (to >= 0 && to < items().size()) {
            model.scopeProperty().set(items().get(to).scope());
            items().get(to).requestFocus();
        }
        e.consume();
    }

    private List<RailItem> items() {
        List<RailItem> all = new ArrayList<>();
        for (VBox box : List.of(scopes, labels)) {
            box.getChildren().forEach(n -> all.add((RailItem) n));
        }
        return all;
    }

    private static FontIcon icon(String literal) {
        return new FontIcon(literal);
    }

    private static Node dot(String name) {
        Region dot = new Region();
        dot.getStyleClass().addAll("label-dot", LabelColor.styleClass(name));
        return dot;
    }
}
