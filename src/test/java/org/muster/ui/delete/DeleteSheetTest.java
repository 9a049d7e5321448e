package org.muster.ui.delete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.changes.MassChange;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.ui.edit.EditWorld;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DeleteSheetTest {
    private EditWorld world;

    @Start
    void start(Stage stage) {
        world = new EditWorld().people();
        world.open(stage, 960, 720);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    @Test
    void spaceIsAboutTheFirstRowForWhoeverComesToTheTableWithTheKeyboard(FxRobot robot) {
        List<Contact> contacts = world.load(FieldMask.all()).subList(0, 2);
        world.show(() -> new DeleteSheet(world.workspace, world.sheets, contacts, "Friends", 1_000));
        TableView<?> table = robot.lookup("#delete-table").queryAs(TableView.class);
        for (int tabs = 0; tabs < 6 && !table.isFocused(); tabs++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(table.getSelectionModel().getSelectedIndex()).as("seen to be there").isZero();
        robot.push(KeyCode.SPACE);
        assertThat(text(robot, "#delete-title")).isEqualTo("Delete 1 contact?");
    }

    @Test
    void deletesThoseNotTakenOut(FxRobot robot) throws InterruptedException {
        List<Contact> contacts = world.load(FieldMask.all()).subList(0, 2);
        world.show(() -> new DeleteSheet(world.workspace, world.sheets, contacts, "Friends", 1_000));

        assertThat(robot.lookup("#delete-cancel").query().isFocused()).isTrue();
        assertThat(robot.lookup("#guard").query().isVisible()).isFalse();
        robot.interact(() -> {
            robot.lookup("#delete-table").query().requestFocus();
            robot.lookup("#delete-table").queryAs(TableView.class).getSelectionModel().clearAndSelect(1);
        });
        robot.push(KeyCode.SPACE);
        assertThat(text(robot, "#delete-title")).isEqualTo("Delete 1 contact?");
        assertThat(text(robot, "#delete-run")).isEqualTo("Delete 1 contact");
        robot.interact(() -> {
            Button delete = robot.lookup("#delete-run").queryButton();
            delete.fire();
            delete.fire();
        });
        assertThat(world.sheets.anyOpen()).isFalse();
        assertThat(world.jobs.jobs()).hasSize(1);
        world.jobs.jobs().getFirst().await();
        assertThat(world.load(FieldMask.all())).hasSize(8).extracting(Contact::resourceName).contains(contacts.get(1).resourceName()).doesNotContain(contacts.get(0).resourceName());
    }

    @Test
    void aFifthOfTheAccountNeedsItsNumberTyped(FxRobot robot) {
        List<Contact> contacts = world.load(FieldMask.all());
        world.show(() -> new DeleteSheet(world.workspace, world.sheets, contacts, "", 9));

        assertThat(robot.lookup("#guard").query().isVisible()).isTrue();
        assertThat(text(robot, "#guard-words")).isEqualTo("These are all your contacts (9). To go on, type 9.");
        assertThat(robot.lookup("#delete-run").query().isDisabled()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(world.sheets.anyOpen()).isTrue();
        robot.interact(() -> robot.lookup("#guard-number").queryAs(TextField.class).setText("8"));
        assertThat(robot.lookup("#delete-run").query().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#guard-number").queryAs(TextField.class).setText(" 9 "));
        assertThat(robot.lookup("#delete-run").query().isDisabled()).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(world.sheets.anyOpen()).isFalse();
        assertThat(world.jobs.jobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 1000, false", "101, 100000, true", "20, 100, false", "21, 100, true", "1, 3, true", "0, 10, false"})
    void manyIsAboveAHundredOrAFifth(int count, int account, boolean needed) {
        assertThat(new MassChange(count, count, account).needsNumber()).isEqualTo(needed);
    }

    @Test
    void theNumberMayCarryTheMarksOfThousands() {
        MassChange check = new MassChange(1_204, 1_204, 5_000);
        for (String right : new String[] {"1204", "1,204", " 1204 "}) {
            assertThat(check.confirms(right, Locale.UK)).as(right).isTrue();
        }
        assertThat(check.confirms("1.204", Locale.GERMANY)).isTrue();
        assertThat(check.confirms("1 204", Locale.FRANCE)).isTrue();
        for (String wrong : new String[] {"", "1203", "120", "1.204", "1204x", "12,04", "-1204"}) {
            assertThat(check.confirms(wrong, Locale.UK)).as(wrong).isFalse();
        }
    }
}
