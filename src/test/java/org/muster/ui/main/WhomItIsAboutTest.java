package org.muster.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.ui.OnFx.fx;
import static org.muster.ui.OnFx.fxGet;
import static org.muster.ui.OnFx.until;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.ui.table.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Actions are about contacts the user sees, or has been told of. */
@ExtendWith(ApplicationExtension.class)
class WhomItIsAboutTest {
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

    private String text(String id) {
        return fxGet(() -> office.node(id, Label.class).getText());
    }

    private ToggleButton railItem(FxRobot robot, String name) {
        return fxGet(() -> robot.lookup(".rail-item").queryAllAs(ToggleButton.class).stream().filter(b -> b.getAccessibleText().startsWith(name)).findFirst().orElseThrow());
    }

    @Test
    void whoIsFilteredOutIsNoTarget() {
        fx(() -> office.window.model().focusedProperty().set(office.named("Ada Lovelace")));
        search("lovelace");
        assertThat(text("selection-what")).as("still in sight").contains("Ada Lovelace");
        search("has:email -lovelace");
        until(() -> text("selection-what").equals("Nothing selected."));
        assertThat(fxGet(() -> office.node("action-delete", Button.class).isDisabled())).isTrue();
        int asked = office.screens.asked.size();
        fx(() -> office.node("contacts", TableView.class).requestFocus());
        new FxRobot().press(KeyCode.DELETE).release(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents(2);
        assertThat(office.screens.asked).hasSize(asked);
        search("");
        assertThat(text("selection-what")).as("nobody comes back unasked").isEqualTo("Nothing selected.");
    }

    @Test
    void aClickInTheRailLeavesTheKeyboardInTheTable(FxRobot robot) {
        robot.clickOn(railItem(robot, "Friends"));
        until(() -> office.shown().size() == 2);
        assertThat(fxGet(() -> office.node("contacts", TableView.class).isFocused())).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        until(() -> selection().count() == 2);
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        until(() -> office.screens.last().screen().equals("delete"));
        assertThat(office.screens.last().contacts()).hasSize(2);
        fx(() -> selection().clear());
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        until(() -> text("selection-what").contains(office.shown().getFirst()));
        robot.press(KeyCode.F2).release(KeyCode.F2);
        until(() -> office.node("inspector-save", Button.class).getParent().isVisible());
    }

    @Test
    void theBoxInTheHeaderTicksAllThatTheFilterShows() {
        fx(() -> office.scene.getWindow().setHeight(400));
        until(() -> office.scene.getHeight() <= 400);
        fx(office.node("check-all", CheckBox.class)::fire);
        assertThat(fxGet(() -> selection().count())).as("also those that are scrolled out of sight").isEqualTo(14);
        assertThat(fxGet(office.node("check-all", CheckBox.class)::isSelected)).isTrue();
        fx(office.node("check-all", CheckBox.class)::fire);
        assertThat(fxGet(() -> selection().isEmpty())).isTrue();
    }

    @Test
    void whoIsTickedButNotShownIsTold() {
        fx(() -> selection().set(List.of(office.named("Ada Lovelace"), office.named("Ngozi Okafor")), true));
        search("has:email -lovelace -ngozi");
        CheckBox all = office.node("check-all", CheckBox.class);
        fx(all::fire);
        int shown = office.shown().size();
        assertThat(fxGet(() -> selection().count())).as("who was ticked before stays so").isEqualTo(shown + 2);
        fx(office.node("action-delete", Button.class)::fire);
        assertThat(office.screens.last().scope()).isEqualTo("2 of them are not in the list shown now");
        assertThat(office.screens.last().contacts()).hasSize(shown + 2);

        Hyperlink only = office.node("only-shown", Hyperlink.class);
        assertThat(fxGet(only::isVisible)).isTrue();
        assertThat(fxGet(only::getText)).isEqualTo("Only the " + shown + " shown");
        fx(only::fire);
        assertThat(fxGet(() -> selection().count())).isEqualTo(shown);
        assertThat(fxGet(only::isVisible)).isFalse();
        fx(() -> office.node("action-edit", Button.class).fire());
        assertThat(office.screens.last().scope()).isEmpty();

        search("ngozi");
        assertThat(fxGet(only::isVisible)).as("nobody of them is shown").isFalse();
    }
}
