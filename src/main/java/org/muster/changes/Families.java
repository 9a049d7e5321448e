package org.muster.changes;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Every name each contact has had that was deleted and brought back. It may have come back more than once from the same name, by the undo of different jobs or from backups:
 * all of these names are one contact's.
 *
 * @param names by each name all names of that contact, in the order in which they came up
 */
public record Families(Map<String, List<String>> names) {
    /** Nobody was brought back. */
    public static final Families NONE = new Families(Map.of());

    public Families {
        names = Map.copyOf(names);
    }

    /**
     * That a contact came back.
     *
     * @param formerly what it was called when it was deleted
     * @param now what it was called since
     */
    public record Return(String formerly, String now) {}

    /** @param returns in the order in which they happened */
    public static Families of(List<Return> returns) {
        Map<String, SequencedSet<String>> families = new HashMap<>();
        for (Return one : returns) {
            SequencedSet<String> family = families.computeIfAbsent(one.formerly(), name -> new LinkedHashSet<>(List.of(name)));
            SequencedSet<String> other = families.getOrDefault(one.now(), family);
            if (other != family) {
                family.addAll(other);
                other.forEach(name -> families.put(name, family));
            }
            family.addLast(one.now());
            families.put(one.now(), family);
        }
        Map<String, List<String>> names = HashMap.newHashMap(families.size());
        Map<SequencedSet<String>, List<String>> copies = new IdentityHashMap<>();
        families.forEach((name, family) -> names.put(name, copies.computeIfAbsent(family, List::copyOf)));
        return new Families(names);
    }

    /** Every name of the contact called {@code name} at some time, that one included; the last it came back by is the last. */
    public List<String> of(String name) {
        return names.getOrDefault(name, List.of(name));
    }

    /** Every other name of the contact called {@code name} at some time. */
    public List<String> others(String name) {
        return of(name).stream().filter(other -> !other.equals(name)).toList();
    }
}
