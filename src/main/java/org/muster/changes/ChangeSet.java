package org.muster.changes;

import java.util.List;
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
 */
public record ChangeSet(String title, List<Change> changes, FieldMask readBack, Set<ReadSource> sources) {
    public ChangeSet {
        changes = List.copyOf(changes);
        sources = Set.copyOf(sources);
    }

    /** Read from Google's default sources. */
    public ChangeSet(String title, List<? extends Change> changes, FieldMask readBack) {
        this(title, List.copyOf(changes), readBack, Set.of());
    }

    public int size() {
        return changes.size();
    }
}
