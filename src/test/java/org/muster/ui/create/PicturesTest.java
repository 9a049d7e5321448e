package org.muster.ui.create;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.contacts.FieldMask;
import org.muster.ui.edit.EditWorld;
import org.muster.ui.export.ExportSheet;
import org.muster.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws the sheets at the size of the design's pictures, to be looked at. */
@Tag("look")
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    @TempDir
    Path folder;

    private final ChosenFiles files = new ChosenFiles();
    private EditWorld world;

    @Start
    void start(Stage stage) {
        world = new EditWorld();
        world.open(stage, 1440, 900);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void both(FxRobot robot, String name) {
        world.picture(name + "-light");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.DARK));
        world.picture(name + "-dark");
        robot.interact(() -> world.theme.choiceProperty().set(Theme.Choice.LIGHT));
    }

    @Test
    void fromFile(FxRobot robot) throws Exception {
        world.label("Choir");
        Path csv = Choir.csv(folder, 100, "Choir");
        CreateSheet sheet = world.show(() -> CreateSheet.fromFile(world.workspace, world.sheets, files, csv));
        EditWorld.until(() -> !robot.lookup("#create-run").queryAllAs(Labeled.class).isEmpty() && robot.lookup("#create-run").queryAs(Labeled.class).getText().contains("97"));
        both(robot, "create");
        robot.clickOn("#create-columns");
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Window window = Window.getWindows().stream().filter(w -> w instanceof javafx.stage.PopupWindow && w.isShowing()).findFirst().orElseThrow();
            EditWorld.save("create-columns", window.getScene().snapshot(null));
            return null;
        });
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#create-leave-unused");
        robot.type(KeyCode.F2);
        robot.write("bob@example.c");
        world.picture("create-editing");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#create-run");
        EditWorld.until(() -> robot.lookup("#create-said").query().isVisible());
        both(robot, "create-sent");
        robot.clickOn("#create-cancel");
        both(robot, "create-closing");
        robot.interact(() -> world.sheets.close(sheet));
    }

    @Test
    void missingLabels(FxRobot robot) throws Exception {
        Path csv = Choir.csv(folder, 12, "Tenors ::: Friends of the house ::: Choir ::: Summer");
        world.label("Choir");
        world.show(() -> CreateSheet.fromFile(world.workspace, world.sheets, files, csv));
        EditWorld.until(() -> !robot.lookup("#create-missing-labels").queryAll().isEmpty());
        both(robot, "create-labels");
    }

    @Test
    void typed(FxRobot robot) {
        world.show(() -> CreateSheet.typed(world.workspace, world.sheets, files));
        both(robot, "create-typed");
    }

    @Test
    void refused(FxRobot robot) throws Exception {
        Path png = Files.write(folder.resolve("logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        world.show(() -> CreateSheet.fromFile(world.workspace, world.sheets, files, png));
        EditWorld.until(() -> robot.lookup("#create-refusal").query().isVisible());
        both(robot, "create-refused");
    }

    @Test
    void export(FxRobot robot) {
        world.people();
        var contacts = world.load(FieldMask.all());
        files.next = folder.resolve("gone").resolve("x.csv");
        world.show(() -> new ExportSheet(world.workspace, world.sheets, files, contacts));
        both(robot, "export");
        robot.clickOn("#export-run");
        EditWorld.until(() -> robot.lookup("#export-said").query().isVisible());
        both(robot, "export-failed");
        robot.interact(() -> robot.lookup("#create-grid").queryAllAs(TableView.class));
    }
}
