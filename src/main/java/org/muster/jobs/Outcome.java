package org.muster.jobs;

import java.util.Optional;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.people.ApiError;

/**
 * What became of one contact of a job.
 *
 * @param row the change's place in the change set, from 0
 * @param change what was to be done
 * @param state where it stands
 * @param error why it failed, is unknown or in conflict. On a delete that is done, {@code NOT_FOUND} notes that it was gone already
 * @param contact the contact as Google answered it: the new or newer one when done, the one that is there now when in conflict
 */
public record Outcome(int row, Change change, OutcomeState state, Optional<ApiError> error, Optional<Contact> contact) {
    static Outcome waiting(int row, Change change) {
        return new Outcome(row, change, OutcomeState.WAITING, Optional.empty(), Optional.empty());
    }

    /** What Google calls the contact, as far as this job knows; empty while it has no name. */
    String contactName() {
        return contact.map(Contact::resourceName).orElseGet(() -> change instanceof Change.Create ? "" : change.contactName());
    }

    /** Whether it may have been done all the same, so that its contact has to be looked for before it is sent again. */
    public boolean inDoubt() {
        return inDoubt(state, error);
    }

    /** {@link #inDoubt()} of what came out so. */
    public static boolean inDoubt(OutcomeState state, Optional<ApiError> error) {
        return switch (state) {
            case SENT, UNKNOWN -> true;
            case FAILED -> error.filter(e -> e.cause().unclear()).isPresent();
            case WAITING, DONE, CONFLICT, SKIPPED -> false;
        };
    }
}
