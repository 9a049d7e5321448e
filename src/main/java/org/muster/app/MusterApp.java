package org.muster.app;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.GoogleAccount;
import org.muster.accounts.OAuthEndpoints;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.SignIn;
import org.muster.accounts.TokenVault;
import org.muster.app.tour.Tour;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.store.Backups;
import org.muster.ui.connect.GoogleSignIn;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.Background;
import org.muster.ui.work.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Muster with a window: from the toolkit's start to its end. */
final class MusterApp {
    private static final Logger LOG = LoggerFactory.getLogger(MusterApp.class);

    private static final int OK = 0;
    private static final int FAILED = 2;
    private static final int IN_USE = 4;

    private final Options options;
    private final DataFolder data;
    private final Supplier<JobKeeping> keeping;
    private final PrintStream err;
    private final Optional<Path> tour;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Background background = new VirtualThreads();
    private final TokenVault vault;
    private final Accounts accounts;
    private final Account first;
    private final CompletableFuture<Attempt<OpenedAccount>> opening;
    private CompletableFuture<JobDesk> desk;
    private final Theme theme = new Theme();
    private Frame frame;
    /** There as soon as the desk is. */
    private Optional<AppWindow> window = Optional.empty();
    /** Why the account that was to be opened last could not be. */
    private Optional<AccountProblem.Cause> problem = Optional.empty();

    MusterApp(Options options, DataFolder data, Optional<Path> tour, PrintStream err) {
        this(options, data, () -> JobKeeping.open(data, Clock.systemUTC()), tour, err);
    }

    /**
     * A run with another journal. Opening begins at once.
     *
     * @param keeping opens it; may take its time
     */
    MusterApp(Options options, DataFolder data, Supplier<JobKeeping> keeping, Optional<Path> tour, PrintStream err) {
        this.options = options;
        this.data = data;
        this.keeping = keeping;
        this.err = err;
        this.tour = tour;
        this.vault = new TokenVault(data.path());
        Optional<EndpointAccount> endpoint = tour.isPresent() ? Optional.empty() : options.endpoint();
        this.accounts = new Accounts(data, new AccountList(vault, new NetHttpTransport(), endpoint), Clock.systemDefaultZone());
        this.first = endpoint.<Account>map(e -> e).orElseGet(PracticeAccount::new);
        // The account's server, the journal and the toolkit all take a moment; they start side by side.
        this.opening = CompletableFuture.supplyAsync(this::first);
        this.desk = CompletableFuture.supplyAsync(this::desk);
    }

