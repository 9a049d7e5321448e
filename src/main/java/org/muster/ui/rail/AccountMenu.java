package org.muster.ui.rail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.Screens;
import org.muster.ui.theme.Theme;
import org.muster.ui.workspace.Workspace;

/** The account at the top of the rail, and what can be done about it. */
final class AccountMenu {
    private final Screens screens;
    private final Theme theme;
    private final Texts texts = Texts.of(AccountMenu.class);
    private final Parent view;
    private final Subscription look;

    @FXML private MenuButton menu;
    @FXML private Label avatar;
    @FXML private Label name;
    @FXML private Label subtitle;
    @FXML private ToggleGroup looks;
    @FXML private RadioMenuItem system;
    @FXML private RadioMenuItem light;
    @FXML private RadioMenuItem dark;
    @FXML private SeparatorMenuItem beforePractice;
    @FXML private MenuItem backUp;
    @FXML private MenuItem restore;
    @FXML private MenuItem reset;
    @FXML private MenuItem weather;

    AccountMenu(Workspace workspace, Screens screens, Theme theme) {
        this.screens = screens;
        this.theme = theme;
        this.view = Fxml.load(this);
        Optional<Screens.AccountChoice> open = screens.accounts().stream().filter(Screens.AccountChoice::open).findFirst();
        Optional<String> server = open.flatMap(Screens.AccountChoice::server);
        boolean here = screens.practice().isPresent() || open.map(Screens.AccountChoice::practice).orElse(false);
        String called = server.isPresent() ? texts.get("account.server") : workspace.accountName();
        name.setText(called);
        subtitle.setText(server.orElseGet(() -> texts.get(here ? "account.practice" : "account.google")));
        avatar.setText(called.isEmpty() ? "" : called.substring(0, called.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT));
        menu.getItems().addAll(0, choices());
        menu.setAccessibleText(texts.get("account.accessible", workspace.accountName()));
        backUp.disableProperty().bind(workspace.readingProperty());
        restore.disableProperty().bind(workspace.readingProperty());
        workspace.accessProperty().subscribe(access -> {
            boolean practice = screens.practice().isPresent(); // not while another process serves it
            beforePractice.setVisible(practice);
            reset.setVisible(practice);
            weather.setVisible(practice);
        });
        look = theme.choiceProperty().subscribe(choice -> looks.selectToggle(switch (choice) {
            case SYSTEM -> system;
            case LIGHT -> light;
            case DARK -> dark;
        }));
    }

    /** One item per account when there is more than one; the open one is marked. */
    private List<MenuItem> choices() {
        List<Screens.AccountChoice> accounts = screens.accounts();
        List<MenuItem> items = new ArrayList<>();
        if (accounts.size() > 1) {
            ToggleGroup group = new ToggleGroup();
            for (Screens.AccountChoice account : accounts) {
                RadioMenuItem item = new RadioMenuItem(account.name());
                item.setToggleGroup(group);
                item.setSelected(account.open());
                item.setOnAction(e -> {
                    if (!account.open()) {
                        screens.open(account.id());
                    }
                });
                items.add(item);
            }
            items.add(new SeparatorMenuItem());
        }
        return items;
    }

    Parent view() {
        return view;
    }

    /** Stops following the look, which outlives every window. */
    void close() {
        look.unsubscribe();
    }

    @FXML
    private void look() {
        theme.choiceProperty().set(looks.getSelectedToggle() == dark ? Theme.Choice.DARK : looks.getSelectedToggle() == light ? Theme.Choice.LIGHT : Theme.Choice.SYSTEM);
    }

    /** JavaFX takes a menu away once its item was carried out, and the screen hears of it later still: while a sheet is being made, the menu would lie over the window. */
    private void leaveFor(Runnable sheet) {
        menu.hide();
        Platform.runLater(sheet);
    }

    @FXML
    private void backUp() {
        leaveFor(screens::backUp);
    }

    @FXML
    private void restore() {
        leaveFor(screens::restore);
    }

    @FXML
    private void connect() {
        leaveFor(screens::connect);
    }

    @FXML
    private void shortcuts() {
        leaveFor(screens::shortcuts);
    }

    @FXML
    private void reset() {
        leaveFor(screens::resetPractice);
    }

    @FXML
    private void weather() {
        leaveFor(screens::weather);
    }
}
