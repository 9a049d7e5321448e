package org.muster.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.jobs.JobService;
import org.muster.jobs.JobState;
import org.muster.ui.delete.DeleteSheet;
import org.muster.ui.edit.EditSheet;
import org.muster.ui.jobs.ScriptedJob;
import org.muster.ui.jobs.ScriptedJobs;
import org.muster.ui.jobs.Some;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class OverlapNoteTest {
    private final ScriptedJobs jobs = new ScriptedJobs();
    private final ChangeSet ten = Some.companies("Set the company", 10);
    private Workspace workspace;
    private Sheets sheets;

    @Start
    void start(Stage stage) {
        sheets = new Sheets();
        workspace = new Workspace("Practice", new JobService.Lane("a", null, new ContactBook()), jobs, new VirtualThreads(), Clock.systemUTC());
        stage.setScene(new Scene(new StackPane(new Region(), sheets.layer()), 960, 700));
        stage.show();
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    private static List<Contact> contacts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Some.contact(i, "1", Some.person("Contact " + i, "Old & Co."))).toList();
    }

    private ScriptedJob job(String account, JobState state, int done) {
        ScriptedJob job = new ScriptedJob(account, ten, 5);
        job.doneBefore(done);
        job.state(state);
        jobs.add(job);
        return job;
    }

    private static String shown(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#overlap").query().isVisible() ? robot.lookup("#overlap .label").queryAs(Labeled.class).getText() : "";
    }

    private void edit(List<Contact> contacts) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> sheets.show(new EditSheet(workspace, sheets, contacts, "", List.of())));
    }

    private static void until(FxRobot robot, String words) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shown(robot).equals(words));
    }

    @Test
    void anEditSaysHowManyAreStillInAJobUnderWay(FxRobot robot) throws Exception {
        job("a", JobState.RUNNING, 4);
        edit(contacts(2, 9));
        until(robot, "5 of these contacts are still in a job under way. This edit waits for it, and overwrites nothing that it changes.");
    }

    @Test
    void contactsOfTwoJobsThatWaitAreCountedOnce(FxRobot robot) throws Exception {
        job("a", JobState.PAUSED, 8);
        job("a", JobState.QUEUED, 9);
        edit(contacts(2, 12));
        until(robot, "2 of these contacts are still in a job under way. This edit waits for it, and overwrites nothing that it changes.");
    }

    @Test
    void aDeleteOfOneSaysItOfThisOne(FxRobot robot) throws Exception {
        job("a", JobState.RUNNING, 4);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> sheets.show(new DeleteSheet(workspace, sheets, contacts(7, 8), "", 100)));
        until(robot, "This contact is still in a job under way. Nobody is deleted before it is done.");
        assertThat(robot.lookup("#delete-run").queryButton().isDisabled()).as("it stands in nobody's way").isFalse();
    }

    @Test
    void jobsThatEndedOrAreAnotherAccountsDoNotCount() {
        job("a", JobState.CANCELLED, 4);
        job("a", JobState.FINISHED, 10);
        job("a", JobState.STOPPED, 4);
        job("b", JobState.RUNNING, 0);
        assertThat(OverlapNote.count(workspace, contacts(0, 10))).isZero();
        job("a", JobState.WAITING, 3);
        assertThat(OverlapNote.count(workspace, contacts(0, 10))).isEqualTo(7);
    }
}
