package org.muster.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.ui.OnFx.fx;
import static org.muster.ui.OnFx.fxGet;
import static org.muster.ui.OnFx.until;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.ui.table.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The main window over real HTTP: what it shows, what is selected, what an action gets. */
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
    private final Office office = new Office();

    @Start
    void start(Stage stage) {
        office.given(People.messy());
        office.open(stage);
    }

    @BeforeEach
    void load() {
        WaitForAsyncUtils.clearExceptions();
        office.load(14);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void search(String text) {
        fx(() -> office.node("search", TextField.class).setText(text));
        until(() -> office.window.model().viewProperty().get().filter().query().text().equals(text));
    }

    private Selection selection() {
        return office.window.selection();
    }

    private TableView<?> table() {
        return office.node("contacts", TableView.class);
    }

    private String text(String id) {
        return fxGet(() -> office.node(id, Label.class).getText());
    }

    @Test
    void anotherAccountIsChosenFromTheMenu() {
        MenuButton menu = office.node("account-menu", MenuButton.class);
        RadioMenuItem other = (RadioMenuItem) menu.getItems().get(1);
        assertThat(((RadioMenuItem) menu.getItems().get(0)).isSelected()).isTrue();
        assertThat(other.getText()).isEqualTo("Ada at work");
        fx(other::fire);
        assertThat(office.screens.last().screen()).isEqualTo("open google-1");
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** Wider than the screen there is here, so that all words have room. */
    private void wide() {
        fx(() -> {
            office.scene.getRoot().resize(1300, 720);
            office.scene.getRoot().layout();
        });
    }

    @Test
    void inASmallWindowTheLineOfTheSelectionHasFewerWordsAndCutsNone() {
        fx(() -> office.scene.getWindow().setWidth(MainWindow.MIN_WIDTH));
        until(() -> office.scene.getWidth() <= MainWindow.MIN_WIDTH);
        fx(() -> office.window.model().focusedProperty().set(office.named("Ada Lovelace")));
        assertThat(text("selection-what")).isEqualTo("Applies to Ada Lovelace");
        uncut();
        fx(() -> selection().set(List.of(office.named("Ada Lovelace"), office.named("Ngozi Okafor")), true));
        uncut();
        search("lovelace");
        assertThat(text("selection-hidden")).isEqualTo("1 not shown");
        uncut();
    }

    private void uncut() {
        fx(() -> {
            office.scene.getRoot().layout();
            javafx.scene.layout.HBox line = office.node("selection-banner", javafx.scene.layout.HBox.class);
            line.getChildren().stream().filter(Node::isManaged).forEach(node -> {
                assertThat(node.getBoundsInParent().getMaxX()).as(node.toString()).isLessThanOrEqualTo(line.getWidth());
                assertThat(node instanceof javafx.scene.control.Labeled labeled && labeled.isTextTruncated()).as(node.toString()).isFalse();
            });
        });
    }

    @Test
    void filtersAndSays(FxRobot robot) {
        search("has:email lovelace");
        assertThat(office.shown()).containsExactlyInAnyOrder("Ada Lovelace", "ADA LOVELACE");
        assertThat(text("status-matched")).isEqualTo("2 match");
        assertThat(text("status-total")).isEqualTo("14 contacts");
        search("emial:x");
        assertThat(text("search-problem")).contains("emial").contains("email");
        assertThat(text("empty-title")).contains("emial:x");
        fx(office.node("empty-action", Button.class)::fire);
        until(() -> office.shown().size() == 14);
        search("birthday:1815");
        assertThat(text("search-problem")).contains("Birthday");
        fx(() -> robot.lookup(".rail-item").queryAllAs(ToggleButton.class).stream().filter(b -> b.getAccessibleText().startsWith("Friends")).findFirst().orElseThrow().fire());
        search("");
        until(() -> office.shown().size() == 2);
        assertThat(office.shown()).containsExactly("Ada Lovelace", "Élodie Fontaine");
    }

    @Test
    void sortsInTheOrderOfTheLanguageWithEmptiesLast() {
        assertThat(office.shown()).startsWith("Ada Lovelace", "ADA LOVELACE", "dr. mehmet öz", "Élodie Fontaine").endsWith("no-name@example.com");
        fx(() -> {
            var name = table().getColumns().stream().filter(c -> "column-names".equals(c.getId())).findFirst().orElseThrow();
            name.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
        });
        until(() -> office.shown().getFirst().contains("渡辺"));
        assertThat(office.shown()).endsWith("no-name@example.com");
    }

    @Test
    void columnsFollowTheLoadedFieldsAndKeepTheirWidth() {
        assertThat(columns()).containsExactly("column-check", "column-names", "column-emailAddresses", "column-phoneNumbers", "column-organizations", "column-memberships");
        fx(() -> {
            table().getColumns().get(1).setPrefWidth(333);
            office.workspace.maskProperty().set(FieldMask.of(PersonField.NAMES, PersonField.BIRTHDAYS));
            office.workspace.reload();
        });
        until(() -> office.window.model().viewProperty().get().matched().stream().allMatch(r -> r.contact().loaded(PersonField.BIRTHDAYS)));
        assertThat(columns()).containsExactly("column-check", "column-names", "column-birthdays");
        assertThat(fxGet(() -> table().getColumns().get(1).getWidth())).isEqualTo(333);
        fx(office.node("fields", Button.class)::fire);
        assertThat(office.screens.last().screen()).isEqualTo("fields");
    }

    private List<String> columns() {
        return fxGet(() -> table().getColumns().stream().map(c -> c.getId()).toList());
    }

    @Test
    void tellsThisScreenFromAllInTheFilter() {
        wide();
        search("has:email");
        CheckBox all = office.node("check-all", CheckBox.class);
        String ada = office.named("Ada Lovelace");
        fx(() -> selection().toggle(ada));
        assertThat(fxGet(all::isIndeterminate)).isTrue();
        assertThat(text("selection-what")).isEqualTo("1 selected on this screen.");
        assertThat(fxGet(() -> office.node("select-all-matching", Hyperlink.class).getText())).isEqualTo("Select all 13 that match has:email");
        fx(office.node("select-all-matching", Hyperlink.class)::fire);
        assertThat(fxGet(all::isSelected)).isTrue();
        assertThat(fxGet(all::isIndeterminate)).isFalse();
        assertThat(text("selection-what")).contains("all 13 that match has:email");
        fx(() -> selection().toggle(ada));
        assertThat(fxGet(all::isIndeterminate)).isTrue();
        assertThat(text("selection-what")).contains("12").contains("1 taken out");
        fx(office.node("action-delete", Button.class)::fire);
        assertThat(office.screens.last().contacts()).hasSize(12).noneMatch(c -> c.resourceName().equals(ada));
        assertThat(office.screens.last().scope()).isEqualTo("has:email, 1 taken out");
    }

    @Test
    void rowsDoNotMoveUnderTheMouseWhenASelectionBegins() {
        wide();
        double before = fxGet(() -> table().localToScene(0, 0).getY());
        assertThat(text("selection-what")).isEqualTo("Nothing selected.");
        fx(() -> selection().toggle(office.named("Ada Lovelace")));
        assertThat(text("selection-what")).isEqualTo("1 selected on this screen.");
        fx(() -> office.window.view().layout());
        assertThat(fxGet(() -> table().localToScene(0, 0).getY())).isEqualTo(before);
        fx(office.node("clear-selection", Hyperlink.class)::fire);
        fx(office.node("select-all-matching", Hyperlink.class)::fire);
        assertThat(fxGet(() -> selection().count())).isEqualTo(14);
    }

    @Test
    void whileNobodyIsSelectedTheLineNamesWhomTheButtonsAreAbout() {
        wide();
        String ada = office.named("Ada Lovelace");
        fx(() -> office.window.model().focusedProperty().set(ada));
        assertThat(text("selection-what")).isEqualTo("Nothing selected: Edit, Label and Delete apply to Ada Lovelace.");
        fx(office.node("action-delete", Button.class)::fire);
        assertThat(office.screens.last().contacts()).extracting(c -> c.resourceName()).containsExactly(ada);
        fx(() -> selection().toggle(ada));
        assertThat(text("selection-what")).isEqualTo("1 selected on this screen.");
    }

    @Test
    void whatWasMeantStaysWhatItWasWhenTheFilterChanges() {
        wide();
        search("lovelace");
        fx(() -> selection().selectAllMatching());
        search("has:email -lovelace");
        assertThat(fxGet(() -> selection().stateProperty().get())).isInstanceOf(Selection.State.Picked.class);
        assertThat(fxGet(() -> selection().count())).isEqualTo(2);
        assertThat(text("selection-hidden")).isEqualTo("2 of them not shown by this filter.");
        assertThat(fxGet(() -> selection().contacts())).extracting(c -> c.displayName()).containsExactlyInAnyOrder("Ada Lovelace", "ADA LOVELACE");
    }

    @Test
    void followsTheAccountWithoutLosingFocusOrSelection() {
        String ada = office.named("Ada Lovelace");
        String ngozi = office.named("Ngozi Okafor");
        fx(() -> {
            office.window.model().focusedProperty().set(ngozi);
            selection().set(List.of(ada, ngozi), true);
        });
        office.server.deleteElsewhere(ada);
        office.load(13);
        assertThat(fxGet(() -> selection().stateProperty().get())).isEqualTo(new Selection.State.Picked(Set.of(ngozi)));
        assertThat(fxGet(() -> table().getSelectionModel().getSelectedIndex())).isEqualTo(office.shown().indexOf("Ngozi Okafor"));
    }

    @Test
    void historyIsReachedFromEverywhere(FxRobot robot) {
        press(robot, KeyCode.CONTROL, KeyCode.F);
        robot.write("lovelace");
        until(() -> office.shown().size() == 2);
        press(robot, KeyCode.CONTROL, KeyCode.H);
        assertThat(office.screens.last()).extracting(RecordingScreens.Asked::screen, a -> a.contacts().size()).containsExactly("history", 0);
        assertThat(fxGet(() -> office.node("search", TextField.class).getText())).as("the key types nothing and takes nothing away").isEqualTo("lovelace");
        fx(() -> office.node("action-history", Button.class).fire());
        assertThat(office.screens.asked).hasSize(2);

        fx(() -> office.window.model().focusedProperty().set(office.named("Ada Lovelace")));
        fx(() -> office.node("inspector-history", Button.class).fire());
        assertThat(office.screens.last().contacts()).extracting(c -> c.displayName()).containsExactly("Ada Lovelace");
        int asked = office.screens.asked.size();
        fx(() -> table().getContextMenu().getItems().stream().filter(item -> "table-history".equals(item.getId())).findFirst().orElseThrow().fire());
        assertThat(office.screens.asked).hasSize(asked + 1);
        assertThat(office.screens.last().contacts()).extracting(c -> c.displayName()).containsExactly("Ada Lovelace");
    }

    @Test
    void everythingWorksFromTheKeyboard(FxRobot robot) {
        until(() -> table().isFocused());
        press(robot, KeyCode.CONTROL, KeyCode.F);
        robot.write("lovelace");
        until(() -> office.shown().size() == 2);
        press(robot, KeyCode.DOWN);
        until(() -> table().isFocused());
        press(robot, KeyCode.SPACE);
        assertThat(fxGet(() -> selection().contacts())).extracting(c -> c.displayName()).containsExactly("Ada Lovelace");
        press(robot, KeyCode.CONTROL, KeyCode.A);
        assertThat(fxGet(() -> selection().stateProperty().get())).isInstanceOf(Selection.State.AllMatching.class);
        press(robot, KeyCode.DELETE);
        assertThat(office.screens.last()).extracting(RecordingScreens.Asked::screen, a -> a.contacts().size(), RecordingScreens.Asked::scope).containsExactly("delete", 2, "lovelace");
        press(robot, KeyCode.CONTROL, KeyCode.E);
        assertThat(office.screens.last().screen()).isEqualTo("edit");
        press(robot, KeyCode.ESCAPE);
        assertThat(fxGet(() -> selection().isEmpty())).isTrue();
        press(robot, KeyCode.CONTROL, KeyCode.N);
        assertThat(office.screens.last().screen()).isEqualTo("create");
        press(robot, KeyCode.F6);
        assertThat(fxGet(() -> office.scene.getFocusOwner().getId())).isEqualTo("inspector-edit");
        press(robot, KeyCode.F1);
        assertThat(office.screens.last().screen()).isEqualTo("shortcuts");
        fx(office::showShortcuts);
        int asked = office.screens.asked.size();
        press(robot, KeyCode.CONTROL, KeyCode.N);
        assertThat(office.screens.asked).as("keys of the window rest under a sheet").hasSize(asked);
        press(robot, KeyCode.ESCAPE);
        assertThat(fxGet(() -> office.sheets.anyOpen())).isFalse();
    }

    @Test
    void saysWhyNothingCameAndTriesAgain() {
        office.server.close();
        fx(office.workspace::reload);
        until(() -> office.node("status-retry", Button.class).isVisible());
        assertThat(office.shown()).as("what was there stays").hasSize(14);
        assertThat(text("status-state")).isNotEmpty();
    }

    @Test
    void everythingFitsIntoTheSmallestWindow() {
        fx(() -> {
            office.scene.getWindow().setWidth(MainWindow.MIN_WIDTH);
            office.scene.getWindow().setHeight(MainWindow.MIN_HEIGHT);
        });
        until(() -> office.scene.getWidth() <= MainWindow.MIN_WIDTH && office.scene.getHeight() <= MainWindow.MIN_HEIGHT);
        Region root = (Region) office.window.view();
        assertThat(fxGet(() -> root.minWidth(-1))).isLessThanOrEqualTo(MainWindow.MIN_WIDTH);
        assertThat(fxGet(() -> root.minHeight(-1))).isLessThanOrEqualTo(MainWindow.MIN_HEIGHT);
        Region drawer = (Region) ((javafx.scene.layout.BorderPane) root).getBottom();
        fx(() -> {
            drawer.setMinHeight(94);
            drawer.setPrefHeight(400);
        });
        assertThat(fxGet(() -> {
            office.scene.getRoot().layout();
            return root.getBoundsInParent().getMinY();
        })).as("a drawer full of contacts pushes nothing out").isZero();
        assertThat(fxGet(drawer::getHeight)).isGreaterThan(140);
        // the row of actions may be given less than it needs, so that its buttons are looked at one by one
        List<Node> actions = fxGet(() -> List.copyOf(office.node("action-new", Button.class).getParent().getChildrenUnmodifiable()));
        assertThat(actions).filteredOn(Button.class::isInstance).hasSizeGreaterThan(6).allSatisfy(node -> {
            Bounds row = fxGet(() -> node.getParent().localToScene(node.getParent().getLayoutBounds()));
            Bounds button = fxGet(() -> node.localToScene(node.getLayoutBounds()));
            assertThat(button.getMaxX()).as(node.getId()).isLessThanOrEqualTo(row.getMaxX());
            assertThat(button.getMinX()).as(node.getId()).isGreaterThanOrEqualTo(row.getMinX());
            assertThat(button.getWidth()).as(node.getId()).isGreaterThanOrEqualTo(node.minWidth(-1));
            assertThat(row.getMaxX()).isLessThanOrEqualTo(MainWindow.MIN_WIDTH);
        });
    }
}
