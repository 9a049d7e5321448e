package org.muster.cli;

import java.nio.file.Path;
import org.muster.texts.Texts;
import picocli.CommandLine.Option;

/** How a command that sends is to tell what became of each contact. */
final class Telling {
    @Option(names = "--report", paramLabel = "FILE.csv", descriptionKey = "option.report")
    Path report;

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output.sent")
    Output output;

    /** Whether every contact is told of, rather than only those that somebody has to see to. */
    boolean all() {
        return output != null;
    }

    /**
     * Asked before anything is done.
     *
     * @throws Refusal when what became of contacts cannot be written so
     */
    void check() throws Refusal {
        if (output == Output.vcf) {
            throw new Refusal(Exit.USAGE, Texts.of(Telling.class).get("output.vcf"));
        }
    }
}
