package org.muster.app;

import java.nio.file.Path;
import java.util.Optional;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the command line says. */
@Command(name = "muster", mixinStandardHelpOptions = true, version = "Muster 0.1.0", resourceBundle = "org.muster.app.texts", sortOptions = false)
public final class Options {
    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "option.data-dir")
    private Path dataDir;

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "option.endpoint")
    private String endpoint;

    @Option(names = "--tour", paramLabel = "DIR", descriptionKey = "option.tour")
    private Path tour;

    @Option(names = "--theme", paramLabel = "THEME", descriptionKey = "option.theme")
    private ThemeName theme = ThemeName.system;

    private EndpointAccount server;

    /** The names {@code --theme} takes. */
    public enum ThemeName {
        system,
        light,
        dark
    }

    /** The command line says something that cannot be. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /** What reads a command line into {@code options}. */
    static CommandLine line(Options options) {
        CommandLine line = new CommandLine(options);
        // Not under the key picocli looks for by itself: there the commands would find it, too
        Texts texts = Texts.of(Options.class);
        line.getCommandSpec().usageMessage().header(texts.get("options.header")).description(texts.get("options.description").split("\n"))
                .footer(texts.get("options.examples").lines().map(example -> "  " + example).toArray(String[]::new));
        return line;
    }

    /** Looks at what picocli cannot judge, once it has read the command line. */
    void check() throws Wrong {
        if (endpoint != null) {
            server = server(endpoint);
        }
    }

    /** The server with this address, as typed. */
    static EndpointAccount server(String address) throws Wrong {
        return switch (EndpointAccount.parse(address)) {
            case Attempt.Done<EndpointAccount>(EndpointAccount usable) -> usable;
            // The address is not said again: it may hold a password.
            case Attempt.Refused<EndpointAccount> refused -> throw new Wrong(Texts.of(Options.class).get("endpoint.wrong"));
        };
    }

    /** Where Muster keeps its data, when the user says where. */
    public Optional<Path> dataDir() {
        return Optional.ofNullable(dataDir);
    }

    /** Another server that speaks the People API, to be worked on instead of the practice account. */
    public Optional<EndpointAccount> endpoint() {
        return Optional.ofNullable(server);
    }

    /** Where the guided tour puts its pictures and its report, when it was asked for. */
    public Optional<Path> tour() {
        return Optional.ofNullable(tour);
    }

    /** Light, dark or as the system has it. */
    public ThemeName theme() {
        return theme;
    }
}
