package org.muster.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.WindowEvent;
import org.muster.accounts.Account;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.GoogleAccount;
import org.muster.accounts.PracticeAccount;
import org.muster.contacts.Contact;
import org.muster.jobs.Job;
import org.muster.jobs.Kept;
import org.muster.jobs.SecondLook;
import org.muster.texts.Texts;
import org.muster.ui.Screens;
import org.muster.ui.connect.GoogleSignIn;
import org.muster.ui.jobs.JobsDrawer;
import org.muster.ui.leave.LeaveSheet;
import org.muster.ui.leave.UnsavedSheet;
import org.muster.ui.main.MainWindow;
import org.muster.ui.main.NotOpened;
import org.muster.ui.mask.FieldsPopup;
import org.muster.ui.restore.RestoreSource;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.table.Scope;
import org.muster.ui.work.Background;
import org.muster.ui.workspace.Access;
import org.muster.ui.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the one stage shows once there is an account: its window, or why another one could not be opened. */
final class AppWindow {
    private static final Logger LOG = LoggerFactory.getLogger(AppWindow.class);
    private static final Texts TEXTS = Texts.of(MainWindow.class);

    private final Frame frame;
    private final JobDesk desk;
    private final Background background;
    private final Clock clock;
    private final Doors doors;
    private OpenWindow open;
    /** {@link OpenedAccount#led} when the contacts in the window were asked for. */
    private int led;
    /** When the last job ended that was heard of since this account's window is open; nothing while nobody was asked. */
    private Optional<Optional<Instant>> lastEnded = Optional.empty();
    /** The last question whether to leave. */
    private Optional<LeaveSheet> leaving = Optional.empty();

    /**
     * The ways to accounts.
     *
     * @param google connects another one
     * @param onConnected hears of it
     * @param opener opens the account with an id in this window
     * @param again tries to get hold of an account that is only looked into; blocks for a moment
     */
    record Doors(GoogleSignIn google, Consumer<GoogleAccount> onConnected, Consumer<String> opener, Function<Account, Attempt<OpenedAccount>> again) {}

