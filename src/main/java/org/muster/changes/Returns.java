package org.muster.changes;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What jobs have brought back of contacts that were deleted, so that nobody comes back twice.
 *
 * @param names what contacts that came back are called now, by what they were called before
 * @param markers what contacts that may have come back were called before, by the {@link Marker} they would carry
 * @param coming what contacts were called before that a job which has not ended has yet to bring back, or of which it is not known whether one has
 */
public record Returns(Map<String, String> names, Map<String, String> markers, Set<String> coming) {
    /** Nobody was brought back. */
    public static final Returns NONE = new Returns(Map.of(), Map.of(), Set.of());

    public Returns {
        names = Map.copyOf(names);
        markers = Map.copyOf(markers);
        coming = Set.copyOf(coming);
    }

    /** Every name a contact has had since it was called {@code name}, that one first; it may have gone and come back more than once. */
    public SequencedSet<String> since(String name) {
        SequencedSet<String> all = new LinkedHashSet<>();
        for (String at = name; at != null && all.add(at); at = names.get(at)) { }
        return all;
    }

    /** Whether a job is about to bring it back, or may have. */
    public boolean coming(String name) {
        Set<String> all = new HashSet<>(since(name));
        all.retainAll(coming);
        return !all.isEmpty();
    }
}
