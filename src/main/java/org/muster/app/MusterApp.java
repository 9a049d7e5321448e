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
import org.muster.jobs.JobService;
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
    private final PrintStream err;
    private final Optional<Path> tour;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Background background = new VirtualThreads();
    private final JobSettings settings = JobSettings.standard();
    private JobKeeping keeping;
    private JobService jobs;
    private final TokenVault vault;
    private final Accounts accounts;
    private final Account first;
    private final Theme theme = new Theme();
    private AppWindow window;
    /** Whether the account that could not be opened last is held by another process. */
    private boolean inUse;

    MusterApp(Options options, DataFolder data, Optional<Path> tour, PrintStream err) {
        this.options = options;
        this.data = data;
        this.err = err;
        this.tour = tour;
        this.vault = new TokenVault(data.path());
        Optional<EndpointAccount> endpoint = tour.isPresent() ? Optional.empty() : options.endpoint();
        this.accounts = new Accounts(data, new AccountList(vault, new NetHttpTransport(), endpoint), Clock.systemDefaultZone());
        this.first = endpoint.<Account>map(e -> e).orElseGet(PracticeAccount::new);
    }

    /** Runs until the window is closed or the tour is over; the answer is the exit code. */
    int run() {
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> LOG.error("a bug on {}", thread.getName(), bug));
        // The account's server, the database and the toolkit all take a moment; they start side by side.
        CompletableFuture<Attempt<OpenedAccount>> opening = CompletableFuture.supplyAsync(this::first);
        CompletableFuture<JobKeeping> keepingOpens = CompletableFuture.supplyAsync(() -> JobKeeping.open(data, Clock.systemUTC()));
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            theme.choiceProperty().set(Theme.Choice.valueOf(options.theme().name().toUpperCase(Locale.ROOT)));
            theme.install();
            keeping = keepingOpens.join();
            Backups backups = new Backups(data.backups(), Clock.systemDefaultZone());
            jobs = new LaneJobService(keeping.journal(), settings, backups, accounts::holds);
            window = new AppWindow(new Stage(), theme, new JobDesk(jobs, keeping, settings, backups, accounts::holds), background, Clock.systemDefaultZone(), signIn(), this::connected, this::open, accounts::openOrLook, this::closed);
            open(opening::get, this::first, this::start);
        });
        int code = exitCode.join();
        Platform.exit();
        jobs.close();
        keeping.close();
        accounts.close();
        return code;
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
        OpenWindow open = window.show(account);
        tour.ifPresent(folder -> guide(open, folder));
    }

    /** Leads through the window; then it is over. */
    private void guide(OpenWindow open, Path folder) {
        Thread.ofVirtual().name("tour").start(() -> {
            boolean done = false;
            try {
                done = new Tour(window.stage(), open.workspace(), open.sheets(), open.screens(), open.main(), window.dialogs(), accounts.elsewhere(), folder).run(System.out);
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
        open(opening, opening, window::replace);
    }

    /** Opens an account away from the FX thread and shows it, or says why not. */
    private void open(Callable<Attempt<OpenedAccount>> opening, Callable<Attempt<OpenedAccount>> secondTry, Consumer<OpenedAccount> then) {
        Runnable again = () -> open(secondTry, secondTry, then);
        background.start(opening, opened -> {
            switch (opened) {
                case Attempt.Done<OpenedAccount>(OpenedAccount account) -> then.accept(account);
                case Attempt.Refused<OpenedAccount>(AccountProblem problem) -> refused(problem, again);
            }
        }, bug -> refused(new AccountProblem(AccountProblem.Cause.UNEXPECTED, data.logs().toString()), again));
    }

    private void refused(AccountProblem problem, Runnable again) {
        inUse = problem.cause() == AccountProblem.Cause.IN_USE;
        if (tour.isPresent()) {
            // nobody is there to press anything
            err.println(problem.what() + " " + problem.advice());
            exitCode.complete(inUse ? IN_USE : FAILED);
        } else if (problem.cause() == AccountProblem.Cause.EXPIRED && window.anyOpen()) {
            window.connect();
        } else {
            window.fail(problem.what(), problem.advice(), again);
        }
    }

    private void closed() {
        exitCode.complete(window.anyOpen() ? OK : inUse ? IN_USE : FAILED);
    }

    /** JavaFX gives its host services to applications only; this one does nothing else. */
    private static final class HostOfServices extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("never launched");
        }
    }
}
