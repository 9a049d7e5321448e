package org.muster.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that changes contacts can be told. */
final class Sending {
    @Option(names = "--dry-run", descriptionKey = "option.dry-run")
    boolean dryRun;

    @Option(names = "--yes", descriptionKey = "option.yes")
    boolean yes;

    @Option(names = "--expect", paramLabel = "N", descriptionKey = "option.expect")
    Integer expect;

    @Mixin
    Telling telling = new Telling();
}
