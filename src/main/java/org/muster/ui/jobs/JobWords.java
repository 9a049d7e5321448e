package org.muster.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.jobs.BackingUp;
import org.muster.jobs.BatchCell;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Pacing;
import org.muster.jobs.Waiting;
import org.muster.texts.Texts;

/**
 * A job's snapshot in words.
 *
 * @param progress where it stands, such as {@code batch 5 of 7 · 798 done}
 * @param notDone how many contacts did not make it; empty when none
 * @param rest what else there is to say, such as how many were not sent
 * @param waiting what it waits for, with the time left, and how long the rest will take when the quota decides that; empty when there is neither
 * @param batches the batch strip in words
 */
record JobWords(String progress, String notDone, String rest, String waiting, String batches) {
    private static final String BETWEEN = " · ";
    /** Longer times are told in minutes, */
    private static final long MOST_SECONDS = 99;
    /** and then in hours. */
    private static final long MOST_MINUTES = 99;

    static JobWords of(JobSnapshot job, Instant now, Texts texts) {
        String notDone = job.notDone() == 0 ? "" : texts.get("line.notDone", job.notDone());
        String rest = job.count(OutcomeState.SKIPPED) == 0 ? "" : texts.get("line.notSent", job.count(OutcomeState.SKIPPED));
        String progress = progress(job, texts);
        return new JobWords(
                notDone.isEmpty() && rest.isEmpty() ? progress : progress + BETWEEN.stripTrailing(),
                notDone,
                notDone.isEmpty() || rest.isEmpty() ? rest : BETWEEN.stripLeading() + rest,
                waiting(job, now, texts),
                batches(job, texts));
    }

    private static String progress(JobSnapshot job, Texts texts) {
        List<String> parts = new ArrayList<>();
        int batches = job.batches().size();
        if (job.backingUp().isPresent() && job.state().active()) {
            return backingUp(job.backingUp().get(), texts);
        }
        switch (job.state()) {
            case QUEUED -> parts.add(texts.get("line.queued", job.total()));
            case RUNNING, WAITING, PAUSED, CANCELLING -> parts.add(texts.get("line.batch", Math.max(0, job.currentBatch()) + 1, batches));
            case STOPPED -> parts.add(texts.get("line.stopped", settled(job), job.total()));
            case CANCELLED -> parts.add(texts.get("line.cancelled"));
            case FINISHED -> {
                if (job.count(OutcomeState.DONE) == job.total()) {
                    return texts.get("line.allDone", job.total());
                }
            }
        }
        boolean said = job.state() == JobState.STOPPED && job.count(OutcomeState.DONE) == settled(job);
        if (job.state() != JobState.QUEUED && !said) {
            parts.add(texts.get("line.done", job.count(OutcomeState.DONE)));
        }
        return String.join(BETWEEN, parts);
    }

    private static String backingUp(BackingUp now, Texts texts) {
        return now.read() == 0 ? texts.get("line.backingUp", now.total()) : texts.get("line.backingUp.read", now.total(), now.read());
    }

    private static int settled(JobSnapshot job) {
        return job.total() - job.count(OutcomeState.WAITING) - job.count(OutcomeState.SENT);
    }

    private static String waiting(JobSnapshot job, Instant now, Texts texts) {
        return switch (job.state()) {
            case PAUSED -> job.problem().map(p -> texts.get("wait.problem", p.cause().what(), p.cause().advice())).orElseGet(() -> texts.get("wait.PAUSED"));
            case CANCELLING -> texts.get("wait.CANCELLING");
            case QUEUED, RUNNING, WAITING -> Stream.concat(job.waiting().map(w -> waiting(w, job.pacing(), now, texts)).stream(), job.pacing().map(p -> left(p, now, texts)).stream())
                    .collect(Collectors.joining(BETWEEN));
            case STOPPED -> job.count(OutcomeState.SENT) == 0 ? texts.get(settled(job) == 0 ? "wait.STOPPED.before" : "wait.STOPPED") : texts.get("wait.STOPPED.unanswered", job.count(OutcomeState.SENT));
            case CANCELLED, FINISHED -> "";
        };
    }

    private static String waiting(Waiting waiting, Optional<Pacing> pacing, Instant now, Texts texts) {
        return switch (waiting.reason()) {
            case SERVER, NETWORK, LOOKING -> texts.get("wait." + waiting.reason().name(), secondsLeft(waiting, now));
            case QUOTA -> {
                long seconds = secondsLeft(waiting, now);
                String time = seconds <= MOST_SECONDS ? texts.get("wait.seconds", seconds) : texts.get("wait.minutes", Math.ceilDiv(seconds, 60));
                yield pacing.map(p -> texts.get(p.per().compareTo(Duration.ofHours(1)) > 0 ? "wait.QUOTA.day" : "wait.QUOTA.minute", time, p.batches()))
                        .orElseGet(() -> texts.get("wait.QUOTA", time));
            }
        };
    }

    /** How long the rest of the job will take; an estimate, so it is rounded. */
    private static String left(Pacing pacing, Instant now, Texts texts) {
        long minutes = Math.max(0, Math.round(Duration.between(now, pacing.end()).toSeconds() / 60.0));
        return minutes <= MOST_MINUTES ? texts.get("left.minutes", minutes) : texts.get("left.hours", Math.round(minutes / 60.0));
    }

    /** Rounded up, so that it says 1 until it goes on. */
    private static long secondsLeft(Waiting waiting, Instant now) {
        return Math.max(0, Math.ceilDiv(Duration.between(now, waiting.until()).toMillis(), 1000));
    }

    private static String batches(JobSnapshot job, Texts texts) {
        int settled = count(job, BatchCell.State.SETTLED);
        int troubled = (int) job.batches().stream().filter(b -> b.notDone() > 0).count();
        return texts.get("strip.words", job.batches().size(), settled, troubled, count(job, BatchCell.State.RUNNING), count(job, BatchCell.State.WAITING), count(job, BatchCell.State.SKIPPED));
    }

    private static int count(JobSnapshot job, BatchCell.State state) {
        return (int) job.batches().stream().filter(b -> b.state() == state).count();
    }
}
