package org.muster.ui.undo;

import org.muster.people.ApiError;

/** What came of looking how a job can be taken back. */
sealed interface Found {
    /** It can be, or there is a reason for each contact why not. */
    record Plan(UndoModel model) implements Found {}

    /**
     * It is still at work or waits to go on.
     *
     * @param title what it is called
     */
    record NotEnded(String title) implements Found {}

    /** There is no such job. */
    record None() implements Found {}

    /** The account could not be read. */
    record Refused(ApiError error) implements Found {}

    /** The journal cannot be read, or there is none. */
    record Unreadable() implements Found {}
}
