package org.muster.jobs;

import java.util.Optional;
import org.muster.contacts.Contact;
import org.muster.people.ApiError;

/** What an answer or a look says about one row that was sent. */
sealed interface Finding {
    /** It is done. The contact is there when it was read back. */
    record Done(Optional<Contact> contact) implements Finding {}

    /** It was not done, and nothing stands against sending it (again). */
    record NotDone() implements Finding {}

    /** It was not done and will not be. */
    record Refused(ApiError error) implements Finding {}

    /** Somebody else changed what it would overwrite. */
    record Changed(Contact theirs) implements Finding {}

    /** It is not known, and looking does not help. */
    record Unsettled(ApiError error) implements Finding {}
}
