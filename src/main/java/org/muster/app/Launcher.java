package org.muster.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.cli.Command;
import org.muster.cli.Commands;
import org.muster.cli.Exit;
import org.muster.cli.Terminal;
import org.muster.texts.Texts;
import picocli.CommandLine;

/** Decides, before any window exists, where the data is, whether there is a display, and what to do without one. */
public final class Launcher {
    private static final int OK = 0;
    private static final int USAGE = 1;
    private static final int FAILED = 2;
    private static final int IN_USE = 4;

    private final Texts texts = Texts.of(Launcher.class);
    private final Terminal terminal;
    private final PrintStream err;
    private final Map<String, String> environment;

    /** @param err where problems are told */
    public Launcher(PrintStream err) {
        this(Terminal.system(err), err, System.getenv());
    }

    /**
     * A launcher for a terminal of its own.
     *
     * @param terminal what commands read from and write to
     * @param err where problems with the window are told
     * @param environment where the token of a server named by {@code --endpoint} is found
     */
    public Launcher(Terminal terminal, PrintStream err, Map<String, String> environment) {
        this.terminal = terminal;
        this.err = err;
        this.environment = environment;
    }

    /**
     * Runs the command that {@code args} name; without one, Muster until its window is closed or its tour is over.
     *
     * @return the exit code: 0 all well, 1 wrong usage, 2 could not start or the tour failed, 4 another process held the account until the window was closed, or holds the folder for itself alone; of commands see {@link Exit}
     */
    public int run(List<String> args) {
        Options options = new Options();
        CommandLine line = Options.line(options);
        Commands.addTo(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        try {
            CommandLine.ParseResult parsed = line.parseArgs(args.toArray(String[]::new));
            CommandLine asked = parsed.asCommandLineList().getLast();
            if (asked.isUsageHelpRequested()) {
                asked.usage(terminal.out());
                return OK;
            }
            if (asked.isVersionHelpRequested()) {
                asked.printVersionHelp(terminal.out());
                return OK;
            }
            options.check();
            Optional<Command> command = Commands.asked(parsed);
            return command.isPresent() ? new TerminalRun(command.get(), options, terminal, environment).run() : start(options);
        } catch (CommandLine.ParameterException e) {
            terminal.say(texts.get("wrong.usage", e.getMessage(), e.getCommandLine().getCommandSpec().qualifiedName()));
        } catch (Options.Wrong e) {
            terminal.say(texts.get("wrong.usage", e.getMessage(), line.getCommandName()));
        }
        return USAGE;
    }

    private int start(Options options) {
        boolean display = displayThere(System.getenv(), System.getProperty("os.name"));
        Optional<Path> tour = options.tour().map(Path::toAbsolutePath);
        if (!display) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
            if (tour.isEmpty()) {
                tour = Optional.of(freshTourFolder());
            }
            err.println(texts.get("headless.tour", tour.get()));
        }
        Path data = tour.map(t -> t.resolve("data")).or(options::dataDir)
                .orElseGet(() -> DataFolder.usual(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name")));
        System.setProperty("muster.logs", DataFolder.logs(data).toString());
        try (DataFolder folder = DataFolder.open(data.toAbsolutePath())) {
            return new MusterApp(options, folder, tour, err).run();
        } catch (DataFolder.InUse e) {
            err.println(texts.get("datadir.inUse", data));
            return IN_USE;
        } catch (IOException e) {
            err.println(texts.get("datadir.failed", data, e.getMessage()));
            return FAILED;
        }
    }

    /** On Linux a display is there when the X or Wayland variable says so; elsewhere there always is one. */
    static boolean displayThere(Map<String, String> environment, String os) {
        boolean linux = os.toLowerCase(Locale.ROOT).contains("linux");
        return !linux || !environment.getOrDefault("DISPLAY", "").isEmpty() || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static Path freshTourFolder() {
        String time = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss"));
        return Path.of("target", "tour", time).toAbsolutePath();
    }
}
