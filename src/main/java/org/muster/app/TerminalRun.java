package org.muster.app;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.muster.accounts.AccountList;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.TokenVault;
import org.muster.cli.Command;
import org.muster.cli.Exit;
import org.muster.cli.Interrupts;
import org.muster.cli.Refusal;
import org.muster.cli.Terminal;
import org.muster.texts.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Muster for a command: opens what the command works with, and closes it whatever happens. */
final class TerminalRun {
    private static final Texts TEXTS = Texts.of(TerminalRun.class);

    private final Command command;
    private final Options options;
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Interrupts interrupts = new Interrupts();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    TerminalRun(Command command, Options options, Terminal terminal, Map<String, String> environment) {
        this.command = command;
        this.options = options;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** @return the exit code */
    int run() throws Options.Wrong {
        Optional<EndpointAccount> endpoint = command.common().endpoint() == null ? options.endpoint() : Optional.of(Options.server(command.common().endpoint()));
        Path data = Optional.ofNullable(command.common().dataDir()).or(options::dataDir)
                .orElseGet(() -> DataFolder.usual(environment, Path.of(System.getProperty("user.home")), System.getProperty("os.name")));
        System.setProperty("muster.logs", DataFolder.logs(data).toString());
        Thread hook = new Thread(this::interrupted, "end of a command");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = Exit.NOT_ALL.code();
        try {
            code = run(data.toAbsolutePath(), endpoint).code();
        } finally {
            ended.complete(code);
            forget(hook);
        }
        return code;
    }

    private Exit run(Path data, Optional<EndpointAccount> endpoint) {
        try {
            // Closed from the last to the first: an account is given back when its jobs have ended and all is noted.
            try (DataFolder folder = DataFolder.open(data);
                    Accounts accounts = new Accounts(folder, new AccountList(new TokenVault(folder.path()), new NetHttpTransport(), endpoint), AccountLocks.Kind.TERMINAL, Clock.systemDefaultZone(), environment);
                    TerminalDesk desk = new TerminalDesk(accounts, folder, endpoint, terminal::say)) {
                return command.run(desk, terminal, interrupts);
            }
        } catch (Refusal e) {
            terminal.say(e.getMessage());
            return e.exit();
        } catch (DataFolder.InUse e) {
            terminal.say(TEXTS.get("datadir.inUse", data));
            return Exit.IN_USE;
        } catch (IOException e) {
            terminal.say(TEXTS.get("datadir.failed", data, e.getMessage()));
            return Exit.NOT_ALL;
        } catch (RuntimeException e) {
            log().error("a command met a bug", e);
            terminal.say(TEXTS.get("command.bug", DataFolder.logs(data)));
            return Exit.NOT_ALL;
        } finally {
            terminal.out().flush();
        }
    }

    /** Not before it is known where the logs are. */
    private static Logger log() {
        return LoggerFactory.getLogger(TerminalRun.class);
    }

    /**
     * Ctrl+C, or a polite end. The process would end as if killed; when a job has begun, it ends by its own exit code instead, as soon as the batch in flight is
     * answered and noted and all is closed.
     */
    private void interrupted() {
        if (interrupts.ask()) {
            Runtime.getRuntime().halt(ended.join());
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is at work, and ends the process
        }
    }
}
