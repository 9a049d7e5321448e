package org.muster.app;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.ui.connect.GoogleSignIn;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Muster with a window: from the toolkit's start to its end. */
final class MusterApp {
    private static final Logger LOG = LoggerFactory.getLogger(MusterApp.class);

    private final Options options;
    private final Optional<Path> tour;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final JobSettings settings = JobSettings.standard();
    private final JobService jobs = new LaneJobService(new MemoryJournal(), settings);
    private final TokenVault vault;
    private final Accounts accounts;
    private final Account first;
    private final Theme theme = new Theme();
    private AppWindow window;

    MusterApp(Options options, DataFolder data, Optional<Path> tour) {
        this.options = options;
        this.tour = tour;
        this.vault = new TokenVault(data.path());
        Optional<EndpointAccount> endpoint = tour.isPresent() ? Optional.empty() : options.endpoint().map(EndpointAccount::new);
        this.accounts = new Accounts(data, new AccountList(vault, new NetHttpTransport(), endpoint));
        this.first = endpoint.<Account>map(e -> e).orElseGet(PracticeAccount::new);
    }

    /** Runs until the window is closed or the tour is over; the answer is the exit code. */
    int run() throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> LOG.error("a bug on {}", thread.getName(), bug));
        // The account's server and the toolkit both take a moment; they start side by side.
        CompletableFuture<Attempt<OpenedAccount>> opening = CompletableFuture.supplyAsync(() -> accounts.open(first));
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            theme.choiceProperty().set(Theme.Choice.valueOf(options.theme().name().toUpperCase(java.util.Locale.ROOT)));
            theme.install();
            window = new AppWindow(new Stage(), theme, jobs, settings, new VirtualThreads(), Clock.systemDefaultZone(), signIn(), this::connected, this::open, this::closed);
            opening.whenComplete((opened, bug) -> Platform.runLater(() -> {
                if (bug == null) {
                    start(opened);
                } else {
                    LOG.error("the account could not be opened", bug);
                    window.fail(bug.getCause() instanceof UncheckedIOException e ? e.getCause().getMessage() : bug.getMessage());
                }
            }));
        });
        int code = exitCode.join();
        Platform.exit();
        jobs.close();
        accounts.close();
        return code;
    }

    private GoogleSignIn signIn() {
        java.util.function.Consumer<URI> browser = new BrowserOpener(new HostOfServices().getHostServices());
        return new GoogleSignIn(new SignIn(vault, new NetHttpTransport(), SignIn.LIMIT), OAuthEndpoints.google(), SignIn.LIMIT, browser);
    }

    private void start(Attempt<OpenedAccount> opened) {
        switch (opened) {
            case Attempt.Done<OpenedAccount>(OpenedAccount account) -> {
                OpenWindow open = window.show(account);
                tour.ifPresent(folder -> guide(open, folder));
            }
            case Attempt.Refused<OpenedAccount>(AccountProblem problem) -> window.fail(problem.what() + ". " + problem.advice());
        }
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
                exitCode.complete(done ? 0 : 2);
            }
        });
    }

    private void connected(GoogleAccount account) {
        inWindow(() -> accounts.connected(account));
    }

    private void open(String accountId) {
        inWindow(() -> accounts.find(accountId).map(accounts::open).orElseGet(() -> Attempt.refused(AccountProblem.Cause.EXPIRED, accountId)));
    }

    /** Opens an account away from the FX thread and shows it; one that cannot be opened leaves the window as it is and asks to connect it. */
    private void inWindow(Supplier<Attempt<OpenedAccount>> opening) {
        CompletableFuture.supplyAsync(opening).whenComplete((opened, bug) -> Platform.runLater(() -> {
            if (bug != null) {
                LOG.error("the account could not be opened", bug);
            } else if (opened instanceof Attempt.Done<OpenedAccount>(OpenedAccount account)) {
                window.show(account);
            } else {
                window.connect();
            }
        }));
    }

    private void closed() {
        exitCode.complete(0);
    }

    /** JavaFX gives its host services to applications only; this one does nothing else. */
    private static final class HostOfServices extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("never launched");
        }
    }
}
