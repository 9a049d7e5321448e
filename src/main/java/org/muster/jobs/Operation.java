package org.muster.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.contacts.Contact;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;
import org.muster.people.Prepared;

/** What differs between making, changing and deleting contacts, and giving them photos, for the rows of one job. Rows are places in its change set. */
sealed interface Operation permits CreateRows, UpdateRows, DeleteRows, PhotoRows {
    /** The rows of these that must be read before they can be sent: no version is known of them, or they are not saved. */
    List<Integer> unread(List<Integer> rows);

    /** The rows of these that must not be sent at all, with the reason. */
    Map<Integer, ApiError> unsendable(List<Integer> rows);

    /** The rows of these that were just read, in vain. */
    default List<Integer> readInVain(List<Integer> rows) {
        return unread(rows);
    }

    /** Why such rows are given up in the end. */
    default ErrorCause vain() {
        return ErrorCause.MISSING_ETAG;
    }

    /** Whether every row is unread at first, so that it pays to read a batch's rows while the one before is on its way. */
    default boolean readsAhead() {
        return false;
    }

    /** Writes one request for rows. A row the answer passes over is missing in the map: look. */
    Prepared<Map<Integer, Verdict>> prepare(List<Integer> rows);

    /**
     * What a request for these rows is made from beside the change set: as long as it is the same, so is the request. Holds what is being
     * replaced or deleted, by which one also sees whether two batches have to do with the same contact; empty where nothing is.
     */
    List<Basis> basis(List<Integer> rows);

    /**
     * The contact a row of a request goes by.
     *
     * @param resourceName what it is called now
     * @param version the contact as it is now, as far as is known; {@code null} where that does not matter
     */
    record Basis(String resourceName, Contact version) {}

    /** How many pages a look at these rows reads, about. */
    default int pagesToLook(List<Integer> rows) {
        return Math.ceilDiv(rows.size(), PeopleGateway.GET_LIMIT);
    }

    /** Begins to {@link #read} rows, which the next call of that will be about if nothing comes between. */
    default void beginReading(List<Integer> rows) {}

    /** Reads rows that are {@link #unread}. A row that must not be sent after all is settled by its verdict. */
    default Answer<Map<Integer, Verdict>> read(List<Integer> rows) {
        return look(rows);
    }

    /**
     * The rows of these that were just {@linkplain #read read}, and of which that said less than was answered before: reads may lag behind, so they are read again until patience
     * is over.
     */
    default List<Integer> doubted(List<Integer> rows) {
        return List.of();
    }

    /** What counts of a row that is {@link #doubted} still when patience is over. */
    default Verdict afterDoubt(int row) {
        return new Verdict.NotDone(false);
    }

    /** Looks once what became of rows whose sending was not answered, or refused for what it met. Changes nothing there. */
    Answer<Map<Integer, Verdict>> look(List<Integer> rows);

    /** Whether what a look does not find may still come to light, so that one look is not enough. */
    boolean needsPatience();

    /** The errors Google gave for single contacts of a refused request, by row; those that name no row of it are left out. */
    Map<Integer, ApiError> named(List<Integer> rows, Map<String, ApiError> contactErrors);

    /** Whether this refusal may go away, or explain itself, once the contacts are read again. */
    boolean worthALook(ApiError error);

    /** Whether our own check would have refused the row. */
    boolean doubtful(int row);

    /** The same refusal with a finer cause, where our own check of what was sent can tell one. */
    ApiError refine(int row, ApiError error);

    /** An earlier run of Muster did this row; what that means for the rows after it is taken in. */
    void recall(int row, Outcome done);

    /** The contact a row that was refused is about, when the change itself does not tell. */
    default Optional<Contact> about(int row) {
        return Optional.empty();
    }

    /** Takes into the book what became of a row. */
    void intoBook(int row, OutcomeState state, Optional<Contact> contact, Optional<ApiError> error, BookUpdate book);
}
