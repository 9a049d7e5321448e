package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;

/** What was last answered of the contacts of a job, and by it what a read proves: reads may lag behind what was answered before. */
final class LastKnown {
    /** So long after it was touched somebody who is not found may not be found yet. Google speaks of several minutes, if only of its listings of changes. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final ContactBook book;
    private final Map<String, Contact> answered = new HashMap<>();

    /** @param book may know better than the job */
    LastKnown(List<Outcome> outcomes, ContactBook book) {
        this.book = book;
        for (Outcome outcome : outcomes) {
            outcome.contact().ifPresent(contact -> answered.merge(contact.resourceName(), contact, (some, other) -> Sameness.older(other, some) ? some : other));
            if (outcome.change() instanceof Change.Delete && outcome.state() == OutcomeState.DONE) {
                answered.remove(outcome.contactName());
            }
        }
    }

    private Stream<Contact> known(String name) {
        return Stream.of(Optional.ofNullable(answered.get(name)), book.find(name)).flatMap(Optional::stream);
    }

    /** Whether what was read is from before what was answered, so that it does not tell how the contact is. */
    boolean newerThan(Contact read) {
        return known(read.resourceName()).anyMatch(known -> Sameness.older(read, known));
    }

    /** Whether the contact was made or changed just before {@code now}; by Google's clock, which may go a little wrong against this one. */
    boolean touchedLately(String name, Instant now) {
        return known(name).anyMatch(known -> Sameness.since(known, now.minus(LATELY)));
    }
}
