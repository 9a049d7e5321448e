package org.muster.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private final Theme theme = new Theme();
    private Label label;
    private int pressed;

    @Start
    void start(Stage stage) {
        theme.install();
        label = new Label("Ada Lovelace");
        Button button = new Button("Press");
        button.setId("press");
        button.setOnAction(e -> pressed++);
        Scene scene = new Scene(new VBox(label, button), 400, 300);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clear() throws TimeoutException {
        WaitForAsyncUtils.clearExceptions();
    }

    @Test
    void textTurnsLightInTheDarkTheme(FxRobot robot) {
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
        Color onLight = (Color) label.getTextFill();
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
        Color onDark = (Color) label.getTextFill();
        assertThat(onLight.getBrightness()).isLessThan(0.5);
        assertThat(onDark.getBrightness()).isGreaterThan(0.5);
    }

    @Test
    void interIsTheFontInUse(FxRobot robot) {
        robot.interact(() -> label.applyCss());
        assertThat(label.getFont().getFamily()).isEqualTo("Inter");
    }

    @Test
    void aClickArrives(FxRobot robot) {
        robot.clickOn("#press");
        assertThat(pressed).isEqualTo(1);
    }
}
