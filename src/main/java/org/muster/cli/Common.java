package org.muster.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command can be told. Comes last in its page, behind what is its own. */
public final class Common {
    private static final int LAST = 100;

    @Option(names = "--account", order = LAST, paramLabel = "ACCOUNT", descriptionKey = "option.account")
    String account;

    @Option(names = "--data-dir", order = LAST + 1, paramLabel = "DIR", descriptionKey = "option.data-dir")
    Path dataDir;

    @Option(names = "--endpoint", order = LAST + 2, paramLabel = "URL", descriptionKey = "option.endpoint")
    String endpoint;

    @Option(names = {"-h", "--help"}, order = LAST + 3, usageHelp = true, descriptionKey = "option.help")
    boolean help;

    /** Where Muster keeps its data; {@code null} when nothing is said of it. */
    public Path dataDir() {
        return dataDir;
    }

    /** The server to work on, as typed; {@code null} when nothing is said of it. */
    public String endpoint() {
        return endpoint;
    }
}
