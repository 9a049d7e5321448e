package org.muster.ui.jobs;

import java.util.EnumSet;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Retries;
import org.muster.people.ErrorCause;

/** A contact that did not make it, as the drawer lists it. */
final class Missed implements DrawerRow {
    /** What can be done about it. */
    enum Action {
        /** Look at the three versions and choose. */
        COMPARE,
        /** Find out what happened; nothing is sent. */
        LOOK_AGAIN,
        /** Send it once more, as a job of its own. */
        RETRY,
        /** Put it right in the grid for new contacts. */
        MEND,
        /** Show the contact in the window. */
        OPEN,
        /** The user takes it as it is; it leaves the list. */
        SKIP
    }

    private final JobModel job;
    private final Outcome outcome;

    Missed(JobModel job, Outcome outcome) {
        this.job = job;
        this.outcome = outcome;
    }

    @Override
    public JobModel job() {
        return job;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean retryable() {
        return Retries.possible(outcome) || Retries.afterLook(outcome);
    }

    /** Whether it is a contact to be made that was refused, so that it can be put right and made. One that was to come back is not: made anew it could come back beside itself. */
    boolean mendable() {
        return outcome.state() == OutcomeState.FAILED && outcome.change() instanceof Change.Create create && create.formerly().isEmpty() && retryable();
    }

    /** The resource name of the contact concerned; empty when it does not exist yet. */
    String resourceName() {
        return switch (outcome.change()) {
            case Change.Create create -> outcome.contact().map(c -> c.resourceName()).orElse("");
            case Change.Update update -> update.before().resourceName();
            case Change.Delete delete -> delete.before().resourceName();
            case Change.SetPhoto photo -> outcome.contact().map(c -> c.resourceName()).orElse("");
        };
    }

    /** Whether it is about the contact's photo alone. */
    boolean photo() {
        return outcome.change() instanceof Change.SetPhoto;
    }

    /** Where a contact to be made came from, such as {@code row 17}; empty for others. */
    String origin() {
        return outcome.change() instanceof Change.Create create ? create.origin() : "";
    }

    /** In the order they are offered; the first is the main one. */
    Set<Action> actions() {
        EnumSet<Action> actions = EnumSet.of(Action.SKIP);
        if (outcome.state() == OutcomeState.CONFLICT && outcome.change() instanceof Change.Update && outcome.contact().isPresent()) {
            actions.add(Action.COMPARE);
        }
        if (outcome.state() == OutcomeState.UNKNOWN) {
            actions.add(Action.LOOK_AGAIN);
        }
        if (retryable()) {
            actions.add(Action.RETRY);
        }
        if (mendable()) {
            actions.add(Action.MEND);
        }
        boolean gone = outcome.error().filter(error -> error.cause() == ErrorCause.NOT_FOUND).isPresent();
        if (!resourceName().isEmpty() && !gone) {
            actions.add(Action.OPEN);
        }
        return actions;
    }
}
