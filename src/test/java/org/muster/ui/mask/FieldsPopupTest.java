package org.muster.ui.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.ui.edit.EditWorld;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FieldsPopupTest {
    private EditWorld world;
    private FieldsPopup popup;
    private Button anchor;

    @Start
    void start(Stage stage) {
        world = new EditWorld().people();
        anchor = world.open(stage, 960, 720);
        popup = new FieldsPopup(world.workspace);
    }

    @BeforeEach
    void open(FxRobot robot) {
        WaitForAsyncUtils.clearExceptions();
        robot.interact(() -> popup.open(anchor));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static TextField text(FxRobot robot) {
        return robot.lookup("#mask-text").queryAs(TextField.class);
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    @Test
    void loadsWhatWasTickedFromWhereItWasTicked(FxRobot robot) {
        assertThat(text(robot).getText()).isEqualTo(Workspace.DEFAULT_MASK.toString());

        robot.clickOn("#preset-ONLY_NAMES").clickOn("#tick-birthdays").clickOn("#source-CONTACT").clickOn("#fields-apply");

        assertThat(popup.showing()).isFalse();
        assertThat(world.workspace.maskProperty().get()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.BIRTHDAYS));
        assertThat(world.workspace.sourcesProperty().get()).isEqualTo(Set.of(ReadSource.CONTACT));
        EditWorld.until(() -> world.workspace.loadStateProperty().get() instanceof LoadState.Loaded);
        assertThat(world.workspace.book().contacts()).hasSize(9).allMatch(c -> c.loaded(PersonField.BIRTHDAYS) && !c.loaded(PersonField.EMAIL_ADDRESSES));
    }

    @Test
    void aWrongPathIsNamedStaysAndCannotBeApplied(FxRobot robot) {
        robot.interact(() -> {
            text(robot).requestFocus();
            text(robot).setText("names,emailAdress");
        });

        assertThat(robot.lookup("#mask-problem").queryAs(Label.class).getText()).isEqualTo("“emailAdress” is no field; did you mean emailAddresses?");
        assertThat(robot.lookup("#fields-apply").queryAs(Button.class).isDisabled()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(popup.showing()).isTrue();
        assertThat(text(robot).getText()).isEqualTo("names,emailAdress");

        robot.interact(() -> text(robot).setText("names,emailAddresses"));
        assertThat(robot.lookup("#tick-emailAddresses").queryAs(CheckBox.class).isSelected()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(popup.showing()).isFalse();
        assertThat(world.workspace.maskProperty().get()).isEqualTo(FieldMask.of(PersonField.NAMES, PersonField.EMAIL_ADDRESSES));
    }

    @Test
    void cancelAndEscChangeNothing(FxRobot robot) {
        press(robot, "#preset-EVERYTHING");
        press(robot, "#fields-cancel");
        assertThat(popup.showing()).isFalse();
        robot.interact(() -> popup.open(anchor));
        press(robot, "#preset-EVERYTHING");
        robot.push(KeyCode.ESCAPE);
        assertThat(popup.showing()).isFalse();
        assertThat(world.workspace.maskProperty().get()).isEqualTo(Workspace.DEFAULT_MASK);
        assertThat(world.workspace.loadStateProperty().get()).isInstanceOf(LoadState.Idle.class);
    }

    @Test
    void theFilterFindsFieldsByWhatPeopleCallTheirParts(FxRobot robot) {
        robot.interact(() -> robot.lookup("#field-filter").queryAs(TextField.class).setText("job title"));
        assertThat(robot.lookup("#field-organizations").tryQuery()).isPresent();
        assertThat(robot.lookup("#field-names").tryQuery()).isEmpty();
        assertThat(text(robot).getText()).isEqualTo(Workspace.DEFAULT_MASK.toString());
    }

    @Test
    void all29FieldsHaveARealCheckBox(FxRobot robot) {
        for (PersonField field : PersonField.values()) {
            CheckBox box = robot.lookup("#tick-" + field.path()).queryAs(CheckBox.class);
            assertThat(box.getAccessibleText()).contains(field.path());
        }
    }
}
