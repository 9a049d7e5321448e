package org.muster.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;

/**
 * Copies an entire account: its labels and every contact, complete. A listing that fails on its way is begun anew, since what has come so far may be
 * of another moment than what would follow.
 */
final class Copying {
    private static final Set<ReadSource> OWN = Set.of(ReadSource.CONTACT);
    private static final RequestCost PAGE = RequestCost.reads(1);

    /** Who waits for the copy, and how patiently. */
    interface Patience {
        /** Waits until a request may go out; whether it still shall. */
        boolean turn(RequestCost cost);

        /** The server has answered a request. */
        void taken(RequestCost cost);

        /** Waits until it may be worth trying again; whether to try. */
        boolean again(RequestCost cost, ApiError error);

        /** So many contacts have been read. */
        void progress(int read, int total);
    }

    /** How it went. */
    sealed interface End {
        /** The copy is safely in its place. */
        record Done(Safekeeping.Copy copy) implements End {}

        /** It could not be read, and nobody wanted to try again; or nobody wants it any more, without an error. */
        record Unread(Optional<ApiError> error) implements End {}

        /** It could not be written. */
        record Unwritten(Kept why) implements End {}
    }

    /** Ends a listing in its middle. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient End end;

        Enough(End end) {
            super(null, null, false, false);
            this.end = end;
        }
    }

    private final PeopleGateway gateway;
    private final Patience patience;

    Copying(PeopleGateway gateway, Patience patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    /** @param place begins a copy, given the account's labels; anew for each attempt */
    End into(Function<List<Label>, Safekeeping.Copy> place) {
        try {
            List<Label> labels = insist(PAGE, gateway::labels);
            while (true) {
                try (Safekeeping.Copy copy = place.apply(labels)) {
                    Optional<ApiError> trouble = fill(copy);
                    if (trouble.isEmpty()) {
                        return end(copy);
                    }
                    if (!patience.again(PAGE, trouble.get())) {
                        return new End.Unread(trouble);
                    }
                }
            }
        } catch (Enough enough) {
            return enough.end;
        }
    }

    private static End end(Safekeeping.Copy copy) {
        Kept kept = copy.finish();
        return kept == Kept.SAFE ? new End.Done(copy) : new End.Unwritten(kept);
    }

    /** @return why the listing came to no end, if so */
    private Optional<ApiError> fill(Safekeeping.Copy copy) {
        Set<String> seen = new HashSet<>();
        List<String> cut = new ArrayList<>();
        awaitTurn(PAGE);
        Answer<Void> listed = gateway.list(Safekeeping.FIELDS, OWN, page -> {
            patience.taken(PAGE);
            List<Contact> complete = new ArrayList<>(page.contacts().size());
            for (Contact contact : page.contacts()) {
                // One that is changed elsewhere meanwhile moves to the listing's end, and comes twice
                if (seen.add(contact.resourceName())) {
                    if (contact.loaded().containsAll(Safekeeping.FIELDS)) {
                        complete.add(contact);
                    } else {
                        cut.add(contact.resourceName());
                    }
                }
            }
            write(copy, complete);
            patience.progress(copy.count(), Math.max(page.total(), seen.size()));
            if (page.nextPageToken() != null) {
                awaitTurn(PAGE);
            }
        });
        if (listed instanceof Answer.Failed<Void>(ApiError error)) {
            return Optional.of(error);
        }
        for (int from = 0; from < cut.size(); from += PeopleGateway.GET_LIMIT) {
            write(copy, whole(cut.subList(from, Math.min(cut.size(), from + PeopleGateway.GET_LIMIT))));
            patience.progress(copy.count(), seen.size());
        }
        return Optional.empty();
    }

    /** Contacts that the listing cut, read by themselves. One that has gone since is none to be kept. */
    private List<Contact> whole(List<String> names) {
        Map<String, Answer<Contact>> found = insist(PAGE, () -> new Reader(gateway, OWN).read(names, Safekeeping.FIELDS));
        return switch (CutListing.there(names, found)) {
            case Answer.Ok<Map<String, Contact>>(var there) -> List.copyOf(there.values());
            case Answer.Failed<Map<String, Contact>>(ApiError error) -> throw new Enough(new End.Unread(Optional.of(error)));
        };
    }

    private void write(Safekeeping.Copy copy, List<Contact> contacts) {
        Kept kept = copy.add(contacts);
        if (kept != Kept.SAFE) {
            throw new Enough(new End.Unwritten(kept));
        }
    }

    private void awaitTurn(RequestCost cost) {
        if (!patience.turn(cost)) {
            throw new Enough(new End.Unread(Optional.empty()));
        }
    }

    private <T> T insist(RequestCost cost, Supplier<Answer<T>> request) {
        while (true) {
            awaitTurn(cost);
            switch (request.get()) {
                case Answer.Ok<T>(T value) -> {
                    patience.taken(cost);
                    return value;
                }
                case Answer.Failed<T>(ApiError error) -> {
                    if (!patience.again(cost, error)) {
                        throw new Enough(new End.Unread(Optional.of(error)));
                    }
                }
            }
        }
    }
}
