package org.muster.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command can be told. */
public final class Common {
    @Option(names = "--account", paramLabel = "ACCOUNT", descriptionKey = "option.account")
    String account;

    @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "option.data-dir")
    Path dataDir;

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "option.endpoint")
    String endpoint;

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "option.help")
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
