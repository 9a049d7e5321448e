package org.muster.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.muster.people.Answer;
import org.muster.people.ApiError;

/**
 * Looks until it is known what became of rows. Trouble on the way is waited out for as long as it lasts, since going on without knowing would
 * lose or double contacts; only a job that is to end gives up after a few looks.
 */
final class Looker {
    private final Operation operation;
    private final JobControl control;
    private final JobPulse pulse;
    private final JobSettings settings;

    Looker(Operation operation, JobControl control, JobPulse pulse, JobSettings settings) {
        this.operation = operation;
        this.control = control;
        this.pulse = pulse;
        this.settings = settings;
    }

    /**
     * Looks after {@code rows}.
     *
     * @param patient whether what is not there yet may still come to light
     * @return a verdict for each
     */
    Map<Integer, Verdict> look(List<Integer> rows, boolean patient) {
        return until(rows, operation::look, open -> patient ? open : List.of(), (row, last) -> last);
    }

    /** Reads {@code rows} that have not been sent. What is {@linkplain Operation#doubted doubted} is read again until patience is over, or until the job is to end. */
    Map<Integer, Verdict> read(List<Integer> rows) {
        return until(rows, operation::read, open -> control.stopping() ? List.of() : operation.doubted(open), (row, last) -> operation.afterDoubt(row));
    }

    /**
     * @param again which of those that are not settled to ask about once more
     * @param atLast what counts of these when patience is over
     */
    private Map<Integer, Verdict> until(List<Integer> rows, Function<List<Integer>, Answer<Map<Integer, Verdict>>> asking, UnaryOperator<List<Integer>> again, BiFunction<Integer, Verdict, Verdict> atLast) {
        Map<Integer, Verdict> known = new HashMap<>();
        List<Integer> open = new ArrayList<>(rows);
        Duration since = pulse.elapsed();
        int inVain = 0;
        int step = 0;
        while (true) {
            pulse.holdWhilePaused();
            RequestCost cost = RequestCost.reads(operation.pagesToLook(open));
            pulse.awaitTurn(cost);
            switch (asking.apply(open)) {
                case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> {
                    pulse.failed(cost, error);
                    inVain++;
                    boolean giveUp = control.closing() || control.stopping() && inVain > settings.lastLooks();
                    if (giveUp || Trouble.of(error) == Trouble.REFUSAL) {
                        open.forEach(row -> known.put(row, new Verdict.Unsettled(error)));
                        return known;
                    }
                    if (Trouble.of(error) == Trouble.NEEDS_USER && !control.stopping()) {
                        pulse.pauseBecause(error);
                    } else {
                        pulse.waitAfter(error);
                    }
                    continue;
                }
                case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> {
                    pulse.spent(cost);
                    known.putAll(verdicts);
                    open = new ArrayList<>(again.apply(open.stream().filter(row -> verdicts.get(row) instanceof Verdict.NotDone).toList()));
                }
            }
            if (open.isEmpty() || control.closing()) {
                return known;
            }
            // By time, not by number of looks: whoever says "try again now" does not make Google faster. Nor does whoever puts the clock forward.
            if (pulse.elapsed().minus(since).compareTo(settings.wholePatience()) >= 0) {
                open.forEach(row -> known.compute(row, atLast));
                return known;
            }
            Duration wait = settings.patience().get(Math.min(step++, settings.patience().size() - 1));
            pulse.waitFor(Waiting.Reason.LOOKING, wait, Optional.empty());
        }
    }
}
