package org.muster.jobs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.muster.changes.Change;
import org.muster.contacts.PersonField;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one job on the calling thread, batch by batch, and sees to it that every row is accounted for at the end, bugs included. */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobContext job;
    private final BatchPlan plan;
    private final Journal kept;
    private final JobJournal journal;
    private final JobBoard board;
    private final List<List<Integer>> unanswered;
    private final JobControl control;
    private final JobSettings settings;
    private final Runnable changed;
    private final Ledger ledger;
    private final JobPulse pulse;
    private final Versions versions;
    private final PhotoNames photoNames;
    private final FormerNames former;
    private final WornPhotos wornPhotos;
    private final Reader reader;
    private final OwnCheck check;
    private final BeforeImages images;
    private final JustThere justThere;
    private Set<String> marksNeeded;

    /**
     * @param unanswered what an earlier run sent without having noted what came of it, by request
     * @param journal the job's, whichever run this is
     */
    JobRunner(JobContext job, BatchPlan plan, List<List<Integer>> unanswered, JobJournal journal, Safekeeping safekeeping, JobBoard board, JobControl control, JobSettings settings, AccountPace pace, Runnable changed) {
        this.job = job;
        this.plan = plan;
        this.unanswered = unanswered;
        this.kept = journal.ofAllJobs();
        this.journal = journal;
        this.board = board;
        this.control = control;
        this.settings = settings;
        this.changed = changed;
        this.ledger = new Ledger(this.journal, job.lane().book(), board, changed);
        this.pulse = new JobPulse(board, control, settings, pace, plan, changed, made -> new BackupFirst(safekeeping, job.lane(), board, control, made, changed));
        this.versions = new Versions(job.lane().book());
        this.photoNames = new PhotoNames(job, versions, kept);
        this.wornPhotos = new WornPhotos(job, photoNames, freshness());
        this.former = new FormerNames(job, kept);
        this.reader = new Reader(job.gateway(), job.sources());
        this.check = new OwnCheck(job.gateway());
        this.images = new BeforeImages(job.gateway(), this.journal, new ImageAges(freshness(), row -> versions.answered(((Change.Delete) job.change(row)).before())));
        this.justThere = new JustThere(() -> kept.toldLately(job.lane().id(), job.id(), settings.wholePatience()), pulse::elapsed, settings.wholePatience());
    }

    /** @param accepted waits until it is safe that there is this job; when it never will be, nothing is left to be done */
    void run(BooleanSupplier accepted) {
        try {
            changed.run();
            BatchTrain train = train();
            train.makeReady();
            if (!accepted.getAsBoolean()) {
                return;
            }
            train.run();
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} met a bug and ends", job.id(), e);
        }
        finish();
    }

    private BatchTrain train() {
        recall();
        if (board.ofEarlierRun()) {
            new MadeBefore(plan, this::operation, ledger, board, control, pulse, settings).look();
        }
        if (!control.stopping() && plan.batches().stream().anyMatch(batch -> batch.mask().contains(PersonField.MEMBERSHIPS))) {
            images.saveLabels(); // without their names they could not be made again; but what a label is called is no reason to wait
        }
        BatchMemory memory = new BatchMemory();
        return new BatchTrain(plan, unanswered, batch -> new BatchRun(operation(batch), RequestCost.of(batch.kind()), ledger, control, pulse, settings, memory), ledger, board, control, pulse);
    }

    /** Takes in what an earlier run has done, if there was one. */
    private void recall() {
        for (BatchPlan.Batch batch : plan.batches()) {
            List<Integer> done = batch.rows().stream().filter(row -> board.outcome(row).state() == OutcomeState.DONE).toList();
            Operation operation = operation(batch);
            done.forEach(row -> operation.recall(row, board.outcome(row)));
        }
    }

    /** See {@link Journal#marksNeeded}. Asked once: no other job of the account is at work meanwhile. */
    private Set<String> marksNeeded() {
        if (marksNeeded == null) {
            marksNeeded = kept.marksNeeded(job.lane().id());
        }
        return marksNeeded;
    }

    private Freshness freshness() {
        return new Freshness(pulse::now, pulse::elapsed);
    }

    private Operation operation(BatchPlan.Batch batch) {
        return switch (batch.kind()) {
            case CREATE -> new CreateRows(job, reader, versions, check, kept, former, freshness(), justThere::contains);
            case UPDATE -> new UpdateRows(job, batch.mask(), reader, versions, check, this::marksNeeded);
            case DELETE -> new DeleteRows(job, reader, versions, former, Optional.of(images), justThere::contains);
            case PHOTO -> new PhotoRows(job, photoNames, wornPhotos, kept);
        };
    }

    /**
     * Rows still on their way, after a bug, are unknown; rows still waiting are skipped. When Muster is being left, nothing is decided: the
     * job goes on another time.
     */
    private void finish() {
        if (control.closing() && !control.cancelled() && board.unsettled()) {
            board.stop();
            return;
        }
        ApiError unanswered = new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "");
        List<Outcome> lost = board.inState(OutcomeState.SENT).stream()
                .map(o -> new Outcome(o.row(), o.change(), OutcomeState.UNKNOWN, Optional.of(unanswered), Optional.empty())).toList();
        board.settle(lost);
        List<Outcome> skipped = board.skipWaiting();
        JobState state = board.outcomeOfAll();
        try {
            if (!lost.isEmpty()) {
                journal.settled(lost);
            }
            if (!skipped.isEmpty()) {
                journal.settled(skipped);
            }
            insistOn(state);
        } catch (RuntimeException | Error e) {
            LOG.error("The journal did not take the end of job {}", job.id(), e);
        }
        board.end();
    }

    /** The job has not ended before that is kept: else it would be taken for unfinished at the next start. */
    private void insistOn(JobState state) {
        Kept kept = journal.ended(state);
        while (kept != Kept.SAFE && !control.stopping()) {
            pulse.pauseBecause(Ledger.notKept(kept));
            kept = journal.ended(state);
        }
        if (kept != Kept.SAFE) {
            LOG.warn("The end of job {} could not be noted: {}", job.id(), kept);
        }
    }
}
