package org.muster.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends the batches of a plan one after another. As long as all goes well, the next batch is written and the answer to the one before is taken in while a batch
 * is on its way, so that the server need not wait for Muster. Never is a batch sent before the one before it was answered, and taken; and where anything is
 * out of the ordinary, what was prepared is forgotten and batches are carried out one at a time, each to its very end ({@link BatchRun}).
 *
 * <p>Only sending is done by another thread. Everything a job knows belongs to the job's own.
 */
final class BatchTrain {
    private final List<BatchPlan.Batch> batches;
    private final Function<BatchPlan.Batch, BatchRun> runs;
    private final Ledger ledger;
    private final JobBoard board;
    private final JobControl control;
    private final JobPulse pulse;
    /** The last batch sent, which the server has taken, while its answer has not been looked into. */
    private Optional<Ahead.Sent> taken = Optional.empty();
    /** The batch on its way. */
    private Optional<Ahead.Sent> flying = Optional.empty();
    /** The next batch to be sent, if it could be prepared. */
    private Optional<Ahead> next = Optional.empty();

    /** @param runs how each batch is carried out */
    BatchTrain(BatchPlan plan, Function<BatchPlan.Batch, BatchRun> runs, Ledger ledger, JobBoard board, JobControl control, JobPulse pulse) {
        this.batches = plan.batches();
        this.runs = runs;
        this.ledger = ledger;
        this.board = board;
        this.control = control;
        this.pulse = pulse;
    }

    /** Returns when every batch is settled, or when the job is to end. */
    void run() {
        try {
            for (int i = 0; i < batches.size() && mayGo(); i++) {
                one(i);
            }
            comeToRest();
        } catch (RuntimeException | Error bug) {
            // What is on its way arrives all the same, and nothing else may be sent before. That one batch met a bug is no reason to forget what became of others.
            settle(taken, bug);
            settle(flying, bug);
            throw bug;
        }
    }

    /** Holds still while the job is paused; whether it has not been told to end then. */
    private boolean mayGo() {
        if (next.isEmpty() || !next.get().current()) {
            comeToRest();
        }
        if (!control.passes()) {
            comeToRest();
            pulse.holdWhilePaused();
        }
        return !control.stopping();
    }

    private void one(int place) {
        Optional<Ahead> batch = next.or(() -> prepared(place));
        next = Optional.empty();
        board.currentBatch(place);
        if (batch.isPresent()) {
            send(batch.get(), place);
        } else {
            runs.apply(batches.get(place)).run(batches.get(place).rows());
        }
    }

    private void send(Ahead batch, int place) {
        ledger.sending(batch.rows());
        Ahead.Sent sent = batch.send();
        flying = Optional.of(sent);
        boolean wellBefore = taken.map(Ahead.Sent::settles).orElse(true);
        if (wellBefore) {
            taken = Optional.empty();
            next = prepared(place + 1).filter(after -> after.apartFrom(batch));
        }
        boolean well = sent.taken(); // from here on it is not on its way any more
        flying = Optional.empty();
        if (well && next.isPresent()) {
            taken = Optional.of(sent);
        } else {
            comeToRest();
            sent.toTheEnd();
        }
    }

    private static void settle(Optional<Ahead.Sent> open, Throwable bug) {
        try {
            open.ifPresent(Ahead.Sent::settles);
        } catch (RuntimeException again) {
            bug.addSuppressed(again);
        }
    }

    /** Nothing is prepared, and nothing left open, any more. */
    private void comeToRest() {
        next = Optional.empty();
        Optional<Ahead.Sent> open = taken;
        taken = Optional.empty();
        open.ifPresent(Ahead.Sent::toTheEnd);
    }

    /** The request for a whole batch, if there is such a batch and it can be sent as it is. */
    private Optional<Ahead> prepared(int place) {
        if (place >= batches.size()) {
            return Optional.empty();
        }
        BatchPlan.Batch batch = batches.get(place);
        return runs.apply(batch).ahead(batch.rows());
    }
}
