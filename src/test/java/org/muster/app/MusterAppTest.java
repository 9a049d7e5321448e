package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From the first sight of the window to an account in it, and out again. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class MusterAppTest {
    @TempDir
    Path folder;

    private final CountDownLatch journal = new CountDownLatch(1);
    private Stage stage;
    private DataFolder data;
    private MusterApp app;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        journal.countDown();
        robot.interact(stage::hide);
        app.end();
        data.close();
    }

    private void begin(FxRobot robot, Supplier<JobKeeping> keeping) throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        app = new MusterApp(new Options(), data, keeping, Optional.empty(), System.err);
        robot.interact(() -> {
            app.begin(stage);
            stage.setWidth(960);
            stage.setHeight(720);
        });
    }

    private JobKeeping open() {
        return JobKeeping.open(data, Clock.systemUTC());
    }

    /** A journal so large that it takes until somebody says so. */
    private JobKeeping late() {
        try {
            journal.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return open();
    }

    private static void awaitFx(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private boolean shows(String id) {
        Node node = stage.getScene().lookup(id);
        return node != null && node.isVisible();
    }

    /** Whether the account is there, with the keyboard where work begins. */
    private boolean working() {
        return stage.getTitle().contains("Practice") && stage.getScene().getFocusOwner() instanceof TableView<?> table && !table.getItems().isEmpty();
    }

    @Test
    void theWindowIsThereBeforeTheJournalAndSaysWhatItWaitsFor(FxRobot robot) throws Exception {
        begin(robot, this::late);
        assertThat(stage.isShowing()).isTrue();
        awaitFx(() -> shows("#opening"));
        assertThat(stage.getTitle()).isEqualTo("Muster");
        journal.countDown();
        awaitFx(() -> !shows("#opening") && working());
        robot.interact(stage::hide);
        assertThat(app.exitCode()).isCompletedWithValue(0);
    }

    @Test
    void whoeverClosesItMeanwhileMetNoProblem(FxRobot robot) throws Exception {
        begin(robot, this::late);
        robot.interact(stage::hide);
        assertThat(app.exitCode()).isCompletedWithValue(0);
        journal.countDown();
        app.end(); // waits until all is open, and closes it
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void whatStandsInTheWayIsSaidAndItCanBeTriedAgain(FxRobot robot) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        begin(robot, () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("a bug");
            }
            return open();
        });
        awaitFx(() -> shows("#not-opened-again"));
        robot.interact(() -> ((Button) stage.getScene().lookup("#not-opened-again")).fire());
        awaitFx(this::working);
        assertThat(tries).hasValue(2);
    }
}
