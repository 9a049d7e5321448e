package org.muster.exchange;

/** How reading a file ended. */
public sealed interface ImportResult {
    /**
     * It was read; what is to be said about it is in the table.
     *
     * @param table what it says
     */
    record Loaded(ImportedTable table) implements ImportResult {}

    /**
     * It cannot be read.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements ImportResult {}

    /** Somebody stopped it. */
    record Cancelled() implements ImportResult {}
}