    AppWindow(Frame frame, JobDesk desk, Background background, Clock clock, Doors doors) {
        this.frame = frame;
        this.desk = desk;
        this.background = background;
        this.clock = clock;
        this.doors = doors;
        frame.stage().setOnCloseRequest(this::closing);
        frame.stage().addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> {
            if (open != null) {
                open.takeover().close(); // an account that comes free now is for somebody else
            }
        });
    }

    /** {@link #show Shows} another account, once an edit that would be lost with this one's window is settled. */
    void replace(OpenedAccount opened) {
        putInPlace();
        whenNothingIsLost(() -> show(opened));
    }

    /** Puts an account's window onto the stage, in place of the one before. */
    OpenWindow show(OpenedAccount opened) {
        if (open != null) {
            open.close();
        }
        Workspace workspace = new Workspace(opened.account().displayName(), opened.lane(), desk.jobs(), background, clock);
        workspace.accessProperty().set(opened.access());
        Sheets sheets = new Sheets();
        List<Screens.AccountChoice> choices = opened.all().stream().map(a -> new Screens.AccountChoice(a.id(), a.displayName(), server(a), a instanceof PracticeAccount, a.equals(opened.account()))).toList();
        SecondLook second = new SecondLook(workspace.gateway(), workspace.book(), desk.keeping().journal(), desk.settings());
        RestoreSource backups = new RestoreSource(opened.account().id(), desk.backups(), () -> desk.keeping().returns(opened.account().id()), desk.settings());
        WindowScreens.Kept kept = new WindowScreens.Kept(backups, desk.history(opened.account().id()),
                (job, unknown) -> desk.holding().holds(job.account()) ? second.look(job, unknown) : unknown, // what is found is written down, which is the holder's
                (job, rows) -> desk.keeping().journal().handled(job, rows).join() == Kept.SAFE);
        WindowScreens screens = new WindowScreens(workspace, sheets, frame.dialogs(), opened.practice(), kept, new WindowScreens.Doors(choices, doors.opener(), doors.google(), doors.onConnected()));
        JobsDrawer drawer = new JobsDrawer(workspace, screens, frame.dialogs(), second::look, this::reveal, desk.keeping()::undoing);
        screens.drawer(drawer);
        MainWindow main = new MainWindow(workspace, screens, sheets, drawer.view(), frame.theme(), new FieldsPopup(workspace)::open);
        Takeover takeover = new Takeover(() -> doors.again().apply(opened.account()), background, this::answered, problem -> workspace.accessProperty().set(new Access.Reading(problem.what(), problem.advice(), "", "")));
        screens.takeover(takeover::now);
        open = new OpenWindow(workspace, screens, sheets, drawer, main, takeover);
        led = opened.led();
        lastEnded = Optional.empty();
        leaving = Optional.empty();
        tell(opened);
        desk.keeping().news().forEach(news -> main.notice(news.what(), news.advice()));
        title();
        putInPlace();
        workspace.reload();
        if (opened.access() instanceof Access.Reading) {
            takeover.begin();
        } else {
            takeUpUnfinished(workspace, main, opened.account().id());
        }
        return open;
    }

    private void title() {
        Workspace workspace = open.workspace();
        frame.stage().setTitle(TEXTS.get(workspace.readingProperty().get() ? "window.title.reading" : "window.title", workspace.accountName()));
    }

    /** The account that is looked into was asked for again. What was found, chosen and typed stays; its contacts may be others by now when somebody else holds it, or this window. */
    private void answered(OpenedAccount now) {
        Workspace workspace = open.workspace();
        boolean news = !workspace.accessProperty().get().equals(now.access());
        boolean elsewhere = now.led() != led;
        led = now.led();
        open.screens().served(now.practice());
        workspace.accessProperty().set(now.access());
        if (news) {
            tell(now);
        }
        if (news || elsewhere) {
            workspace.reload();
        }
        title();
        if (now.access() instanceof Access.Working) {
            takeUpUnfinished(workspace, open.main(), now.account().id());
        } else {
            background.start(() -> desk.keeping().lastEnded(now.account().id()), end -> heard(workspace, end), bug -> LOG.error("it is not known whether the account was changed", bug));
        }
    }

    /** Jobs that end over there may have changed what is shown here. It is read again when the user wants it, since that takes from what Google allows. */
    private void heard(Workspace workspace, Optional<Instant> end) {
        if (workspace != open.workspace()) {
            return;
        }
        if (lastEnded.isPresent() && !lastEnded.get().equals(end)) {
            workspace.changedElsewhereProperty().set(true);
        }
        lastEnded = Optional.of(end);
    }

    private void tell(OpenedAccount opened) {
        opened.problems().forEach(problem -> open.main().notice(problem.what(), problem.advice()));
        opened.told().run();
    }

    /** What an earlier run has left unfinished waits in the drawer for the user's word. */
    private void takeUpUnfinished(Workspace workspace, MainWindow main, String account) {
        background.start(() -> desk.keeping().unfinished(account), records -> records.forEach(workspace::takeUp),
                problem -> {
                    LOG.error("unfinished jobs could not be taken up", problem);
                    main.notice(JobKeeping.unread().what(), JobKeeping.unread().advice());
                });
    }

    private static Optional<String> server(Account account) {
        return switch (account) {
            case EndpointAccount endpoint -> Optional.of(endpoint.root().getRawAuthority());
            case PracticeAccount practice -> Optional.empty();
            case GoogleAccount google -> Optional.empty();
        };
    }

    /** Asks to connect an account. */
    void connect() {
        open.screens().connect();
    }

    /** Whether there is an account to work on. */
    boolean anyOpen() {
        return open != null;
    }

    /** Says why an account could not be opened, with ways on: to try again, and back to the account that was open, or out. */
    void fail(String what, String advice, Runnable again) {
        if (open == null) {
            frame.fail(what, advice, again);
        } else {
            frame.put(NotOpened.over(open.workspace().accountName(), what, advice, again, this::putInPlace).view());
        }
    }

    /** What is typed in a sheet or beside the table, and jobs at work, are asked about before the window goes. */
    private void closing(WindowEvent request) {
        if (open == null) {
            return;
        }
        request.consume();
        if (leaving.filter(LeaveSheet::leaving).isPresent()) {
            return;
        }
        Sheets sheets = open.sheets();
        while (sheets.anyOpen()) {
            if (!sheets.requestClose()) {
                return;
            }
        }
        putInPlace();
        whenNothingIsLost(this::closeAfterJobs);
    }

    private void whenNothingIsLost(Runnable then) {
        Sheets sheets = open.sheets();
        open.main().unsaved().ifPresentOrElse(contact -> sheets.show(new UnsavedSheet(contact, sheets, then)), then);
    }

    private void closeAfterJobs() {
        List<Job> atWork = desk.jobs().jobs().stream().filter(job -> job.snapshot().state().active()).toList();
        if (atWork.isEmpty()) {
            frame.stage().hide();
        } else {
            LeaveSheet sheet = new LeaveSheet(atWork, open.sheets(), background, frame.stage()::hide);
            leaving = Optional.of(sheet);
            open.sheets().show(sheet);
        }
    }

    private void putInPlace() {
        frame.put(open.main().view(), open.sheets().layer());
    }

    private void reveal(Contact contact) {
        MainWindow main = open.main();
        boolean shown = main.model().shownContacts().stream().anyMatch(c -> c.resourceName().equals(contact.resourceName()));
        if (!shown) {
            main.model().scopeProperty().set(new Scope.Everybody());
            main.model().searchTextProperty().set("");
        }
        main.model().focusedProperty().set(contact.resourceName());
    }
}
