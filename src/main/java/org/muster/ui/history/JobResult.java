package org.muster.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;
import org.muster.store.JobSummary;
import org.muster.texts.Texts;

/** What became of a job, in a few words with icons. */
record JobResult(List<Part> parts) {
    private static final List<OutcomeState> MISSED = List.of(OutcomeState.FAILED, OutcomeState.CONFLICT, OutcomeState.UNKNOWN);

    /**
     * One thing to say.
     *
     * @param icon the icon's literal
     * @param look the style class that gives the icon its colour
     * @param words what it is
     */
    record Part(String icon, String look, String words) {}

    /** @param live where the jobs of this run of Muster stand */
    static JobResult of(JobSummary job, LiveJobs live) {
        Texts texts = Texts.of(JobResult.class);
        List<Part> parts = begun(job, live, texts);
        add(parts, job, OutcomeState.FAILED, "fth-x", "missed-failed", texts);
        add(parts, job, OutcomeState.CONFLICT, "fth-alert-triangle", "missed-conflict", texts);
        add(parts, job, OutcomeState.UNKNOWN, "fth-help-circle", "missed-unknown", texts);
        return ended(parts, job, texts);
    }

    /** The same, with all that did not make it in one, unless it is the same with all of them. */
    static JobResult brief(JobSummary job, LiveJobs live) {
        Texts texts = Texts.of(JobResult.class);
        if (MISSED.stream().filter(state -> job.count(state) > 0).count() <= 1) {
            return of(job, live);
        }
        List<Part> parts = begun(job, live, texts);
        if (job.notDone() > 0) {
            parts.add(new Part("fth-x", "missed-failed", texts.get("result.notDone", job.notDone())));
        }
        return ended(parts, job, texts);
    }

    private static List<Part> begun(JobSummary job, LiveJobs live, Texts texts) {
        List<Part> parts = new ArrayList<>();
        if (job.ended().isEmpty()) {
            parts.add(live.elsewhere() ? new Part("fth-loader", "history-running", texts.get("result.elsewhere", settled(job), job.size())) : open(job, live.state(job.id()).orElse(JobState.STOPPED), texts));
        }
        int done = job.count(OutcomeState.DONE);
        if (done == job.size()) {
            parts.add(new Part("fth-check", "missed-done", texts.get("result.allDone", done)));
        } else if (done > 0 && (job.ended().isPresent() || done < settled(job))) {
            parts.add(new Part("fth-check", "missed-done", texts.get("result.done", done)));
        }
        return parts;
    }

    private static JobResult ended(List<Part> parts, JobSummary job, Texts texts) {
        add(parts, job, OutcomeState.SKIPPED, "fth-minus", "missed-skipped", texts);
        if (job.reversed()) {
            parts.add(new Part("fth-corner-up-left", "missed-skipped", texts.get(job.partlyReversed() ? "result.partlyReversed" : "result.reversed")));
        }
        return new JobResult(List.copyOf(parts));
    }

    private static Part open(JobSummary job, JobState state, Texts texts) {
        int settled = settled(job);
        return switch (state) {
            case STOPPED -> new Part("fth-pause-circle", "missed-unknown", texts.get("result.stopped", settled, job.size()));
            case PAUSED -> new Part("fth-pause-circle", "missed-unknown", texts.get("result.paused", settled, job.size()));
            case QUEUED -> new Part("fth-clock", "missed-skipped", texts.get("result.queued"));
            case RUNNING, WAITING, CANCELLING, CANCELLED, FINISHED -> new Part("fth-loader", "history-running", texts.get("result.running"));
        };
    }

    private static int settled(JobSummary job) {
        return job.size() - job.count(OutcomeState.WAITING) - job.count(OutcomeState.SENT);
    }

    private static void add(List<Part> parts, JobSummary job, OutcomeState state, String icon, String look, Texts texts) {
        if (job.count(state) > 0) {
            parts.add(new Part(icon, look, texts.get("result." + state.name(), job.count(state))));
        }
    }

    String spoken() {
        return parts.stream().map(Part::words).collect(Collectors.joining(", "));
    }
}
