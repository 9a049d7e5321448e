package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;
import org.muster.people.ErrorCause;

/**
 * Which contacts of a job may be sent once more, and how. Only what is known not to have happened: a contact that may have been made already is never
 * sent blindly, and one that was changed elsewhere is never overwritten before somebody compared.
 */
public final class Retries {
    private Retries() {}

    /** Whether {@link #of} gives a change for it. */
    public static boolean possible(Outcome outcome) {
        return switch (outcome.state()) {
            case FAILED -> !outcome.inDoubt() && !outcome.error().filter(e -> inVain(outcome, e.cause())).isPresent();
            case SKIPPED -> true;
            case WAITING, SENT, DONE, CONFLICT, UNKNOWN -> false;
        };
    }

    /**
     * Whether {@link SecondLook} has to be asked first. Such a row was not done as far as its job could see, but the server had said that it may have been; a
     * new job cannot find it, since what it makes carries another mark. What the look gives may be sent when {@link #possible} says so.
     */
    public static boolean afterLook(Outcome outcome) {
        return outcome.state() == OutcomeState.FAILED && outcome.inDoubt();
    }

    /** What sending again does not change. A photo is given to whom its contact is by then, and its bytes may be read another time. */
    private static boolean inVain(Outcome outcome, ErrorCause cause) {
        return switch (cause) {
            case BACK_ALREADY, BACK_SINCE -> true;
            case NOT_FOUND, PHOTO_LOST -> !(outcome.change() instanceof Change.SetPhoto);
            default -> false;
        };
    }

    /**
     * The change to send again.
     *
     * @param book what is known of the account now. An update is put onto a newer contact found there, as long as nothing it would overwrite has changed;
     *     otherwise it stays based on what its user saw, so that the new job finds the conflict instead of hiding it
     */
    public static Optional<Change> of(Outcome outcome, ContactBook book) {
        if (!possible(outcome)) {
            return Optional.empty();
        }
        return Optional.of(switch (outcome.change()) {
            case Change.Create create -> create;
            case Change.Delete delete -> delete;
            case Change.SetPhoto photo -> new Change.SetPhoto(outcome.contact().map(Contact::resourceName).orElse(photo.of()), photo.photo(), photo.displayName());
            case Change.Update update -> book.find(update.before().resourceName()).filter(newer -> untouched(update, newer)).map(newer -> rebased(update, newer)).orElse(update);
        });
    }

    private static boolean untouched(Change.Update update, Contact newer) {
        return newer != update.before()
                && newer.loaded().containsAll(update.mask())
                && update.mask().fields().stream().allMatch(f -> Values.same(f, update.before().ownItems(f), newer.ownItems(f)));
    }

    /** {@code update} on top of {@code newer}: the masked fields as the update wants them, everything else as it is there now. */
    private static Change.Update rebased(Change.Update update, Contact newer) {
        Person after = newer.copy();
        for (PersonField field : update.mask().fields()) {
            after.set(field.path(), update.after().get(field.path()));
        }
        return new Change.Update(newer, after, update.mask());
    }
}
