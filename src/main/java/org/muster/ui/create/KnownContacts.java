package org.muster.ui.create;

import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.muster.changes.Change;
import org.muster.changes.Twins;
import org.muster.contacts.ContactBook.BookChange;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.ui.workspace.LoadState;
import org.muster.ui.workspace.Workspace;

/** The contacts new ones are held against: those of the account, and those its jobs have still to make. May be asked on any thread. */
final class KnownContacts {
    private record Seen(long version, Twins twins) {}

    private final Workspace workspace;
    private final AtomicLong version = new AtomicLong();
    private final Consumer<BookChange> watching;
    private volatile Seen seen;

    /** @param onChange called on the FX thread when the account has other contacts than before */
    KnownContacts(Workspace workspace, Runnable onChange) {
        this.workspace = workspace;
        this.watching = change -> {
            version.incrementAndGet();
            workspace.background().onFx(onChange);
        };
        workspace.book().addListener(watching);
    }

    /** Listens no more. */
    void close() {
        workspace.book().removeListener(watching);
    }

    /** The account's contacts, looked through once for as long as they stay the same. Takes a while for thousands: not on the FX thread. */
    Twins account() {
        long now = version.get();
        Seen last = seen;
        if (last == null || last.version() != now) {
            last = new Seen(now, new Twins(workspace.book().contacts()));
            seen = last;
        }
        return last.twins();
    }

    /** What jobs have still to make, or may have made: contacts the account's listing does not show yet. */
    List<Person> coming() {
        List<Person> coming = new ArrayList<>();
        boolean listing = workspace.loadStateProperty().get() instanceof LoadState.Loading;
        for (Job job : workspace.jobs().jobs()) {
            if (workspace.owns(job)) {
                boolean unlisted = listing || !job.snapshot().state().ended();
                for (Outcome outcome : job.outcomes()) {
                    if (outcome.change() instanceof Change.Create create && open(outcome, unlisted)) {
                        coming.add(create.draft());
                    }
                }
            }
        }
        return coming;
    }

    /** @param unlisted whether contacts that were made without being read back may still be missing in the book */
    private static boolean open(Outcome outcome, boolean unlisted) {
        return switch (outcome.state()) {
            case WAITING, SENT, UNKNOWN -> true;
            case DONE -> unlisted && outcome.contact().isEmpty();
            case FAILED, CONFLICT, SKIPPED -> false;
        };
    }
}
