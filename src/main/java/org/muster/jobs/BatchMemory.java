package org.muster.jobs;

import java.util.Optional;
import org.muster.people.ApiError;

/** What one job's batches know of each other's fate. */
final class BatchMemory {
    private Optional<ApiError> full = Optional.empty();
    private int forbidden;

    /** Set once the account took not a single contact more; it would be idle to try with the others. */
    Optional<ApiError> full() {
        return full;
    }

    void isFull(ApiError error) {
        full = Optional.of(error);
    }

    /** One more single contact was forbidden without a reason; how many in a row these are. */
    int forbiddenAgain() {
        return ++forbidden;
    }

    /** Something was allowed, or somebody was asked. */
    void forgetForbidden() {
        forbidden = 0;
    }
}
