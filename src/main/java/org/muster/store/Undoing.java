package org.muster.store;

import java.time.Instant;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Past;

/**
 * How far a job has been undone.
 *
 * @param again whether it undid what was done first, so that to undo it is to do that again
 * @param left whether anything of it is left to undo, if it did anything
 * @param at when the last job ended that undid any of it; empty when none did
 */
public record Undoing(boolean again, boolean left, Optional<Instant> at) {
    /** Of a job that was not undone, and undid nothing itself. */
    public static final Undoing NOT_YET = new Undoing(false, true, Optional.empty());

    static boolean left(Past past) {
        return past.job().outcomes().stream().anyMatch(outcome -> outcome.state() == OutcomeState.DONE && reversible(past, outcome)
                && !past.takenBack().contains(outcome.row()) && !past.maybe().contains(outcome.row()) && !past.pending().contains(outcome.row()));
    }

    private static boolean reversible(Past past, Outcome outcome) {
        return switch (outcome.change()) {
            case Change.Create create -> true;
            case Change.Update update -> true;
            case Change.Delete delete -> past.images().containsKey(outcome.row());
            case Change.SetPhoto photo -> false;
        };
    }
}
