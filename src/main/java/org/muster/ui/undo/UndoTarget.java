package org.muster.ui.undo;

import java.util.Optional;

/** Which job is to be taken back. */
public sealed interface UndoTarget {
    /**
     * A certain one.
     *
     * @param id the job's
     */
    record Of(String id) implements UndoTarget {}

    /**
     * The newest one of which something can be taken back.
     *
     * @param before only jobs older than this one
     */
    record Newest(Optional<String> before) implements UndoTarget {}

    /**
     * The newest one that took back what was done first, and of which something can be done again.
     *
     * @param before only jobs older than this one
     */
    record NewestUndone(Optional<String> before) implements UndoTarget {}

    /** Whether it is known that something is to be done again. */
    default boolean again() {
        return this instanceof NewestUndone;
    }

    /** The newest one of the same kind that is older than {@code job}. */
    default UndoTarget before(String job) {
        return again() ? new NewestUndone(Optional.of(job)) : new Newest(Optional.of(job));
    }
}
