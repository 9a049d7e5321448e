package org.muster.changes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What jobs have brought back of contacts that were deleted, so that nobody comes back twice.
 *
 * @param names who is one contact, whatever it was called
 * @param markers what contacts that may have come back were called before, by the {@link Marker} they would carry
 * @param coming what contacts were called before that a job which has not ended has yet to bring back, or of which it is not known whether one has
 * @param deleted what contacts that jobs have deleted were called last, by the id of their own source, which stays when Google gives them another name
 */
public record Returns(Families names, Map<String, String> markers, Set<String> coming, Map<String, String> deleted) {
    /** Nobody was brought back. */
    public static final Returns NONE = new Returns(Families.NONE, Map.of(), Set.of(), Map.of());

    public Returns {
        markers = Map.copyOf(markers);
        coming = Set.copyOf(coming);
        deleted = Map.copyOf(deleted);
    }

    /** Every name a contact has had that was called {@code name} at some time, the last it came back by last. */
    public List<String> since(String name) {
        return names.of(name);
    }

    /** Whether a job is about to bring it back, or may have. */
    public boolean coming(String name) {
        Set<String> all = new HashSet<>(since(name));
        all.retainAll(coming);
        return !all.isEmpty();
    }
}
