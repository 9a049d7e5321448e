package org.muster.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Pacing;
import org.muster.jobs.Waiting;
import org.muster.people.ErrorCause;
import org.muster.store.Undoing;
import org.muster.ui.FileDialogs;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The drawer over a job that stands where the test puts it. */
@ExtendWith(ApplicationExtension.class)
class JobsDrawerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    @TempDir
    private static Path folder;

    private final ScriptedJobs jobs = new ScriptedJobs();
    private final ContactBook book = new ContactBook();
    private final NoScreens screens = new NoScreens();
    private final List<Contact> opened = new ArrayList<>();
    private final List<String> suggested = new ArrayList<>();
    private Path report = folder.resolve("report.csv");
    private Outcome lookedUp;
    private Scene scene;
    private JobsDrawer drawer;

    @Start
    void start(Stage stage) {
        Workspace workspace = new Workspace("Practice", new JobService.Lane("a", null, book), jobs, new VirtualThreads(), Clock.fixed(NOW, ZoneOffset.UTC));
        FileDialogs dialogs = new FileDialogs() {
            @Override
            public Optional<Path> open(String title, List<Kind> kinds) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
                suggested.add(suggestedName);
                return Optional.of(report);
            }
        };
        drawer = new JobsDrawer(workspace, screens, dialogs, (job, unknown) -> unknown.stream().map(o -> lookedUp.row() == o.row() ? lookedUp : new Outcome(o.row(), o.change(), OutcomeState.SKIPPED, Optional.empty(), Optional.empty())).toList(), opened::add, job -> Undoing.NOT_YET);
        BorderPane window = new BorderPane();
        window.setBottom(drawer.view());
        scene = Pictures.styled(window, 960, 420);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void clean() {
        WaitForAsyncUtils.clearExceptions();
    }

    /** Batch 5 of 7 is waited for; one contact each in conflict, failed and unknown. */
    private ScriptedJob waitingJob() {
        ChangeSet set = Some.companies("Set company on 1,204 contacts", 1204, "Ada Lovelace", "Müller GmbH", "渡辺 美咲");
        ScriptedJob job = new ScriptedJob(set, 200);
        job.set(Some.conflict(set, 0, Some.contact(0, "2", Some.person("Ada Lovelace", "Babbage & Co."))));
        job.set(Some.outcome(set, 1, OutcomeState.FAILED, Some.error(ErrorCause.SINGLETON, "contact.names is a singleton field")));
        job.set(Some.outcome(set, 2, OutcomeState.UNKNOWN, null));
        job.doneBefore(801);
        job.state(JobState.WAITING, new Waiting(Waiting.Reason.QUOTA, NOW.plusMillis(11_400)));
        job.paced(new Pacing(5, Duration.ofMinutes(1), NOW.plusSeconds(131)));
        return job;
    }

    private ScriptedJob shown(ScriptedJob job, int missed) throws Exception {
        jobs.add(job);
        await(() -> list().getItems().stream().filter(Missed.class::isInstance).count() == missed
                && list().lookupAll(".missed-line").stream().filter(JobsDrawerTest::visible).count() >= Math.min(missed, 3));
        return job;
    }

    @Test
    void showsHowFarTheJobIsAndWhatItWaitsFor() throws Exception {
        assertThat(onFx(this::texts)).contains("No jobs yet");
        shown(waitingJob(), 3);
        assertThat(onFx(this::texts)).contains("Set company on 1,204 contacts", "batch 5 of 7 · 798 done ·", "3 not done", "next batch in 12 s, Google allows about 5 a minute · about 2 minutes left").doesNotContain("No jobs yet");
        assertThat(onFx(() -> drawer.view().lookup(".batch-strip").getAccessibleText())).isEqualTo("7 batches: 4 settled, 1 of them with contacts not done, 1 on its way, 2 waiting, 0 not sent");
        assertThat(onFx(() -> cells())).containsExactly("batch-mixed", "batch-done", "batch-done", "batch-done", "batch-running", "batch-waiting", "batch-waiting");
    }

    @Test
    void theBarAloneShowsTheJobAtWorkAndHowManyOthersThereAre() throws Exception {
        ChangeSet old = Some.creates("Create 2 contacts", 2);
        ScriptedJob stopped = new ScriptedJob(old, 200);
        stopped.state(JobState.STOPPED);
        jobs.add(stopped);
        await(() -> texts().contains("Create 2 contacts"));
        assertThat(onFx(this::texts)).noneMatch(text -> text.startsWith("and "));
        jobs.add(waitingJob());
        onFx(() -> {
            ((ButtonBase) drawer.view().lookup("#toggle")).fire();
            return null;
        });
        await(() -> texts().contains("Set company on 1,204 contacts"));
        assertThat(onFx(this::texts)).contains("and 1 other").doesNotContain("Create 2 contacts");
        onFx(() -> {
            ((ButtonBase) drawer.view().lookup("#toggle")).fire();
            return null;
        });
        await(() -> texts().contains("Create 2 contacts"));
        assertThat(onFx(this::texts)).doesNotContain("and 1 other");
    }

    /** What a job waits for comes before the words of its buttons, which have their signs and say them when asked. */
    @Test
    void inASmallWindowTheButtonsGiveUpTheirWords() throws Exception {
        shown(waitingJob(), 3);
        for (int width : new int[] {800, 1440}) {
            onFx(() -> {
                scene.getRoot().resize(width, 420);
                scene.getRoot().layout();
                return null;
            });
            ContentDisplay display = width == 800 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
            await(() -> Stream.of("Try now", "Pause").allMatch(words -> button(words).getContentDisplay() == display && button(words).getTooltip().getText().equals(words)));
        }
        assertThat(onFx(() -> ((Labeled) drawer.view().lookup(".job-waiting .label")).isTextTruncated())).isFalse();
        assertThat(onFx(() -> button("Cancel").getContentDisplay())).as("a cross alone could be to close").isEqualTo(ContentDisplay.LEFT);
    }

    /** The whole of a long sentence never fits: the buttons keep their words beside it where there is room for its beginning. */
    @Test
    void aJobThatCannotGoOnSaysSoInTheColourOfAWarning() throws Exception {
        ScriptedJob job = shown(waitingJob(), 3);
        onFx(() -> {
            scene.getRoot().resize(1300, 420);
            return null;
        });
        assertThat(onFx(this::waitingLook)).doesNotContain("trouble");
        job.trouble(Some.error(ErrorCause.DISK_FULL, ""));
        job.state(JobState.PAUSED);
        job.tell();
        await(() -> waitingLook().contains("trouble"));
        await(() -> Stream.of("Resume", "Cancel").allMatch(words -> button(words).getContentDisplay() == ContentDisplay.LEFT));
    }

    private List<String> waitingLook() {
        return drawer.view().lookup(".job-waiting").getPseudoClassStates().stream().map(state -> state.getPseudoClassName()).toList();
    }

    @Test
    void leavesTheJobsOfOtherAccountsToTheirOwnWindow() throws Exception {
        ChangeSet theirs = Some.creates("Create 3 contacts elsewhere", 3);
        ScriptedJob other = new ScriptedJob("b", theirs, 200);
        other.set(Some.outcome(theirs, 0, OutcomeState.FAILED, Some.error(ErrorCause.EMPTY_CONTACT, "empty")));
        jobs.add(other);
        shown(waitingJob(), 3);
        assertThat(onFx(this::texts)).contains("Set company on 1,204 contacts").doesNotContain("Create 3 contacts elsewhere");
    }

    @Test
    void picture() throws Exception {
        ChangeSet made = Some.creates("Create 1,000 contacts from people.csv", 1000);
        ScriptedJob ended = new ScriptedJob(made, 200);
        ended.set(Some.outcome(made, 17, OutcomeState.FAILED, Some.error(ErrorCause.EMPTY_CONTACT, "empty")));
        ended.doneBefore(1000);
        ended.state(JobState.FINISHED);
        jobs.add(ended);
        shown(waitingJob(), 4);
        for (int width : new int[] {1440, 960}) {
            onFx(() -> {
                scene.getWindow().setWidth(width);
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
            onFx(() -> {
                scene.getRoot().resize(width, 420);
                Pictures.save(scene, "jobs-drawer-" + width);
                return null;
            });
        }
        assertThat(Path.of("target/pictures/jobs-drawer-1440-dark.png")).isNotEmptyFile();
    }

    @Test
    void eachStateOffersWhatCanBeDone() throws Exception {
        shown(waitingJob(), 3);
        assertThat(missed(0).actions()).containsExactly(Missed.Action.COMPARE, Missed.Action.OPEN, Missed.Action.SKIP);
        assertThat(missed(1).actions()).containsExactly(Missed.Action.RETRY, Missed.Action.OPEN, Missed.Action.SKIP);
        assertThat(missed(2).actions()).containsExactly(Missed.Action.LOOK_AGAIN, Missed.Action.OPEN, Missed.Action.SKIP);
        press("Compare…");
        assertThat(screens.compared).extracting(Outcome::row).containsExactly(0);
    }

    @Test
    void retrySendsThatContactAloneAndOnce() throws Exception {
        ScriptedJob job = shown(waitingJob(), 3);
        Button retry = button("Retry");
        onFx(() -> {
            retry.fire();
            retry.fire();
            return null;
        });
        await(() -> jobs.jobs().size() == 2 && list().getItems().stream().filter(Missed.class::isInstance).count() == 2);
        assertThat(jobs.jobs().get(1).changes().changes()).containsExactly(job.changes().changes().get(1));
        assertThat(jobs.jobs().get(1).changes().title()).isEqualTo("Retry Müller GmbH");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(jobs.jobs()).hasSize(2);
    }

    @Test
    void retryingAllLeavesConflictsAndUnknownOnes() throws Exception {
        ChangeSet set = Some.creates("Create 10 contacts", 10);
        ScriptedJob job = new ScriptedJob(set, 200);
        job.set(Some.outcome(set, 2, OutcomeState.FAILED, Some.error(ErrorCause.TOO_LONG, "")));
        job.set(Some.outcome(set, 3, OutcomeState.UNKNOWN, null));
        job.set(Some.outcome(set, 4, OutcomeState.SKIPPED, null));
        job.doneBefore(10);
        job.state(JobState.CANCELLED);
        shown(job, 3);
        assertThat(onFx(this::texts)).contains("cancelled · 7 done ·", "2 not done", "· 1 not sent", "row 4");
        press("Retry 2");
        await(() -> jobs.jobs().size() == 2);
        assertThat(jobs.jobs().get(1).changes().changes()).containsExactly(set.changes().get(2), set.changes().get(4));
    }

    @Test
    void whatTheServerCouldNotDoIsLookedForBeforeItIsSentAgain() throws Exception {
        ChangeSet set = Some.creates("Create 10 contacts", 10);
        ScriptedJob job = new ScriptedJob(set, 200);
        job.set(Some.outcome(set, 2, OutcomeState.FAILED, Some.error(ErrorCause.SERVER, "")));
        job.set(Some.outcome(set, 3, OutcomeState.FAILED, Some.error(ErrorCause.SERVER, "")));
        job.doneBefore(10);
        job.state(JobState.FINISHED);
        shown(job, 2);
        lookedUp = Some.outcome(set, 3, OutcomeState.DONE, null);
        press("Retry 2");
        await(() -> jobs.jobs().size() == 2);
        assertThat(jobs.jobs().get(1).changes().changes()).as("the other one was made after all").containsExactly(set.changes().get(2));
        await(() -> texts().contains("It was done after all.") && texts().contains("One contact was not sent again: see what is known of it now."));
        assertThat(onFx(() -> list().getItems().stream().filter(Missed.class::isInstance).map(m -> ((Missed) m).outcome().row()).toList())).containsExactly(3);
    }

    @Test
    void refusedRowsOpenInTheGridAndLeaveTheListOnlyWhenTheyAreSent() throws Exception {
        ChangeSet set = Some.creates("Create 10 contacts", 10);
        ScriptedJob job = new ScriptedJob(set, 200);
        job.set(Some.outcome(set, 2, OutcomeState.FAILED, Some.error(ErrorCause.TOO_LONG, "")));
        job.set(Some.outcome(set, 3, OutcomeState.UNKNOWN, null));
        job.set(Some.outcome(set, 4, OutcomeState.FAILED, Some.error(ErrorCause.INVALID, "")));
        job.set(Some.outcome(set, 5, OutcomeState.FAILED, Some.error(ErrorCause.SERVER, "")));
        job.doneBefore(10);
        job.state(JobState.FINISHED);
        lookedUp = Some.outcome(set, 5, OutcomeState.DONE, null);
        shown(job, 4);
        press("Open 3 in the grid");
        await(() -> screens.mending.size() == 1);
        assertThat(screens.mending.getFirst().refused()).as("none that was, or may have been, made").extracting(Outcome::row).containsExactly(2, 4);
        assertThat(onFx(() -> list().getItems().stream().filter(Missed.class::isInstance).count())).as("closing the grid loses nothing").isEqualTo(4);
        onFx(() -> {
            screens.mending.getFirst().onSent().accept(List.of(4));
            return null;
        });
        assertThat(onFx(() -> list().getItems().stream().filter(Missed.class::isInstance).map(m -> ((Missed) m).outcome().row()).toList())).containsExactlyInAnyOrder(2, 3, 5);
    }

    @Test
    void lookingAgainSaysWhatHappenedAndOnlyThenOffersToSend() throws Exception {
        ScriptedJob job = shown(waitingJob(), 3);
        lookedUp = Some.outcome(job.changes(), 2, OutcomeState.SKIPPED, null);
        press("Look again");
        await(() -> missed(2).outcome() == lookedUp);
        assertThat(missed(2).actions()).contains(Missed.Action.RETRY).doesNotContain(Missed.Action.LOOK_AGAIN);
        assertThat(onFx(this::texts)).contains("渡辺 美咲: it was not done, so it can be sent again");
        assertThat(jobs.jobs()).hasSize(1);
    }

    @Test
    void skippedOnesLeaveTheListAndComeBack(FxRobot robot) throws Exception {
        shown(waitingJob(), 3);
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().select(0);
            return null;
        });
        robot.type(KeyCode.DELETE);
        await(() -> list().getItems().size() == 2);
        menu("Show the 1 skipped by you");
        await(() -> list().getItems().size() == 3);
    }

    @Test
    void opensTheContactOrSaysItIsGone() throws Exception {
        shown(waitingJob(), 3);
        press("Open");
        await(() -> texts().contains("Ada Lovelace is not in this account any more"));
        Contact there = Some.contact(0, "1", Some.person("Ada Lovelace", ""));
        book.replaceAll(List.of(there));
        press("Open");
        assertThat(opened).containsExactly(there);
    }

    @Test
    void theReportNamesEachContact() throws Exception {
        shown(waitingJob(), 3);
        menu("Save report…");
        await(() -> texts().contains("Saved as report.csv"));
        List<String> lines = Files.readAllLines(report);
        assertThat(lines).hasSize(1205);
        assertThat(lines.get(0)).contains("No.,From,Name,State");
        assertThat(lines.get(2)).contains("2,,Müller GmbH,Failed,\"More than one value.").contains("people/c1");
        String day = LocalDate.ofInstant(NOW, ZoneOffset.UTC).toString();
        assertThat(suggested).containsExactly("Muster edit " + day + ".csv");
        menu("Export these 3 as CSV…");
        await(() -> suggested.size() == 2);
        assertThat(suggested.getLast()).isEqualTo("Muster edit " + day + " not done.csv");
        await(() -> {
            try {
                return Files.readAllLines(report).size() == 4;
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Test
    void aReportThatCannotBeWrittenIsSaid() throws Exception {
        report = folder.resolve("no such folder").resolve("report.csv");
        shown(waitingJob(), 3);
        menu("Save report…");
        await(() -> texts().stream().anyMatch(t -> t.contains("report.csv")));
        assertThat(report).doesNotExist();
    }

    @Test
    void pauseTryNowAndCancelReachTheJob() throws Exception {
        ScriptedJob job = shown(waitingJob(), 3);
        press("Try now");
        press("Pause");
        press("Cancel");
        assertThat(List.of(job.resumes.get(), job.pauses.get(), job.cancels.get())).containsExactly(1, 1, 1);
        job.state(JobState.PAUSED);
        job.tell();
        await(() -> texts().contains("paused by you"));
        press("Resume");
        assertThat(job.resumes.get()).isEqualTo(2);
        job.state(JobState.CANCELLING);
        job.tell();
        await(() -> button("Cancel").isDisabled());
    }

    @Test
    void theKeyboardSentToTheDrawerLandsOnTheJobAtWork() throws Exception {
        ScriptedJob job = shown(waitingJob(), 3);
        onFx(() -> {
            drawer.view().requestFocus();
            return null;
        });
        await(() -> scene.getFocusOwner() == button("Try now"));
        told(job, JobState.RUNNING, "Pause");
    }

    @Test
    void theKeyboardStaysWithPauseAndResume() throws Exception {
        ScriptedJob job = shown(waitingJob(), 3);
        onFx(() -> {
            button("Pause").requestFocus();
            button("Pause").fire();
            return null;
        });
        await(() -> button("Pausing…").isDisabled());
        assertThat(onFx(() -> scene.getFocusOwner())).as("while there is nothing to press").isNotEqualTo(onFx(() -> button("Cancel")));
        told(job, JobState.PAUSED, "Resume");
        told(job, JobState.RUNNING, "Pause");
        told(job, JobState.PAUSED, "Resume");
        told(job, JobState.CANCELLING, "");
    }

    @Test
    void theKeyboardDoesNotPassFromCancelToPutAway() throws Exception {
        ChangeSet set = Some.creates("Create 10 contacts", 10);
        ScriptedJob job = new ScriptedJob(set, 200);
        shown(job, 0);
        job.state(JobState.RUNNING);
        job.tell();
        await(() -> texts().stream().anyMatch(t -> t.startsWith("batch 1 of 1")));
        onFx(() -> {
            button("Cancel").requestFocus();
            return null;
        });
        job.state(JobState.CANCELLING);
        job.tell();
        await(() -> button("Cancel").isDisabled());
        job.doneBefore(10);
        job.state(JobState.FINISHED);
        job.tell();
        await(() -> texts().contains("all 10 done"));
        await(() -> scene.getFocusOwner() == button("Save report…"));
    }

    private void told(ScriptedJob job, JobState state, String focused) throws Exception {
        job.state(state);
        job.tell();
        await(() -> scene.getFocusOwner() instanceof Labeled owner && owner.isVisible() && !owner.isDisabled() && focused.equals(owner.getText()));
    }

    @Test
    void jobsThatEndedWithNothingLeftToDecideAreClearedTogether() throws Exception {
        ScriptedJob done = new ScriptedJob(Some.creates("Create 3 contacts", 3), 200);
        done.doneBefore(3);
        done.state(JobState.FINISHED);
        jobs.add(done);
        ScriptedJob another = new ScriptedJob(Some.creates("Create 4 contacts", 4), 200);
        another.doneBefore(4);
        another.state(JobState.FINISHED);
        jobs.add(another);
        shown(waitingJob(), 3);
        await(() -> drawer.view().lookup("#jobs-clear").isVisible());
        onFx(() -> {
            ((Button) drawer.view().lookup("#jobs-clear")).fire();
            return null;
        });
        await(() -> !texts().contains("Create 3 contacts") && !texts().contains("Create 4 contacts"));
        assertThat(onFx(this::texts)).contains("Set company on 1,204 contacts", "3 not done");
        assertThat(onFx(() -> drawer.view().lookup("#jobs-clear").isVisible())).isFalse();
    }

    @Test
    void anEndedJobCanBePutAway() throws Exception {
        ChangeSet set = Some.creates("Create 10 contacts", 10);
        ScriptedJob job = new ScriptedJob(set, 200);
        shown(job, 0);
        job.doneBefore(10);
        job.state(JobState.FINISHED);
        job.tell();
        await(() -> texts().contains("all 10 done"));
        onFx(() -> {
            buttons().filter(b -> "Put this job away".equals(b.getAccessibleText())).findFirst().orElseThrow().fire();
            return null;
        });
        await(() -> texts().contains("No jobs yet"));
    }

    @Test
    void jobsThatWaitCanChangeTurns() throws Exception {
        ScriptedJob atWork = shown(waitingJob(), 3);
        ScriptedJob one = waiting("One");
        await(() -> list().getItems().size() == 4);
        assertThat(onFx(() -> movesOffered(one))).as("there is nothing to change places with").isEmpty();
        ScriptedJob two = waiting("Two");
        ScriptedJob three = waiting("Three");
        await(() -> list().getItems().size() == 6);
        assertThat(onFx(() -> movesOffered(one))).containsExactly("Run later (Alt+Down)");
        assertThat(onFx(() -> movesOffered(two))).containsExactly("Run earlier (Alt+Up)", "Run later (Alt+Down)");
        assertThat(onFx(() -> movesOffered(three))).containsExactly("Run earlier (Alt+Up)");

        onFx(() -> {
            menuOf(three).getItems().stream().filter(item -> item.getText().startsWith("Run earlier")).findFirst().orElseThrow().fire();
            return null;
        });
        assertThat(onFx(this::jobRows)).containsExactly(one, three, two);
        assertThat(onFx(() -> list().isFocused())).isTrue();

        FxRobot robot = new FxRobot();
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        await(() -> jobRows().getFirst() == three);
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT); // no further
        robot.press(KeyCode.ALT).type(KeyCode.DOWN, 2).release(KeyCode.ALT);
        await(() -> jobRows().getLast() == three);
        assertThat(onFx(this::jobRows)).containsExactly(one, two, three);
        assertThat(jobs.waiting("a")).containsExactly(one, two, three);
        assertThat(jobs.jobs()).startsWith(atWork);
    }

    private ScriptedJob waiting(String title) {
        ScriptedJob job = new ScriptedJob(Some.companies(title, 3, "Ada"), 200);
        job.state(JobState.QUEUED);
        jobs.add(job);
        return job;
    }

    private List<Job> jobRows() {
        return list().getItems().stream().filter(JobRow.class::isInstance).map(row -> ((JobRow) row).job().job()).toList();
    }

    private List<String> movesOffered(Job job) {
        MenuButton menu = menuOf(job);
        menu.getOnShowing().handle(null);
        return menu.getItems().stream().filter(item -> item.isVisible() && item.getText().startsWith("Run ")).map(MenuItem::getText).toList();
    }

    private MenuButton menuOf(Job job) {
        list().applyCss();
        list().layout();
        return list().lookupAll(".job-line").stream().filter(line -> line.isVisible() && ((Labeled) line.lookup(".job-title")).getText().equals(job.snapshot().title()))
                .map(line -> (MenuButton) line.lookup(".job-more")).findFirst().orElseThrow();
    }

    @Test
    void theCurrentJobComesFirst() throws Exception {
        ScriptedJob first = shown(waitingJob(), 3);
        ScriptedJob next = new ScriptedJob(Some.creates("Create 5 contacts", 5), 200);
        next.state(JobState.QUEUED);
        jobs.add(next);
        await(() -> list().getItems().size() == 4);
        assertThat(onFx(() -> list().getItems().get(3))).isInstanceOfSatisfying(JobRow.class, row -> assertThat(row.job().job()).isSameAs(next));
        first.state(JobState.FINISHED);
        next.state(JobState.RUNNING);
        first.tell();
        next.tell();
        await(() -> list().getItems().getFirst() instanceof JobRow row && row.job().job() == first);
        assertThat(onFx(() -> list().getItems().size())).isEqualTo(4);
    }

    @Test
    void ctrlJFoldsTheDrawer(FxRobot robot) throws Exception {
        shown(waitingJob(), 3);
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        assertThat(onFx(() -> list().isVisible())).isFalse();
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        assertThat(onFx(() -> list().isVisible())).isTrue();
        onFx(() -> {
            list().getSelectionModel().select(0);
            return null;
        });
        robot.type(KeyCode.ENTER);
        assertThat(screens.compared).hasSize(1);
    }

    @Test
    void aBurstOfNewsCostsOneLookPerPulse() throws Exception {
        ScriptedJob job = shown(new ScriptedJob(Some.creates("Create 10,000 contacts", 10_000), 200), 0);
        WaitForAsyncUtils.waitForFxEvents();
        int before = job.snapshots.get();
        onFx(() -> {
            for (int i = 0; i < 50_000; i++) {
                job.tell();
            }
            return null;
        });
        job.doneBefore(10_000);
        job.state(JobState.FINISHED);
        job.tell();
        await(() -> texts().contains("all 10,000 done"));
        assertThat(job.snapshots.get() - before).isLessThan(10);
        assertThat(job.listings.get()).as("nobody failed, so nobody needs to be listed").isZero();
    }

    @Test
    void tenThousandThatFailedAreListedInAFewSteps() throws Exception {
        ChangeSet set = Some.creates("Create 10,000 contacts", 10_000);
        ScriptedJob job = shown(new ScriptedJob(set, 200), 0);
        for (int i = 0; i < 10_000; i++) {
            job.set(Some.outcome(set, i, OutcomeState.FAILED, Some.error(ErrorCause.TOO_LONG, "")));
            if (i % 200 == 0) {
                job.tell();
            }
        }
        job.state(JobState.FINISHED);
        job.tell();
        await(() -> list().getItems().size() == 10_000);
        assertThat(onFx(() -> list().lookupAll(".missed-line").size())).as("only the rows on screen are made").isLessThan(20);
        assertThat(onFx(() -> list().getItems().stream().map(r -> ((Missed) r).outcome().row()).distinct().count())).isEqualTo(10_000);
    }

    private ListView<DrawerRow> list() {
        @SuppressWarnings("unchecked") // the drawer has one list
        ListView<DrawerRow> list = (ListView<DrawerRow>) drawer.view().lookup(".jobs-list");
        return list;
    }

    private Missed missed(int at) {
        return (Missed) list().getItems().get(at);
    }

    private List<String> cells() {
        return drawer.view().lookup(".batch-strip").lookupAll(".batch-cell").stream().map(n -> n.getStyleClass().get(1)).toList();
    }

    private Stream<Button> buttons() {
        return drawer.view().lookupAll(".button").stream().filter(JobsDrawerTest::visible).map(Button.class::cast);
    }

    private Button button(String text) {
        return buttons().filter(b -> text.equals(b.getText())).findFirst().orElseThrow(() -> new AssertionError("no button " + text));
    }

    private void press(String text) throws Exception {
        onFx(() -> {
            button(text).fire();
            return null;
        });
    }

    private void menu(String text) throws Exception {
        onFx(() -> {
            MenuButton more = (MenuButton) drawer.view().lookup(".job-more");
            more.getOnShowing().handle(null);
            Set<MenuItem> items = Set.copyOf(more.getItems());
            items.stream().filter(i -> text.equals(i.getText())).findFirst().orElseThrow(() -> new AssertionError("no item " + text)).fire();
            return null;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }

    private void await(BooleanSupplier condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("never came; the drawer says " + onFx(this::texts), e);
        }
    }

    private List<String> texts() {
        return drawer.view().lookupAll(".label").stream().filter(JobsDrawerTest::visible).map(n -> ((Labeled) n).getText()).toList();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
