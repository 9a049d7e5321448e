package org.muster.cli;

import picocli.CommandLine;

/** {@code jobs} by its full name. */
@CommandLine.Command(name = "list")
final class JobsListCommand extends JobsCommand {}
