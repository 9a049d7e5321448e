package org.muster.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.changes.Change;
import org.muster.contacts.FieldMask;
import org.muster.people.PeopleGateway;

/**
 * How a change set is cut into batches: creates, updates of one mask each, and deletes, none larger than Google takes. Batches come in
 * the order of their first change, and within each the order is the change set's. Two changes to the same contact never share a batch, and the
 * later one is in the later batch.
 *
 * @param batches what is sent, in this order
 */
record BatchPlan(List<Batch> batches) {
    /** What a batch does. */
    enum Kind {
        /** Makes contacts. */
        CREATE(PeopleGateway.CREATE_LIMIT),
        /** Changes contacts. */
        UPDATE(PeopleGateway.UPDATE_LIMIT),
        /** Deletes contacts. */
        DELETE(PeopleGateway.DELETE_LIMIT),
        /** Gives one contact its photo; there is no batch method for that. */
        PHOTO(1);

        private final int limit;

        Kind(int limit) {
            this.limit = limit;
        }

        int limit() {
            return limit;
        }
    }

    /**
     * One batch.
     *
     * @param kind what it does
     * @param mask the fields an update replaces; empty for the others
     * @param rows the places of its changes in the change set
     */
    record Batch(Kind kind, FieldMask mask, List<Integer> rows) {}

    /** What may share a batch. */
    private record Sort(Kind kind, FieldMask mask) {
        static Sort of(Change change) {
            return switch (change) {
                case Change.Create c -> new Sort(Kind.CREATE, FieldMask.none());
                case Change.Update u -> new Sort(Kind.UPDATE, u.mask());
                case Change.Delete d -> new Sort(Kind.DELETE, FieldMask.none());
                case Change.SetPhoto p -> new Sort(Kind.PHOTO, FieldMask.none());
            };
        }

        /** {@code other} if it is the same: neighbours mostly are, and are told by a glance. */
        Sort orSame(Sort other) {
            return other != null && kind == other.kind && (mask == other.mask || mask.equals(other.mask)) ? other : this;
        }
    }

    /** Plans {@code changes}. */
    static BatchPlan of(List<Change> changes) {
        List<Batch> batches = new ArrayList<>();
        Map<Sort, Integer> open = new HashMap<>();
        Integer openOfLast = null;
        Map<String, Integer> lastOfContact = HashMap.newHashMap(changes.size());
        Sort last = null;
        for (int row = 0; row < changes.size(); row++) {
            Change change = changes.get(row);
            Sort sort = Sort.of(change).orSame(last);
            String name = change.contactName(); // of one that comes back, too: its photo comes later
            int after = name.isEmpty() ? -1 : lastOfContact.getOrDefault(name, -1);
            Integer index = sort == last ? openOfLast : open.get(sort);
            if (index == null || index <= after || batches.get(index).rows().size() == sort.kind().limit()) {
                index = batches.size();
                batches.add(new Batch(sort.kind(), sort.mask(), new ArrayList<>()));
                open.put(sort, index);
            }
            last = sort;
            openOfLast = index;
            batches.get(index).rows().add(row);
            if (!name.isEmpty()) {
                lastOfContact.put(name, index);
            }
        }
        return new BatchPlan(batches.stream().map(b -> new Batch(b.kind(), b.mask(), List.copyOf(b.rows()))).toList());
    }
}
