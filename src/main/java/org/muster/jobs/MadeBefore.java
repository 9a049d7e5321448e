package org.muster.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muster.people.ApiError;

/**
 * Looks once, before a job of an earlier run goes on, whether contacts that it has yet to make are there. Its own journal says that they wait; but where the data folder was copied, or put back
 * from a backup, while the job was stopped, the job may have gone on from the other copy. The contacts carry the same marks then.
 */
final class MadeBefore {
    private final BatchPlan plan;
    private final Function<BatchPlan.Batch, Operation> operations;
    private final Ledger ledger;
    private final JobBoard board;
    private final JobControl control;
    private final JobPulse pulse;
    private final JobSettings settings;

    /** @param operations how each batch is carried out */
    MadeBefore(BatchPlan plan, Function<BatchPlan.Batch, Operation> operations, Ledger ledger, JobBoard board, JobControl control, JobPulse pulse, JobSettings settings) {
        this.plan = plan;
        this.operations = operations;
        this.ledger = ledger;
        this.board = board;
        this.control = control;
        this.pulse = pulse;
        this.settings = settings;
    }

    /** Blocks until it is known, or the job is to end. One listing, unless somebody is found. */
    void look() {
        List<BatchPlan.Batch> creates = plan.batches().stream().filter(batch -> batch.kind() == BatchPlan.Kind.CREATE).toList();
        List<Integer> waiting = creates.stream().flatMap(batch -> batch.rows().stream()).filter(row -> board.outcome(row).state() == OutcomeState.WAITING).toList();
        if (!waiting.isEmpty()) {
            look(operations.apply(creates.getFirst()), waiting);
        }
    }

    private void look(Operation operation, List<Integer> waiting) {
        Looker looker = new Looker(operation, control, pulse, settings);
        while (!control.stopping()) {
            Map<Integer, Verdict> verdicts = new HashMap<>(looker.look(waiting, false));
            if (verdicts.values().stream().anyMatch(Verdict.Done.class::isInstance)) {
                verdicts.putAll(looker.look(open(verdicts), true)); // what was made with these may come to light a moment later
            }
            Optional<ApiError> untold = verdicts.values().stream().flatMap(verdict -> verdict instanceof Verdict.Unsettled(ApiError error) ? Stream.of(error) : Stream.empty()).findFirst();
            verdicts.values().removeIf(verdict -> !(verdict instanceof Verdict.Done));
            ledger.settle(operation, verdicts, Optional.empty());
            if (untold.isEmpty()) {
                return;
            }
            waiting = waiting.stream().filter(row -> !verdicts.containsKey(row)).toList();
            if (!control.stopping()) {
                pulse.pauseBecause(untold.get()); // whoever does not know must not make them
            }
        }
    }

    private static List<Integer> open(Map<Integer, Verdict> verdicts) {
        return verdicts.entrySet().stream().filter(one -> one.getValue() instanceof Verdict.NotDone).map(Map.Entry::getKey).sorted().toList();
    }
}
