package org.muster.ui.edit;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.Edit;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.ui.delete.DeleteSheet;
import org.muster.ui.mask.FieldsPopup;
import org.muster.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the sheets at the size of the design's pictures, to be looked at. */
@Tag("look")
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private EditWorld world;
    private javafx.scene.control.Button anchor;

    @Start
    void start(Stage stage) {
        world = new EditWorld();
        anchor = world.open(stage, 1440, 900);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
        world.people();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void edit(FxRobot robot) {
        List<Contact> contacts = world.load(FieldMask.all());
        EditSheet sheet = world.show(() -> new EditSheet(world.workspace, world.sheets, contacts, "has:email", List.of(new Edit.Set(PersonField.ORGANIZATIONS.mainSubField(), "ACME"), new Edit.Clear(PersonField.BIOGRAPHIES))));
        EditWorld.until(() -> robot.lookup("#clear-warning").query().isVisible());
        robot.interact(() -> robot.lookup("#confirm-clear").queryAs(CheckBox.class).fire());
        world.picture("edit-light");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.DARK));
        world.picture("edit-dark");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.LIGHT));
        robot.interact(() -> world.sheets.close(sheet));
        List<Contact> partly = world.load(FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS));
        world.show(() -> {
            EditSheet s = new EditSheet(world.workspace, world.sheets, partly, "", List.of(new Edit.Clear(PersonField.BIOGRAPHIES)));
            return s;
        });
        EditWorld.until(() -> robot.lookup("#missing-notice").query().isVisible());
        robot.clickOn("#add-step").clickOn("#add-REPLACE");
        robot.write("(?=a");
        robot.interact(() -> robot.lookup(".step-regex").queryAllAs(CheckBox.class).stream().filter(CheckBox::isVisible).findFirst().orElseThrow().fire());
        world.picture("edit-problems-light");
        robot.clickOn("#read-back");
        WaitForAsyncUtils.waitForFxEvents();
        popup("read-back-light");
    }

    @Test
    void delete(FxRobot robot) {
        List<Contact> contacts = world.load(FieldMask.all());
        world.show(() -> new DeleteSheet(world.workspace, world.sheets, contacts, "has:email", 9));
        world.picture("delete-light");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.DARK));
        world.picture("delete-dark");
    }

    @Test
    void fields(FxRobot robot) {
        FieldsPopup popup = WaitForAsyncUtils.waitForAsyncFx(5000, () -> new FieldsPopup(world.workspace));
        robot.interact(() -> popup.open(anchor));
        robot.interact(() -> robot.lookup("#mask-text").queryAs(javafx.scene.control.TextField.class).setText("names, emailAdress"));
        popup("fields-light");
    }

    private void popup(String name) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Window window = Window.getWindows().stream().filter(w -> w instanceof javafx.stage.Popup && w.isShowing()).findFirst().orElseThrow();
            EditWorld.save(name, window.getScene().snapshot(null));
            return null;
        });
    }
}