    /** Runs until the window is closed or the tour is over; the answer is the exit code. */
    int run() {
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> LOG.error("a bug on {}", thread.getName(), bug));
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            begin(new Stage());
        });
        int code = exitCode.join();
        Platform.exit();
        end();
        return code;
    }

    /** Shows the stage at once, and the account on it as soon as it and the journal are open. On the FX thread. */
    void begin(Stage stage) {
        theme.choiceProperty().set(Theme.Choice.valueOf(options.theme().name().toUpperCase(Locale.ROOT)));
        theme.install();
        frame = new Frame(stage, theme, this::closed);
        frame.opening();
        whenDeskIsThere();
    }

    /** Hears the exit code when the window is closed or the tour is over. */
    CompletableFuture<Integer> exitCode() {
        return exitCode;
    }

    private void whenDeskIsThere() {
        background.start(desk::get, this::ready, bug -> refused(unexpected(), () -> {
            desk = CompletableFuture.supplyAsync(this::desk);
            whenDeskIsThere();
        }));
    }

    private JobDesk desk() {
        JobKeeping kept = keeping.get();
        JobSettings settings = JobSettings.standard();
        Backups backups = new Backups(data.backups(), Clock.systemDefaultZone());
        return new JobDesk(new LaneJobService(kept.journal(), settings, backups, accounts::holds), kept, settings, backups, accounts::holds);
    }

    private void ready(JobDesk opened) {
        AppWindow.Doors doors = new AppWindow.Doors(signIn(), this::connected, this::open, accounts::openOrLook);
        window = Optional.of(new AppWindow(frame, opened, background, Clock.systemDefaultZone(), doors));
        open(opening::get, this::first, this::start);
    }

    /** The tour has something to do; everybody else may also just look. */
    private Attempt<OpenedAccount> first() {
        return tour.isPresent() ? accounts.open(first) : accounts.openOrLook(first);
    }

    private GoogleSignIn signIn() {
        Consumer<URI> browser = new BrowserOpener(new HostOfServices().getHostServices());
        return new GoogleSignIn(new SignIn(vault, new NetHttpTransport(), SignIn.LIMIT), OAuthEndpoints.google(), SignIn.LIMIT, browser);
    }

    private void start(OpenedAccount account) {
        OpenWindow open = window.orElseThrow().show(account);
        tour.ifPresent(folder -> guide(open, folder));
    }

    /** Leads through the window; then it is over. */
    private void guide(OpenWindow open, Path folder) {
        Thread.ofVirtual().name("tour").start(() -> {
            boolean done = false;
            try {
                done = new Tour(frame.stage(), open.workspace(), open.sheets(), open.screens(), open.main(), frame.dialogs(), accounts.elsewhere(), folder).run(System.out);
            } catch (IOException | RuntimeException e) {
                LOG.error("the tour could not be kept", e);
            } finally {
                exitCode.complete(done ? OK : FAILED);
            }
        });
    }

    private void connected(GoogleAccount account) {
        inWindow(() -> accounts.connected(account));
    }

    private void open(String accountId) {
        inWindow(() -> accounts.find(accountId).map(accounts::openOrLook).orElseGet(() -> Attempt.refused(AccountProblem.Cause.EXPIRED, accountId)));
    }

    private void inWindow(Callable<Attempt<OpenedAccount>> opening) {
        open(opening, opening, window.orElseThrow()::replace);
    }

    /** Opens an account away from the FX thread and shows it, or says why not. */
    private void open(Callable<Attempt<OpenedAccount>> opening, Callable<Attempt<OpenedAccount>> secondTry, Consumer<OpenedAccount> then) {
        Runnable again = () -> open(secondTry, secondTry, then);
        background.start(opening, opened -> {
            switch (opened) {
                case Attempt.Done<OpenedAccount>(OpenedAccount account) when exitCode.isDone() -> { } // the window was closed meanwhile
                case Attempt.Done<OpenedAccount>(OpenedAccount account) -> then.accept(account);
                case Attempt.Refused<OpenedAccount>(AccountProblem problem) -> refused(problem, again);
            }
        }, bug -> refused(unexpected(), again));
    }

    private AccountProblem unexpected() {
        return new AccountProblem(AccountProblem.Cause.UNEXPECTED, data.logs().toString());
    }

    private void refused(AccountProblem why, Runnable again) {
        if (exitCode.isDone()) {
            return; // nobody is there to be told
        }
        problem = Optional.of(why.cause());
        if (tour.isPresent()) {
            // nobody is there to press anything
            err.println(why.what() + " " + why.advice());
            exitCode.complete(failed());
        } else if (why.cause() == AccountProblem.Cause.EXPIRED && anyOpen()) {
            window.orElseThrow().connect();
        } else {
            window.ifPresentOrElse(there -> there.fail(why.what(), why.advice(), again), () -> frame.fail(why.what(), why.advice(), again));
        }
    }

    private boolean anyOpen() {
        return window.filter(AppWindow::anyOpen).isPresent();
    }

    private void closed() {
        exitCode.complete(anyOpen() ? OK : failed());
    }

    /** The exit code without an account: whoever closes the window before anything is open has met no problem. */
    private int failed() {
        return problem.map(cause -> cause == AccountProblem.Cause.IN_USE ? IN_USE : FAILED).orElse(OK);
    }

    /** Lets the jobs at work come to rest, and closes everything, once it is open. */
    void end() {
        desk.handle((opened, bug) -> {
            if (opened != null) {
                opened.jobs().close();
                opened.keeping().close();
            }
            return opened;
        }).join();
        opening.handle((opened, bug) -> opened).join();
        accounts.close();
    }

    /** JavaFX gives its host services to applications only; this one does nothing else. */
    private static final class HostOfServices extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("never launched");
        }
    }
}
