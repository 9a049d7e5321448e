package org.muster.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/**
 * Rows that are sent in one request.
 *
 * @param strikes internal errors they met
 * @param rechecks how often they were read again because of a refusal that named nobody
 * @param inDoubt whether a sending of theirs was not answered and reading has not shown it yet, which is no proof: reads may lag behind. As
 *     long as that is so they count as sent, and are never called failed or skipped for it.
 */
record Group(List<Integer> rows, int strikes, int rechecks, boolean inDoubt) {
    Group of(List<Integer> others) {
        return new Group(List.copyOf(others), strikes, rechecks, inDoubt);
    }

    /** What a refusal says of contacts that turn out to be done: who is gone after a sending that was not answered was not gone before. */
    Optional<ApiError> says(ApiError refusal) {
        return Optional.of(refusal).filter(error -> !inDoubt || error.cause() != ErrorCause.NOT_FOUND);
    }

    Group doubted(boolean doubt) {
        return new Group(rows, strikes, rechecks, doubt);
    }

    Group without(Collection<Integer> out) {
        return of(rows.stream().filter(row -> !out.contains(row)).toList());
    }

    boolean single() {
        return rows.size() == 1;
    }
}
