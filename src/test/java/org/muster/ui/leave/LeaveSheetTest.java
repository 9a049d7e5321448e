package org.muster.ui.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;
import org.muster.people.ErrorCause;
import org.muster.ui.jobs.ScriptedJob;
import org.muster.ui.jobs.Some;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LeaveSheetTest {
    private final ScriptedJob job = new ScriptedJob(Some.companies("Set the company", 10), 5);
    private final AtomicInteger left = new AtomicInteger();
    private Sheets sheets;

    @Start
    void start(Stage stage) {
        sheets = new Sheets();
        stage.setScene(new Scene(new StackPane(new Region(), sheets.layer()), 900, 600));
        stage.show();
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    private void ask(FxRobot robot) {
        robot.interact(() -> sheets.show(new LeaveSheet(List.of(job), sheets, new VirtualThreads(), left::incrementAndGet)));
        robot.interact(() -> robot.lookup("#leave-leave").query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(job.stops).hasValue(1);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    @Test
    void aKeyPressedOnceTooOftenDoesNotCloseBeforeTheAnswerIsThere(FxRobot robot) {
        ask(robot);
        assertThat(text(robot, "#leave-leave")).isEqualTo("Close now");
        assertThat(robot.lookup("#leave-stay").query().isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(left).hasValue(0);
    }

    @Test
    void whoWasNotDoneIsSaidBeforeItCloses(FxRobot robot) {
        ask(robot);
        robot.interact(() -> {
            robot.lookup("#leave-leave").query().requestFocus();
            job.set(Some.outcome(job.changes(), 3, OutcomeState.FAILED, Some.error(ErrorCause.INVALID, "no")));
            job.doneBefore(10);
            job.state(JobState.FINISHED);
            job.tell();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#leave-title")).isEqualTo("One contact was not done");
        assertThat(text(robot, "#leave-text")).contains("History");
        assertThat(robot.lookup("#leave-stay").query().isFocused()).isTrue();
        assertThat(left).hasValue(0);
    }
}
