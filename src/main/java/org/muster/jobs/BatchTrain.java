package org.muster.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muster.people.ApiError;

/**
 * Sends the batches of a plan one after another. As long as all goes well, the next batch is written and the answer to the one before is taken in while a batch
 * is on its way, so that the server need not wait for Muster. Never is a batch sent before the one before it was answered, and taken; and where anything is
 * out of the ordinary, what was prepared is forgotten and batches are carried out one at a time, each to its very end ({@link BatchRun}).
 *
 * <p>Only sending is done by another thread. Everything a job knows belongs to the job's own.
 */
final class BatchTrain {
    private final List<BatchPlan.Batch> batches;
    private final List<List<Integer>> unanswered;
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

    /**
     * @param unanswered what an earlier run of Muster sent without having noted what came of it, by request
     * @param runs how each batch is carried out
     */
    BatchTrain(BatchPlan plan, List<List<Integer>> unanswered, Function<BatchPlan.Batch, BatchRun> runs, Ledger ledger, JobBoard board, JobControl control, JobPulse pulse) {
        this.batches = plan.batches();
        this.unanswered = unanswered;
        this.runs = runs;
        this.ledger = ledger;
        this.board = board;
        this.control = control;
        this.pulse = pulse;
    }

    /** Prepares the first batch, before any may be sent. */
    void makeReady() {
        if (control.passes()) {
            next = prepared(0);
        }
    }

    /** Returns when every batch is settled, or when the job is to end. */
    void run() {
        try {
            for (int i = 0; i < batches.size(); i++) {
                List<List<Integer>> sentBefore = sentBefore(i);
                if (mayGo() && sentBefore.isEmpty()) {
                    one(i);
                } else if (!control.closing() && !sentBefore.isEmpty()) { // even a job that is cancelled looks what became of these
                    comeToRest();
                    board.currentBatch(i);
                    runs.apply(batches.get(i)).run(unsent(i), sentBefore);
                }
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
        if (batch.isPresent() && pulse.backupDue()) {
            comeToRest();
            batch = pulse.backedUp() ? prepared(place) : Optional.empty();
        }
        if (batch.isPresent()) {
            batch = inTurn(batch.get(), place);
        }
        if (control.stopping()) {
            comeToRest();
        } else if (batch.isPresent()) {
            board.currentBatch(place);
            send(batch.get(), place);
        } else if (!unsent(place).isEmpty()) {
            board.currentBatch(place);
            runs.apply(batches.get(place)).run(unsent(place), List.of());
        }
    }

    /**
     * Waits until the account's quota has room for a batch. A wait is no reason to forget what is prepared: the answer to the batch before is taken in
     * meanwhile, and the batch goes out as it is, unless one of them has changed what it is made from.
     */
    private Optional<Ahead> inTurn(Ahead batch, int place) {
        if (!pulse.full(cost(place))) {
            pulse.awaitTurn(cost(place)); // does not wait, but is told of
            return Optional.of(batch);
        }
        boolean well = taken.map(Ahead.Sent::settles).orElse(true);
        if (well) {
            taken = Optional.empty();
        } else {
            comeToRest();
        }
        pulse.awaitTurn(cost(place));
        return well && batch.current() ? Optional.of(batch) : prepared(place);
    }

    private RequestCost cost(int place) {
        return RequestCost.of(batches.get(place).kind());
    }

    private List<Integer> unsent(int place) {
        return batches.get(place).rows().stream().filter(row -> board.outcome(row).state() == OutcomeState.WAITING).toList();
    }

    private List<List<Integer>> sentBefore(int place) {
        return unanswered.stream().filter(batches.get(place).rows()::containsAll).toList();
    }

    /** What is read of the batch after it is on its way while the journal is waited for, unless that batch will have to wait itself. */
    private void beginReading(int place) {
        boolean alike = place < batches.size() && batches.get(place).kind() == batches.get(place - 1).kind(); // else it may be about a contact that is changed before
        if (alike && sentBefore(place).isEmpty() && !pulse.full(cost(place - 1).and(cost(place)))) {
            runs.apply(batches.get(place)).firstRead().begin(unsent(place));
        }
    }

    private void send(Ahead batch, int place) {
        beginReading(place + 1);
        Optional<ApiError> notKept = ledger.sending(batch.rows());
        if (notKept.isPresent()) {
            comeToRest();
            pulse.pauseBecause(notKept.get());
            runs.apply(batches.get(place)).run(batch.rows(), List.of());
            return;
        }
        Ahead.Sent sent = batch.send();
        flying = Optional.of(sent);
        boolean wellBefore = taken.map(Ahead.Sent::settles).orElse(true);
        if (wellBefore) {
            taken = Optional.empty();
            next = prepared(place + 1).filter(after -> after.apartFrom(batch));
            // What will have to wait is not noted yet: should Muster be left while it waits, nobody need look what became of it.
            next.filter(after -> !pulse.full(cost(place).and(cost(place + 1)))).ifPresent(after -> ledger.ahead(after.rows()));
        }
        boolean well = sent.taken(); // from here on it is not on its way any more
        flying = Optional.empty();
        if (well) {
            pulse.spent(cost(place));
        }
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
        if (unsent(place).isEmpty() || !sentBefore(place).isEmpty()) {
            return Optional.empty();
        }
        BatchRun run = runs.apply(batches.get(place));
        run.firstRead().ahead(unsent(place));
        List<Integer> rows = unsent(place); // some may turn out to be gone
        return rows.isEmpty() ? Optional.empty() : run.ahead(rows);
    }
}
