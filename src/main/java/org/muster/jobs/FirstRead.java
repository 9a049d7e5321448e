package org.muster.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Reads the contacts of one batch that must be read before they can be sent, and takes in what that shows. */
final class FirstRead {
    private final Operation operation;
    private final Looker looker;
    private final Ledger ledger;
    private final JobPulse pulse;

    FirstRead(Operation operation, Looker looker, Ledger ledger, JobPulse pulse) {
        this.operation = operation;
        this.looker = looker;
        this.ledger = ledger;
        this.pulse = pulse;
    }

    /** Begins to read what {@link #ahead} will. */
    void begin(List<Integer> rows) {
        List<Integer> unread = unreadAhead(rows);
        if (!unread.isEmpty() && !pulse.full(reads(unread))) {
            operation.beginReading(unread);
        }
    }

    private List<Integer> unreadAhead(List<Integer> rows) {
        return operation.readsAhead() ? operation.unread(rows) : List.of();
    }

    private RequestCost reads(List<Integer> unread) {
        return RequestCost.reads(operation.pagesToLook(unread));
    }

    /** Reads what can be had at once, without waiting for the account's quota, and once only. */
    void ahead(List<Integer> rows) {
        List<Integer> unread = unreadAhead(rows);
        RequestCost reads = reads(unread);
        if (unread.isEmpty() || pulse.full(reads)) {
            return;
        }
        switch (operation.read(unread)) {
            case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> {
                pulse.spent(reads);
                settle(verdicts, false);
            }
            case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> pulse.failed(reads, error);
        }
    }

    /**
     * Reads until it is known what is there.
     *
     * @param inDoubt whether the rows may have been sent already
     * @return what is known of each
     */
    Map<Integer, Verdict> patiently(List<Integer> unread, boolean inDoubt) {
        Map<Integer, Verdict> verdicts = looker.read(unread);
        settle(verdicts, inDoubt);
        return verdicts;
    }

    /** What is gone before it was sent was gone already; what cannot be read is not sent. */
    private void settle(Map<Integer, Verdict> verdicts, boolean inDoubt) {
        Optional<ApiError> gone = Optional.empty();
        if (!inDoubt) {
            verdicts.replaceAll((row, verdict) -> verdict instanceof Verdict.Unsettled(ApiError error) ? new Verdict.Refused(error) : verdict);
            gone = operation instanceof DeleteRows ? Optional.of(new ApiError(ErrorCause.NOT_FOUND, 0, "", "", "")) : Optional.empty();
        }
        ledger.settle(operation, verdicts, gone);
    }
}
