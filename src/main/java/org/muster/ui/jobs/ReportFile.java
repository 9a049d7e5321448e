package org.muster.ui.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muster.jobs.Outcome;

/** Writes what became of contacts to a CSV file. */
@FunctionalInterface
public interface ReportFile {
    /** Blocks: not on the FX thread. A file that was there before stays as it was if this fails. */
    void write(Path file, List<Outcome> rows) throws IOException;
}
