package org.muster.app.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.jobs.Job;
import org.muster.jobs.JobReport;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.OutcomeState;
import org.muster.texts.Texts;

/** What each job of the tour did, as text. */
final class TourReport {
    private static final Texts TEXTS = Texts.of(TourReport.class);

    private final List<String> lines = new ArrayList<>();
    private int jobs;

    /** Writes down how a job ended, and each contact that did not make it. */
    void add(Job job) {
        jobs++;
        JobSnapshot end = job.snapshot();
        lines.add(TEXTS.get("report.job", end.title(), end.batches().size(), end.count(OutcomeState.DONE), end.notDone(), end.count(OutcomeState.SKIPPED)));
        JobReport.of(job.outcomes()).stream()
                .filter(row -> row.state() != OutcomeState.DONE)
                .forEach(row -> lines.add(TEXTS.get("report.contact", row.displayName().isEmpty() ? row.origin() : row.displayName(), row.sentence())));
    }

    /** How many jobs were written down. */
    int jobs() {
        return jobs;
    }

    void line(String text) {
        lines.add(text);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void save(Path file) throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
