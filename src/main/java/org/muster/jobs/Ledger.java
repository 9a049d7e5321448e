package org.muster.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.contacts.ContactBook;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Writes down what becomes of rows: in the journal, on the board, in the book, in this order, and then tells those who watch. */
final class Ledger {
    private final JobJournal journal;
    private final ContactBook book;
    private final JobBoard board;
    private final Runnable changed;

    Ledger(JobJournal journal, ContactBook book, JobBoard board, Runnable changed) {
        this.journal = journal;
        this.book = book;
        this.board = board;
        this.changed = changed;
    }

    /**
     * Rows go out now, if that is safely noted.
     *
     * @return why they must not, if so
     */
    Optional<ApiError> sending(List<Integer> rows) {
        Kept kept = journal.beforeSending(rows);
        if (kept != Kept.SAFE) {
            return Optional.of(notKept(kept));
        }
        board.mark(rows, OutcomeState.SENT);
        changed.run();
        return Optional.empty();
    }

    /** Rows will go out next, if nothing comes between. */
    void ahead(List<Integer> rows) {
        journal.ahead(rows);
    }

    /** What is said of a job whose journal cannot be written. */
    static ApiError notKept(Kept kept) {
        return new ApiError(kept == Kept.DISK_FULL ? ErrorCause.DISK_FULL : ErrorCause.NOT_JOURNALED, 0, "", "", "");
    }

    /** Rows were not carried out and wait again. */
    void waitAgain(List<Integer> rows) {
        board.mark(rows, OutcomeState.WAITING);
    }

    /**
     * Settles the rows whose verdict settles them; the others wait again.
     *
     * @param refusal what the verdicts explain, if a refusal led to them
     */
    void settle(Operation operation, Map<Integer, Verdict> verdicts, Optional<ApiError> refusal) {
        List<Outcome> outcomes = new ArrayList<>(verdicts.size());
        List<Integer> again = new ArrayList<>();
        BookUpdate update = new BookUpdate();
        verdicts.keySet().stream().sorted().forEach(row -> outcome(operation, row, verdicts.get(row), refusal).ifPresentOrElse(outcome -> {
            outcomes.add(outcome);
            operation.intoBook(row, outcome.state(), outcome.contact(), outcome.error(), update);
        }, () -> again.add(row)));
        board.mark(again, OutcomeState.WAITING);
        if (!outcomes.isEmpty()) {
            journal.settled(outcomes);
            if (update.isReloadNeeded()) {
                board.reloadNeeded();
            }
            board.settle(outcomes);
            update.applyTo(book);
            changed.run();
        }
    }

    private Optional<Outcome> outcome(Operation operation, int row, Verdict verdict, Optional<ApiError> refusal) {
        Outcome was = board.outcome(row);
        return switch (verdict) {
            case Verdict.NotDone n -> Optional.empty();
            case Verdict.Done(var contact) -> Optional.of(new Outcome(row, was.change(), OutcomeState.DONE, refusal.filter(e -> e.cause() == ErrorCause.NOT_FOUND), contact));
            case Verdict.Refused(ApiError error) -> Optional.of(new Outcome(row, was.change(), OutcomeState.FAILED, Optional.of(operation.refine(row, error)), operation.about(row)));
            case Verdict.Changed(var theirs) -> Optional.of(new Outcome(row, was.change(), OutcomeState.CONFLICT, Optional.of(stale(refusal)), Optional.of(theirs)));
            case Verdict.Unsettled(ApiError error) -> Optional.of(new Outcome(row, was.change(), OutcomeState.UNKNOWN, Optional.of(error), Optional.empty()));
        };
    }

    /** That it is stale is known from reading; Google's words come with it where they were heard. */
    private static ApiError stale(Optional<ApiError> refusal) {
        return refusal.map(e -> new ApiError(ErrorCause.STALE_ETAG, e.httpStatus(), e.status(), e.reason(), e.message()))
                .orElseGet(() -> new ApiError(ErrorCause.STALE_ETAG, 0, "", "", ""));
    }
}
