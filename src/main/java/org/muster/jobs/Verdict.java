package org.muster.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.contacts.Contact;
import org.muster.people.ApiError;

/** What an answer or a look says about one row that was sent. */
sealed interface Verdict {
    /** It is done. The contact is there when it was read back. */
    record Done(Optional<Contact> contact) implements Verdict {}

    /**
     * It was not done, and nothing stands against sending it (again).
     *
     * @param newer whether looking brought a newer version to send it under
     */
    record NotDone(boolean newer) implements Verdict {}

    /** It was not done and will not be. */
    record Refused(ApiError error) implements Verdict {}

    /** Somebody else changed what it would overwrite. */
    record Changed(Contact theirs) implements Verdict {}

    /** It is not known, and looking does not help. */
    record Unsettled(ApiError error) implements Verdict {}

    /** The rows whose verdict leaves nothing open. */
    static List<Integer> settled(Map<Integer, Verdict> verdicts) {
        return verdicts.entrySet().stream().filter(e -> !(e.getValue() instanceof NotDone)).map(Map.Entry::getKey).toList();
    }

    /** Whether looking brought no newer version of any of them. */
    static boolean nothingNewer(Map<Integer, Verdict> verdicts) {
        return verdicts.values().stream().noneMatch(v -> v instanceof NotDone(boolean newer) && newer);
    }
}
