package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.accounts.AccountList;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.accounts.OAuthEndpoints;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.SignIn;
import org.muster.accounts.TokenVault;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Safekeeping;
import org.muster.store.Backups;
import org.muster.ui.connect.GoogleSignIn;
import org.muster.ui.jobs.JobsDrawer;
import org.muster.ui.main.MainWindow;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AppWindowTest {
    private static final AccountProblem PROBLEM = new AccountProblem(AccountProblem.Cause.PRACTICE_IN_USE, "/home/ada/practice.db");

    @TempDir
    Path folder;

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private JobKeeping keeping;
    private LaneJobService jobs;
    private DataFolder data;
    private Accounts accounts;
    private Stage stage;
    private AppWindow window;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        data = DataFolder.open(folder.resolve("data"));
        keeping = JobKeeping.open(data, Clock.systemUTC());
        TokenVault vault = new TokenVault(data.path());
        accounts = new Accounts(data, new AccountList(vault, new NetHttpTransport(), Optional.empty()), Clock.systemUTC());
        jobs = new LaneJobService(keeping.journal(), JobSettings.standard(), Safekeeping.NONE, accounts::holds);
        GoogleSignIn google = new GoogleSignIn(new SignIn(vault, new NetHttpTransport(), Duration.ofSeconds(5)), OAuthEndpoints.google(), Duration.ofSeconds(5), address -> { });
        Theme theme = new Theme();
        theme.install();
        window = new AppWindow(new Frame(stage, theme, closed::incrementAndGet), new JobDesk(jobs, keeping, JobSettings.standard(), new Backups(data.backups(), Clock.systemUTC()), accounts::holds), new VirtualThreads(), Clock.systemUTC(),
                new AppWindow.Doors(google, account -> { }, id -> { }, accounts::openOrLook));
        stage.setWidth(960);
        stage.setHeight(720);
    }

    @BeforeEach
    void clear() {
        WaitForAsyncUtils.clearExceptions();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(stage::hide);
        jobs.close();
        keeping.close();
        accounts.close();
        data.close();
    }

    private OpenWindow practice(FxRobot robot) throws Exception {
        OpenedAccount account = ((Attempt.Done<OpenedAccount>) accounts.open(new PracticeAccount())).value();
        OpenWindow[] shown = new OpenWindow[1];
        robot.interact(() -> shown[0] = window.show(account));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> shown[0].workspace().loadStateProperty().get() instanceof LoadState.Loaded).get());
        return shown[0];
    }

    @Test
    void theWindowOfAnAccountIsLetGoOfWhenAnotherTakesItsPlace(FxRobot robot) throws Exception {
        WeakReference<OpenWindow> first = new WeakReference<>(practice(robot));
        WeakReference<Workspace> account = new WeakReference<>(first.get().workspace());
        WeakReference<MainWindow> main = new WeakReference<>(first.get().main());
        WeakReference<JobsDrawer> drawer = new WeakReference<>(first.get().drawer());
        Contact contact = account.get().book().contacts().getFirst();
        Job job = account.get().submit(new ChangeSet("", List.of(new Change.Delete(contact)), FieldMask.none()));
        job.await();

        practice(robot);
        FxToolkit.toolkitContext().setRegisteredStage(stage); // begins its record of events, and of where they went, anew

        for (int i = 0; i < 20 && !(account.refersTo(null) && main.refersTo(null) && drawer.refersTo(null)); i++) {
            WaitForAsyncUtils.waitForFxEvents();
            System.gc();
        }
        assertThat(main.refersTo(null)).as("the window is gone").isTrue();
        assertThat(drawer.refersTo(null)).as("its drawer is gone").isTrue();
        assertThat(account.refersTo(null)).as("its account's state is gone").isTrue();
    }

    @Test
    void whatAJobDidIsFoundInHistory(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        Contact contact = open.workspace().book().contacts().stream().filter(c -> c.displayName().equals("Ada Lovelace")).findFirst().orElseThrow();
        Job job = open.workspace().submit(new ChangeSet("Delete Ada", List.of(new Change.Delete(contact)), FieldMask.none()));
        job.await();

        robot.interact(() -> open.screens().history(contact));
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> words(robot, "#contact-history-count").equals("1 entry"));
        press(robot, "#contact-history-show");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> words(robot, "#history-title").equals("Delete Ada") && words(robot, "#history-all").equals("All 1"));
        robot.interact(() -> open.sheets().requestClose());
        robot.interact(() -> open.screens().history());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> words(robot, "#history-count").equals("1 job"));
    }

    /** A conflict that the drawer does not show any more stands in History. */
    private Job conflictInHistory(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        Contact ada = open.workspace().book().contacts().stream().filter(c -> c.displayName().equals("Ada Lovelace")).findFirst().orElseThrow();
        accounts.elsewhere().renameCompany(ada.resourceName(), "Babbage & Co.");
        Person wanted = ada.copy().setOrganizations(List.of(new Organization().setName("Engines")));
        Job job = open.workspace().submit(new ChangeSet("Set company", List.of(new Change.Update(ada, wanted, FieldMask.of(PersonField.ORGANIZATIONS))), Workspace.DEFAULT_MASK));
        job.await();
        assertThat(job.outcomes().getFirst().state()).isEqualTo(OutcomeState.CONFLICT);
        OpenWindow next = practice(robot); // with another drawer
        robot.interact(() -> robot.lookup(".job-line .button").queryAllAs(Button.class).stream().filter(b -> "Put this job away".equals(b.getAccessibleText())).forEach(Button::fire));

        robot.interact(() -> next.screens().history());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> robot.lookup("#history-compare").tryQuery().filter(Node::isVisible).isPresent()).get());
        return job;
    }

    @Test
    void aConflictIsComparedFromHistoryWhenTheDrawerDoesNotShowItAnyMore(FxRobot robot) throws Exception {
        Job job = conflictInHistory(robot);
        press(robot, "#history-compare");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> robot.lookup("#apply").tryQuery().isPresent()).get());
        assertThat(robot.lookup((Node n) -> n instanceof Labeled).queryAllAs(Labeled.class)).extracting(one -> String.valueOf(one.getText())).anyMatch(text -> text.contains("Babbage & Co.")).anyMatch(text -> text.contains("Analytical Engines"));
        press(robot, "#apply");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> jobs.jobs().size() == 2);
        Job chosen = jobs.jobs().getLast();
        chosen.await();
        assertThat(chosen.snapshot().count(OutcomeState.DONE)).isOne();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> keeping.archive().orElseThrow().job(job.id()).orElseThrow().handled().contains(0));
        assertThat(((Change.Update) chosen.changes().changes().getFirst()).before().resourceName()).isEqualTo(((Change.Update) job.changes().changes().getFirst()).before().resourceName());
        assertThat(chosen.outcomes().getFirst().contact().orElseThrow().items(PersonField.ORGANIZATIONS).getFirst()).containsEntry("name", "Engines");
    }

    @Test
    void thatADecisionCouldNotBeNotedIsSaid(FxRobot robot) throws Exception {
        conflictInHistory(robot);
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + data.database()); Statement sql = db.createStatement()) {
            sql.execute("CREATE TRIGGER full BEFORE INSERT ON handled BEGIN SELECT RAISE(ABORT, 'full'); END");
        }
        press(robot, "#history-compare");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> robot.lookup("#apply").tryQuery().isPresent()).get());
        press(robot, "#apply");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> robot.lookup((Node n) -> n instanceof Labeled label && n.isVisible() && String.valueOf(label.getText()).contains("could not note it")).tryQuery().isPresent()).get());
    }

    private void fail(FxRobot robot) {
        robot.interact(() -> window.fail(PROBLEM.what(), PROBLEM.advice(), tries::incrementAndGet));
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    @Test
    void showsTheAccountWithItsContacts(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        assertThat(stage.getTitle()).isEqualTo("Muster – Practice account");
        assertThat(open.workspace().book().size()).isEqualTo(1_204);
        assertThat(robot.lookup("#contacts").tryQuery()).isPresent();
        assertThat(window.anyOpen()).isTrue();
    }

    @Test
    void withoutAnAccountItSaysWhyAndOffersASecondTryAndTheWayOut(FxRobot robot) {
        fail(robot);
        assertThat(stage.isShowing()).isTrue();
        assertThat(window.anyOpen()).isFalse();
        assertThat(words(robot, "#not-opened-what")).isEqualTo("The practice account is open in another program.");
        assertThat(words(robot, "#not-opened-advice")).contains("/home/ada/practice.db", "try again");
        assertThat(robot.lookup("#not-opened-again").queryAs(Button.class).isFocused()).as("Enter tries again").isTrue();
        press(robot, "#not-opened-again");
        assertThat(tries).hasValue(1);
        assertThat(robot.lookup("#not-opened-again").queryAs(Button.class).isDisabled()).as("not twice at once").isTrue();
        assertThat(words(robot, "#not-opened-leave")).isEqualTo("Close Muster");
        press(robot, "#not-opened-leave");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aSecondTryThatWorksTakesItsPlace(FxRobot robot) throws Exception {
        fail(robot);
        practice(robot);
        assertThat(robot.lookup("#not-opened-what").tryQuery()).isEmpty();
        assertThat(robot.lookup("#contacts").tryQuery()).isPresent();
    }

    @Test
    void overAnOpenAccountItLeadsBackToIt(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        fail(robot);
        assertThat(robot.lookup("#contacts").tryQuery()).isEmpty();
        assertThat(words(robot, "#not-opened-leave")).isEqualTo("Back to Practice account");
        press(robot, "#not-opened-leave");
        assertThat(stage.getScene().getRoot().getChildrenUnmodifiable()).startsWith(open.main().view());
        assertThat(closed).hasValue(0);
    }

    /** A job of three batches that stands still before its end. */
    private Job pausedJob(OpenWindow open, int bad) {
        List<Change> creates = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            Person person = new Person().setNames(List.of(new Name().setGivenName("New" + i)));
            creates.add(new Change.Create(i < bad ? new Person() : person, ""));
        }
        Job job = open.workspace().submit(new ChangeSet("Create 600 contacts", creates, FieldMask.of(PersonField.NAMES)));
        job.pause();
        return job;
    }

    private void askToClose(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void aWindowWithAJobAtWorkAsksBeforeItCloses(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        Job job = pausedJob(open, 0);
        askToClose(robot);
        assertThat(stage.isShowing()).isTrue();
        assertThat(words(robot, "#leave-text")).startsWith("A job is still at work.");
        assertThat(words(robot, "#leave-progress")).startsWith("Create 600 contacts:").endsWith("of 3 batches done");
        assertThat(robot.lookup("#leave-stay").queryAs(Button.class).isFocused()).as("Enter keeps it open").isTrue();

        press(robot, "#leave-stay");
        assertThat(stage.isShowing()).isTrue();
        assertThat(job.snapshot().state().ended()).isFalse();

        askToClose(robot);
        press(robot, "#leave-leave");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> closed.get() == 1);
        assertThat(job.outcomes()).as("what was not sent waits for another time").allMatch(outcome -> outcome.state() == OutcomeState.DONE || outcome.state() == OutcomeState.WAITING);
        assertThat(job.snapshot().state()).isEqualTo(JobState.STOPPED);
    }

    @Test
    void aWindowThatIsKeptOpenAfterAllLetsGoOnWhatItHasStopped(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        Job job = pausedJob(open, 0);
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        job.addListener(j -> {
            if (j.snapshot().count(OutcomeState.SENT) > 0 && sent.getCount() > 0) { // on the job's own thread: nobody else tells of it before
                sent.countDown();
                await(answered);
            }
            if (j.snapshot().state().ended()) {
                over.countDown();
            }
        });
        job.resume();
        await(sent);
        Job other = pausedJob(open, 0);
        askToClose(robot);
        press(robot, "#leave-leave");
        assertThat(words(robot, "#leave-title")).isEqualTo("Stopping…");
        askToClose(robot);
        assertThat(words(robot, "#leave-title")).as("it is being left already").isEqualTo("Stopping…");

        press(robot, "#leave-stay");
        answered.countDown();
        await(over);
        assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(600);
        assertThat(stage.isShowing()).isTrue();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> other.snapshot().state() == JobState.PAUSED); // as it was
        assertThat(other.snapshot().count(OutcomeState.WAITING)).isEqualTo(600);
    }

    private static void await(CountDownLatch what) {
        try {
            assertThat(what.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aJobThatLeftContactsUndoneIsReadBeforeTheWindowCloses(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        Job job = pausedJob(open, 2);
        askToClose(robot);
        job.resume();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> words(robot, "#leave-title").equals("2 contacts were not done")).get());
        press(robot, "#leave-stay");
        assertThat(stage.isShowing()).isTrue();

        askToClose(robot);
        assertThat(closed).as("nothing is at work any more").hasValue(1);
    }

    /** Types into the contact beside the table and does not save. */
    private void typeSomething(FxRobot robot, OpenWindow open) {
        robot.interact(() -> {
            open.main().model().focusedProperty().set(open.workspace().book().contacts().getFirst().resourceName());
            robot.lookup("#inspector-edit").queryAs(Button.class).fire();
            robot.lookup("#input-names-givenName").queryAs(TextField.class).setText("Typed");
        });
    }

    private static String typed(FxRobot robot) {
        return robot.lookup("#input-names-givenName").queryAs(TextField.class).getText();
    }

    @Test
    void anUnsavedEditIsAskedAboutBeforeTheWindowCloses(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        typeSomething(robot, open);
        pausedJob(open, 0);
        askToClose(robot);
        assertThat(words(robot, "#unsaved-text")).contains(open.workspace().book().contacts().getFirst().displayName());
        assertThat(robot.lookup("#unsaved-stay").queryAs(Button.class).isFocused()).as("Enter keeps it").isTrue();
        press(robot, "#unsaved-stay");
        assertThat(typed(robot)).isEqualTo("Typed");

        askToClose(robot);
        press(robot, "#unsaved-leave");
        assertThat(words(robot, "#leave-text")).as("one question after the other").startsWith("A job is still at work.");
        press(robot, "#leave-stay");
        assertThat(typed(robot)).as("it is lost with the window only").isEqualTo("Typed");
        assertThat(closed).hasValue(0);
    }

    @Test
    void anUnsavedEditIsAskedAboutBeforeAnotherAccountTakesItsPlace(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        OpenedAccount again = ((Attempt.Done<OpenedAccount>) accounts.open(new PracticeAccount())).value();
        typeSomething(robot, open);
        robot.interact(() -> window.replace(again));
        press(robot, "#unsaved-stay");
        assertThat(typed(robot)).isEqualTo("Typed");
        robot.interact(() -> window.replace(again));
        press(robot, "#unsaved-leave");
        assertThat(robot.lookup("#input-names-givenName").tryQuery()).isEmpty();
        assertThat(robot.lookup("#unsaved-sheet").tryQuery()).isEmpty();
    }

    @Test
    void aDamagedPracticeAccountIsSaidOnceWithWhereItLies(FxRobot robot) throws Exception {
        Files.writeString(data.practiceDatabase(), "This was a database once. ".repeat(400));
        practice(robot);
        Path kept;
        try (Stream<Path> files = Files.list(data.practiceDatabase().getParent())) {
            kept = files.filter(f -> f.getFileName().toString().contains(".damaged-")).findFirst().orElseThrow();
        }
        assertThat(words(robot, "#notice-text")).endsWith(kept.toString());
        press(robot, "#notice-read");
        assertThat(robot.lookup("#notice-text").tryQuery()).isEmpty();
        practice(robot);
        assertThat(robot.lookup("#notice-text").tryQuery()).as("said once").isEmpty();
    }

    @Test
    void aJobThatWasLeftIsThereWhenTheAccountIsOpenedAgain(FxRobot robot) throws Exception {
        OpenWindow open = practice(robot);
        Job left = pausedJob(open, 0);
        left.stop();
        left.await();
        int before = open.workspace().book().contacts().size();

        JobKeeping next = JobKeeping.open(data, Clock.systemUTC());
        try (LaneJobService anew = new LaneJobService(next.journal(), JobSettings.standard())) {
            JobRecord record = next.unfinished(left.account()).getFirst();
            Job job = anew.takeUp(new JobService.Lane(left.account(), open.workspace().gateway(), open.workspace().book()), record);
            assertThat(job.snapshot().state()).isEqualTo(JobState.STOPPED);
            job.resume();
            job.await();
            assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(600);
            assertThat(open.workspace().book().contacts()).hasSizeGreaterThanOrEqualTo(before).hasSizeLessThanOrEqualTo(before + 600);
            assertThat(next.unfinished(left.account())).isEmpty();
        } finally {
            next.close();
        }
    }

    @Test
    void aDamagedJournalIsSaid(FxRobot robot) throws Exception {
        Path other = folder.resolve("other.db");
        Files.writeString(other, "This was a database once. ".repeat(400));
        JobKeeping anew = JobKeeping.open(other, () -> true, Clock.systemUTC());
        try {
            List<JobKeeping.News> news = anew.news();
            assertThat(news).hasSize(1);
            assertThat(Files.exists(Path.of(news.getFirst().advice().replaceAll(".*: ", "")))).as("it says where the file is").isTrue();
            assertThat(anew.news()).as("said once").isEmpty();
        } finally {
            anew.close();
        }
    }

    @Test
    void unfinishedJobsThatCannotBeReadAreNotPassedOverInSilence(FxRobot robot) throws Exception {
        jobs.close();
        keeping.close();
        Files.writeString(data.database(), "This was a database once. ".repeat(400));
        practice(robot);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> robot.lookup("#notice-text").tryQuery().isPresent()).get());
        assertThat(words(robot, "#notice-text")).startsWith("Open Muster again.");
    }
}
