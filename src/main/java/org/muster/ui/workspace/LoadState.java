package org.muster.ui.workspace;

import java.time.Instant;
import org.muster.people.ApiError;

/** How far the contacts of an account are read. */
public sealed interface LoadState {
    /** Nothing was asked for yet. */
    record Idle() implements LoadState {}

    /**
     * On its way.
     *
     * @param read contacts so far
     * @param total contacts in all, 0 while not known
     */
    record Loading(int read, int total) implements LoadState {}

    /** Complete since {@code at}. */
    record Loaded(Instant at) implements LoadState {}

    /** Stopped. What was there before is still there. */
    record Failed(ApiError error) implements LoadState {}
}
