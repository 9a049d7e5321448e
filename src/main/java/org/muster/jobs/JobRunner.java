package org.muster.jobs;

import java.util.List;
import java.util.Optional;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one job on the calling thread, batch by batch, and sees to it that every row is accounted for at the end, bugs included. */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobContext job;
    private final BatchPlan plan;
    private final Journal journal;
    private final JobBoard board;
    private final JobControl control;
    private final JobSettings settings;
    private final Runnable changed;
    private final Ledger ledger;
    private final JobPulse pulse;
    private final Versions versions;
    private final Reader reader;
    private final OwnCheck check;

    JobRunner(JobContext job, BatchPlan plan, Journal journal, JobBoard board, JobControl control, JobSettings settings, Runnable changed) {
        this.job = job;
        this.plan = plan;
        this.journal = journal;
        this.board = board;
        this.control = control;
        this.settings = settings;
        this.changed = changed;
        this.ledger = new Ledger(job.id(), journal, job.lane().book(), board, changed);
        this.pulse = new JobPulse(board, control, settings, changed);
        this.versions = new Versions(job.lane().book());
        this.reader = new Reader(job.gateway(), job.sources());
        this.check = new OwnCheck(job.gateway());
    }

    void run() {
        try {
            changed.run();
            batches();
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} met a bug and ends", job.id(), e);
        }
        finish();
    }

    private void batches() {
        BatchRun.Memory memory = new BatchRun.Memory();
        new BatchTrain(plan, batch -> new BatchRun(operation(batch), ledger, control, pulse, settings, memory), ledger, board, control, pulse).run();
    }

    private Operation operation(BatchPlan.Batch batch) {
        return switch (batch.kind()) {
            case CREATE -> new CreateRows(job, reader, check);
            case UPDATE -> new UpdateRows(job, batch.mask(), reader, versions, check);
            case DELETE -> new DeleteRows(job, reader, versions);
        };
    }

    /** Rows still on their way, after a bug, are unknown; rows still waiting are skipped. */
    private void finish() {
        ApiError unanswered = new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "");
        List<Outcome> lost = board.inState(OutcomeState.SENT).stream()
                .map(o -> new Outcome(o.row(), o.change(), OutcomeState.UNKNOWN, Optional.of(unanswered), Optional.empty())).toList();
        board.settle(lost);
        List<Outcome> skipped = board.skipWaiting();
        JobState state = board.end();
        write(() -> {
            if (!lost.isEmpty()) {
                journal.settled(job.id(), lost);
            }
            if (!skipped.isEmpty()) {
                journal.settled(job.id(), skipped);
            }
            journal.ended(job.id(), state);
        });
    }

    private void write(Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException e) {
            LOG.error("The journal did not take the end of job {}", job.id(), e);
        }
    }
}
