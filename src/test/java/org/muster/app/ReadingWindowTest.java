package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.OAuthEndpoints;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.SignIn;
import org.muster.accounts.TokenVault;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.jobs.BackupNow;
import org.muster.jobs.Job;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.OutcomeState;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.store.Backups;
import org.muster.ui.connect.GoogleSignIn;
import org.muster.ui.main.Pictures;
import org.muster.ui.shortcuts.Shortcut;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Access;
import org.muster.ui.workspace.LoadState;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window on an account that another process holds, which is a real one: it looks, changes nothing, and takes over when the other has gone. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ReadingWindowTest {
    private static final Set<String> READS = Set.of("people.connections.list", "people.getBatchGet", "contactGroups.list");

    @TempDir
    Path folder;

    private Stage stage;
    private final Theme theme = new Theme();
    private DataFolder data;
    private JobKeeping keeping;
    private Accounts accounts;
    private LaneJobService jobs;
    private AppWindow window;
    private PracticeServer server;
    private Process holder;

    @Start
    void start(Stage given) {
        stage = given;
        theme.install();
    }

    @BeforeEach
    void clear() throws Exception {
        WaitForAsyncUtils.clearExceptions();
        server = PracticeServer.start(PracticeConfig.inMemory(SampleData.standard()));
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(stage::hide);
        if (holder != null) {
            holder.destroyForcibly().waitFor();
        }
        jobs.close();
        keeping.close();
        accounts.close();
        data.close();
        server.close();
    }

    /** Another process holds the account, and a window is opened on it. */
    private OpenWindow beside(FxRobot robot, Optional<EndpointAccount> endpoint) throws Exception {
        holder = WindowHolder.start(folder.resolve("data"), endpoint.map(e -> e.root().toString()).orElse(""), server.token());
        return look(robot, endpoint);
    }

    private OpenWindow look(FxRobot robot, Optional<EndpointAccount> endpoint) throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        keeping = JobKeeping.open(data, Clock.systemUTC());
        TokenVault vault = new TokenVault(data.path());
        accounts = new Accounts(data, new AccountList(vault, new NetHttpTransport(), endpoint), AccountLocks.Kind.WINDOW, Clock.systemDefaultZone(), Map.of("MUSTER_TOKEN", server.token()));
        jobs = new LaneJobService(keeping.journal(), JobSettings.standard(), new Backups(data.backups(), Clock.systemUTC()), accounts::holds);
        GoogleSignIn google = new GoogleSignIn(new SignIn(vault, new NetHttpTransport(), Duration.ofSeconds(5)), OAuthEndpoints.google(), Duration.ofSeconds(5), address -> { });
        JobDesk desk = new JobDesk(jobs, keeping, JobSettings.standard(), new Backups(data.backups(), Clock.systemUTC()), accounts::holds);
        Account account = endpoint.<Account>map(e -> e).orElseGet(PracticeAccount::new);
        OpenedAccount opened = ((Attempt.Done<OpenedAccount>) accounts.openOrLook(account)).value();
        OpenWindow[] shown = new OpenWindow[1];
        robot.interact(() -> {
            window = new AppWindow(new Frame(stage, theme, () -> { }), desk, new VirtualThreads(), Clock.systemDefaultZone(), new AppWindow.Doors(google, connected -> { }, id -> { }, accounts::openOrLook));
            stage.setWidth(960);
            stage.setHeight(720);
            shown[0] = window.show(opened);
        });
        awaitFx(() -> shown[0].workspace().loadStateProperty().get() instanceof LoadState.Loaded && !shown[0].main().model().shownContacts().isEmpty());
        return shown[0];
    }

    private Optional<EndpointAccount> endpoint() {
        return Optional.of(((Attempt.Done<EndpointAccount>) EndpointAccount.parse(server.endpoint().toString())).value());
    }

    private static void awaitFx(Callable<Boolean> what) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(what).get());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(ReadingWindowTest::visible).isPresent();
    }

    private static boolean visible(Node node) {
        return node == null || node.isVisible() && visible(node.getParent());
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static List<Contact> chosen(OpenWindow open) {
        return open.main().selection().contacts();
    }

    /** Everything a key or a button of the window could begin. */
    private void tryEverything(FxRobot robot, OpenWindow open) {
        Contact one = open.main().model().shownContacts().getFirst();
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.group() == Shortcut.Group.FIND || shortcut == Shortcut.EXPORT) {
                continue;
            }
            robot.interact(() -> {
                for (KeyCombination keys : shortcut.combinations()) {
                    Optional.ofNullable(stage.getScene().getAccelerators().get(keys)).ifPresent(Runnable::run);
                }
            });
        }
        TableView<?> table = robot.lookup("#contacts").queryAs(TableView.class);
        robot.interact(() -> List.of(KeyCode.ENTER, KeyCode.F2, KeyCode.DELETE).forEach(key -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false))));
        robot.interact(() -> robot.lookup("#inspector").query().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F2, false, false, false, false)));
        for (Runnable way : List.<Runnable>of(open.screens()::create, open.screens()::importFile, open.screens()::restore, open.screens()::backUp, open.screens()::undo, () -> open.screens().undo("any"), () -> open.screens().edit(List.of(one), ""),
                () -> open.screens().label(List.of(one), ""), () -> open.screens().delete(List.of(one), ""), () -> open.screens().mend(List.of(), rows -> { }), () -> open.screens().compare(null, null), open.screens()::weather)) {
            robot.interact(() -> way.run());
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void itLooksAndFindsButNothingCanBeChangedByAnyKeyOrButton(FxRobot robot) throws Exception {
        OpenWindow open = beside(robot, endpoint());
        assertThat(words(robot, "#reading-what")).isEqualTo("Another Muster window is working on this account");
        assertThat(robot.lookup("#reading-banner").query().getAccessibleText()).endsWith("It is process " + holder.pid() + " on this computer.");
        assertThat(stage.getTitle()).endsWith("(view only)");
        assertThat(words(robot, "#reading-advice")).contains("look", "search", "export");
        server.log().clear();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + data.database())) {
            long before = version(db);

            robot.interact(() -> open.main().model().searchTextProperty().set("ada"));
            awaitFx(() -> words(robot, "#status-matched").matches("\\d+ match(es)?"));
            robot.interact(() -> open.main().model().focusedProperty().set(open.main().model().shownContacts().getFirst().resourceName()));
            for (String id : List.of("#action-new", "#action-edit", "#action-label", "#action-delete", "#action-import", "#action-undo", "#inspector-edit", "#new-label")) {
                assertThat(robot.lookup(id).query().isDisabled()).as(id).isTrue();
            }
            for (String id : List.of("#action-export", "#action-history", "#inspector-history", "#fields", "#reading-again")) {
                assertThat(robot.lookup(id).query().isDisabled()).as(id).isFalse();
            }
            MenuItem restore = robot.lookup("#account-menu").queryAs(MenuButton.class).getItems().stream().filter(item -> "account-restore".equals(item.getId())).findFirst().orElseThrow();
            assertThat(restore.isDisable()).isTrue();
            tryEverything(robot, open);
            assertThat(open.sheets().anyOpen()).as("no sheet that changes anything").isFalse();
            assertThat(open.main().unsaved()).isEmpty();
            assertThat(robot.lookup("#inspector-save").query().getParent().isVisible()).as("no edit beside the table").isFalse();

            Contact one = open.main().model().shownContacts().getFirst();
            Job refused = open.workspace().submit(new ChangeSet("Delete", List.of(new Change.Delete(one)), FieldMask.none()));
            assertThat(refused.snapshot().state()).isEqualTo(JobState.CANCELLED);
            assertThat(refused.outcomes()).extracting(outcome -> outcome.state()).containsExactly(OutcomeState.SKIPPED);
            List<Object> labels = new ArrayList<>();
            robot.interact(() -> open.workspace().createLabel("New", BackupNow.Watcher.nobody(), labels::add));
            awaitFx(() -> !labels.isEmpty());

            robot.interact(() -> open.screens().history());
            awaitFx(() -> words(robot, "#history-count").equals("1 job") && words(robot, "#history-title").equals(WindowHolder.JOB));
            assertThat(words(robot, "#history-hint")).startsWith("It has not ended.").contains("where the account is being worked on");
            assertThat(robot.lookup("#history-undo").query().isDisabled()).isTrue();
            robot.interact(() -> open.sheets().requestClose());
            robot.interact(() -> open.screens().export(List.of(one)));
            assertThat(open.sheets().anyOpen()).as("export is reading").isTrue();
            robot.interact(() -> open.sheets().requestClose());

            press(robot, "#reading-again");
            awaitFx(() -> shown(robot, "#reading-still"));
            assertThat(server.log().entries()).extracting(entry -> entry.methodId()).isSubsetOf(READS);
            assertThat(version(db)).as("nobody wrote into the journal").isEqualTo(before);
            assertThat(jobs.jobs()).as("nothing of the other's is offered").isEmpty();
            assertThat(data.backups()).doesNotExist();

            assertThat(shown(robot, "#reading-changed")).isFalse();
            for (int ended = 1; ended < 300 && !shown(robot, "#reading-changed"); ended++) {
                try (Statement sql = db.createStatement()) {
                    sql.execute("UPDATE job SET state = 'CANCELLED', ended = " + ended);
                }
                press(robot, "#reading-again");
                WaitForAsyncUtils.waitForFxEvents();
            }
            assertThat(shown(robot, "#reading-changed")).isTrue();
            server.log().clear();
            press(robot, "#reading-reload");
            awaitFx(() -> !shown(robot, "#reading-changed") && open.workspace().loadStateProperty().get() instanceof LoadState.Loaded);
            assertThat(server.log().entries()).extracting(entry -> entry.methodId()).contains("people.connections.list").isSubsetOf(READS);
        }
    }

    @Test
    void whenTheOtherOneIsKilledItTakesOverWithWhatWasFoundAndChosenAndWhatWasLeft(FxRobot robot) throws Exception {
        OpenWindow open = beside(robot, Optional.empty());
        assertThat(open.workspace().accessProperty().get()).isInstanceOf(Access.Reading.class);
        assertThat(shown(robot, "#rail-weather")).as("the weather is made where the account is served").isFalse();
        robot.interact(() -> {
            open.main().model().searchTextProperty().set("ada");
            robot.lookup("#reading-again").queryAs(Button.class).requestFocus();
        });
        awaitFx(() -> words(robot, "#status-matched").matches("\\d+ match(es)?"));
        robot.interact(() -> {
            open.main().selection().selectAllMatching();
            open.main().model().focusedProperty().set(open.main().model().shownContacts().getFirst().resourceName());
        });
        List<String> names = chosen(open).stream().map(Contact::resourceName).toList();
        assertThat(names).hasSizeGreaterThan(1);
        String looked = open.main().model().focusedProperty().get();

        holder.destroyForcibly().waitFor();
        awaitFx(() -> open.workspace().accessProperty().get() instanceof Access.Working && open.workspace().loadStateProperty().get() instanceof LoadState.Loaded && !open.main().model().arriving());
        assertThat(words(robot, "#reading-what")).isEqualTo("You can work here now");
        assertThat(open.main().model().searchTextProperty().get()).isEqualTo("ada");
        assertThat(chosen(open)).extracting(Contact::resourceName).containsExactlyElementsOf(names);
        assertThat(open.main().model().focusedProperty().get()).isEqualTo(looked);
        assertThat(robot.lookup("#action-delete").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#inspector-edit").query().isDisabled()).isFalse();
        assertThat(shown(robot, "#rail-weather")).isTrue();

        awaitFx(() -> jobs.jobs().size() == 1);
        Job left = jobs.jobs().getFirst();
        assertThat(left.changes().title()).isEqualTo(WindowHolder.JOB);
        assertThat(left.snapshot().state()).as("it waits for the user's word").isEqualTo(JobState.STOPPED);
        left.resume();
        left.await();
        assertThat(left.snapshot().count(OutcomeState.DONE)).isEqualTo(600);
        Job job = open.workspace().submit(new ChangeSet("Delete", List.of(new Change.Delete(chosen(open).getFirst())), FieldMask.none()));
        job.await();
        assertThat(job.snapshot().count(OutcomeState.DONE)).isOne();
        robot.interact(() -> open.screens().create());
        assertThat(open.sheets().anyOpen()).isTrue();
    }

    @Test
    void whenYetAnotherOneHasTakenOverItIsReadThereAlsoIfThatOneWasNotReadyAtOnce(FxRobot robot) throws Exception {
        DataFolder shared = DataFolder.open(folder.resolve("data"));
        AccountLocks second = new AccountLocks(shared.locks(), AccountLocks.Kind.TERMINAL, Clock.systemUTC());
        try (shared; second; PracticeServer next = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()))) {
            PracticeSign sign = new PracticeSign(shared.practiceSign());
            AccountLocks first = new AccountLocks(shared.locks(), AccountLocks.Kind.WINDOW, Clock.systemUTC());
            String practice = new PracticeAccount().id();
            first.hold(practice);
            sign.put(new PracticeSign.Address(server.endpoint(), server.token()));
            OpenWindow open = look(robot, Optional.empty());
            assertThat(open.workspace().book().size()).isEqualTo(server.contactCount());

            server.close();
            synchronized (accounts) { // else the window takes it in between
                first.close();
                second.hold(practice);
            }
            press(robot, "#reading-again");
            awaitFx(() -> open.workspace().loadStateProperty().get() instanceof LoadState.Failed && words(robot, "#reading-what").equals("A Muster command in a terminal is working on this account"));
            sign.put(new PracticeSign.Address(next.endpoint(), next.token()));
            press(robot, "#reading-again");
            awaitFx(() -> open.workspace().loadStateProperty().get() instanceof LoadState.Loaded);
            assertThat(open.workspace().book().size()).isZero();
            assertThat(open.workspace().accessProperty().get()).isInstanceOf(Access.Reading.class);
        }
    }

    private static long version(Connection db) throws Exception {
        try (Statement sql = db.createStatement(); ResultSet found = sql.executeQuery("PRAGMA data_version")) {
            return found.getLong(1);
        }
    }
}
