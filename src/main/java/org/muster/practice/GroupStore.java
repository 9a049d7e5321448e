package org.muster.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contact groups of the account: the user's own first, then Google's. Every method is atomic. */
final class GroupStore {
    private final Keeper keeper;
    private final Map<String, StoredGroup> own = new LinkedHashMap<>();
    private final Map<String, StoredGroup> system = new LinkedHashMap<>();

    GroupStore(Keeper keeper) {
        this.keeper = keeper;
        StoredGroup.SYSTEM.forEach(group -> system.put(group.resourceName(), group));
    }

    synchronized void load(Collection<StoredGroup> groups) {
        groups.forEach(group -> own.put(group.resourceName(), group));
    }

    /** Puts these groups in the place of the user's own. The caller has told the keeper. */
    synchronized void replace(List<StoredGroup> groups) {
        own.clear();
        load(groups);
    }

    synchronized void write(StoredGroup group) {
        keeper.write(List.of(), List.of(group));
        own.put(group.resourceName(), group);
    }

    synchronized Optional<StoredGroup> find(String resourceName) {
        StoredGroup group = own.get(resourceName);
        return Optional.ofNullable(group == null ? system.get(resourceName) : group).filter(g -> !g.deleted());
    }

    synchronized boolean nameTaken(String name, String exceptId) {
        return all().stream().anyMatch(g -> !g.id().equals(exceptId) && g.name().equals(name));
    }

    /** The groups that are there, the user's own first. */
    synchronized List<StoredGroup> all() {
        List<StoredGroup> all = new ArrayList<>(own.values().stream().filter(g -> !g.deleted()).toList());
        all.addAll(system.values());
        return all;
    }

    /** The user's groups that changed after a place in the order of changes, graves included. */
    synchronized List<StoredGroup> changesAfter(long seq) {
        return own.values().stream().filter(g -> g.seq() > seq).toList();
    }
}
