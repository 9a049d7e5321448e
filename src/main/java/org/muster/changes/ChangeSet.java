package org.muster.changes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.contacts.FieldMask;
import org.muster.contacts.ReadSource;

/**
 * A set of changes to one account, to be carried out as one job.
 *
 * @param title what it is called for people, such as {@code Delete 312 contacts}
 * @param changes the changes; their order is the order in which they are sent, batch by batch
 * @param readBack the fields Google shall answer each contact with; empty means "do not read back"
 * @param sources where these are read from; empty means Google's default (profile and contact)
 * @param reverses what it takes back, if it is an undo
 */
public record ChangeSet(String title, List<Change> changes, FieldMask readBack, Set<ReadSource> sources, Optional<Reversal> reverses) {
    public ChangeSet {
        changes = List.copyOf(changes);
        sources = Set.copyOf(sources);
        if (reverses.isPresent() && reverses.get().rows().size() != changes.size()) {
            throw new IllegalArgumentException("not every change says what it takes back");
        }
    }

    /** One that takes nothing back. */
    public ChangeSet(String title, List<Change> changes, FieldMask readBack, Set<ReadSource> sources) {
        this(title, changes, readBack, sources, Optional.empty());
    }

    /** Read from Google's default sources. */
    public ChangeSet(String title, List<? extends Change> changes, FieldMask readBack) {
        this(title, List.copyOf(changes), readBack, Set.of());
    }

    public int size() {
        return changes.size();
    }
}
