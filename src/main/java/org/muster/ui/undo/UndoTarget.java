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
}
