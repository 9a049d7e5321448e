package org.muster.ui.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SheetsTest {
    private final AtomicInteger behindPressed = new AtomicInteger();
    private final AtomicInteger run = new AtomicInteger();
    private Sheets sheets;
    private Button behind;
    private VBox body;
    private Sheet sheet;
    private Scene scene;

    /** A sheet that, like those that scroll, cannot have the focus set before it is styled. */
    private record Scrolling(Parent view, Node start, Runnable action) implements Sheet {
        @Override
        public void mainAction() {
            action.run();
        }

        @Override
        public void shown() {
            start.requestFocus();
        }
    }

    @Start
    void start(Stage stage) {
        sheets = new Sheets();
        behind = new Button("behind");
        body = new VBox(new Button("first"), new Button("second"));
        sheet = new Scrolling(new StackPane(new ScrollPane(body)), body.getChildren().getLast(), run::incrementAndGet);
        behind.setOnAction(e -> behindPressed.incrementAndGet());
        scene = new Scene(new StackPane(behind, sheets.layer()), 600, 400);
        stage.setScene(scene);
        stage.show();
        behind.requestFocus();
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        WaitForAsyncUtils.clearExceptions();
        robot.interact(() -> sheets.show(sheet));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void the_focus_starts_where_the_sheet_says_also_inside_a_scroll_pane() {
        assertThat(scene.getFocusOwner()).isSameAs(body.getChildren().getLast());
    }

    @Test
    void a_sheet_that_has_done_its_work_sends_the_keyboard_home_once_none_lies_below(FxRobot robot) {
        Button home = new Button("home");
        robot.interact(() -> {
            ((StackPane) scene.getRoot()).getChildren().addFirst(home);
            sheets.setHome(home::requestFocus);
        });
        Button more = new Button("more");
        Sheet second = new Scrolling(new StackPane(more), more, run::incrementAndGet);
        robot.interact(() -> sheets.show(second));
        robot.interact(() -> sheets.closeDone(second));
        WaitForAsyncUtils.waitForFxEvents();
        assertOnSheet(scene.getFocusOwner());
        robot.interact(() -> sheets.closeDone(sheet));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scene.getFocusOwner()).isSameAs(home);
    }

    @Test
    void tab_goes_round_within_the_sheet(FxRobot robot) {
        for (int i = 0; i < 7; i++) {
            robot.press(KeyCode.TAB).release(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            assertOnSheet(scene.getFocusOwner());
        }
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(behindPressed).hasValue(0);
    }

    @Test
    void a_sheet_that_disables_everything_keeps_the_keyboard_and_gives_it_back(FxRobot robot) {
        robot.interact(() -> body.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertOnSheet(scene.getFocusOwner());
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sheets.anyOpen()).isFalse();
        assertThat(scene.getFocusOwner()).isSameAs(behind);
    }

    @Test
    void control_and_enter_do_what_the_topmost_sheet_is_for(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(run).hasValue(1);
        AtomicInteger above = new AtomicInteger();
        Button field = new Button("above");
        field.setOnAction(e -> above.addAndGet(100));
        robot.interact(() -> sheets.show(new Scrolling(new StackPane(field), field, above::incrementAndGet)));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(above).as("once, and no press of the button that has the keyboard").hasValue(1);
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> sheets.layer().setDisable(true));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(run).as("not while the sheets are disabled").hasValue(1);
        robot.interact(() -> {
            sheets.layer().setDisable(false);
            sheets.close(sheet);
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(run).as("nor when it is closed").hasValue(1);
    }

    private void assertOnSheet(Node focused) {
        Node node = focused;
        while (node != null && node != sheet.view()) {
            node = node.getParent();
        }
        assertThat(node).as("the sheet around what has the focus: %s", focused).isNotNull();
    }
}
