package org.muster.ui.rail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.contacts.ContactBook;
import org.muster.contacts.Label;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Backups;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A label that is made on the first occasion of a day, before which all contacts are backed up. */
@ExtendWith(ApplicationExtension.class)
class NewLabelTest {
    private static final String LIST = "people.connections.list";

    @TempDir
    Path folder;

    private PracticeServer server;
    private JobService jobs;
    private Workspace workspace;

    @Start
    void start(Stage stage) throws Exception {
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.standard()));
        jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard(), new Backups(folder, Clock.systemUTC()));
        workspace = new Workspace("Practice account", new JobService.Lane("practice", GooglePeopleGateway.withToken(server.endpoint(), server::token), new ContactBook()), jobs, new VirtualThreads(), Clock.systemUTC());
        Theme theme = new Theme();
        theme.install();
        Scene scene = new Scene(new NewLabel(workspace).view(), 240, 300);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close() {
        server.faults().release();
        jobs.close();
        server.close();
    }

    private static void await(Callable<Boolean> what) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(what).get());
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(node -> node.isVisible() && node.getParent().isVisible()).isPresent();
    }

    private static void make(FxRobot robot, String name) {
        robot.interact(() -> robot.lookup("#new-label").queryAs(Button.class).fire());
        robot.interact(() -> {
            TextField field = robot.lookup("#new-label-name").queryAs(TextField.class);
            field.setText(name);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void itIsSaidThatTheContactsAreBackedUpFirstAndItCanBeCancelled(FxRobot robot) throws Exception {
        server.faults().next(Fault.HANG_AFTER, LIST, 1);
        make(robot, "Zither players");
        await(() -> server.log().count(LIST) == 1 && shown(robot, "#new-label-backup"));
        assertThat(robot.lookup("#new-label-backup").queryAs(Labeled.class).getText()).isEqualTo("Backing up the account first…");
        Button cancel = robot.lookup("#new-label-cancel").queryAs(Button.class);
        assertThat(cancel.isFocused()).as("the keyboard is where something can be done").isTrue();
        robot.interact(cancel::fire);
        server.faults().release();
        Node field = robot.lookup("#new-label-name").query();
        await(() -> !field.isDisabled());
        assertThat(shown(robot, "#new-label-backup")).isFalse();
        assertThat(shown(robot, "#new-label-problem")).as("who cancels knows").isFalse();
        assertThat(field.isFocused()).isTrue();
        assertThat(server.log().count("contactGroups.create")).isZero();

        make(robot, "Zither players");
        await(() -> workspace.labels().stream().map(Label::name).anyMatch("Zither players"::equals));
        assertThat(shown(robot, "#new-label-backup")).isFalse();
    }
}
