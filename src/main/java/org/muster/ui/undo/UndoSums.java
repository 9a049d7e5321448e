package org.muster.ui.undo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.MassChange;
import org.muster.jobs.UndoPlan;
import org.muster.people.PeopleGateway;

/**
 * The numbers of an undo of which contacts may be left out. They are asked for with every tick: whatever takes time is found out once, when this is made, which is for
 * another thread than the FX thread.
 */
final class UndoSums {
    /**
     * What counts of one step. Photos are none: they are of contacts that come back, and counted with them.
     *
     * @param contact the same number for the same contact
     * @param batch the same number for what can go out together
     */
    private record Part(UndoPlan.Step step, int contact, int batch, boolean destroys, boolean photo) {
        private Change change() {
            return step.change();
        }
    }

    /**
     * The numbers. Contacts are counted, of which several rows of the job may have been about the same.
     *
     * @param contacts to which something is done
     * @param created that come back
     * @param deleted that go
     * @param goneSince of these, those that were changed since they were made
     * @param putBack that are put back wholly
     * @param inPart that are put back in part, since they were changed since: what was ends as a conflict and gives nothing back
     * @param changedSince that get back nothing, since they were changed since
     * @param destroyed that go, or are emptied of a field
     * @param photos that come back with their photo
     * @param batches that it takes, without the photos, each of which is a request of its own
     */
    record Sums(int contacts, int created, int deleted, int goneSince, int putBack, int inPart, int changedSince, int destroyed, int photos, int batches) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Integer> limits = new ArrayList<>();

    /** @param photos the rows whose contacts come back with their photo */
    UndoSums(List<UndoPlan.Step> steps, Set<Integer> photos) {
        Map<Object, Integer> contacts = new HashMap<>();
        Map<Object, Integer> batches = new HashMap<>();
        for (UndoPlan.Step step : steps) {
            Change change = step.change();
            if (!(change instanceof Change.SetPhoto)) {
                int contact = contacts.computeIfAbsent(change.contactName().isEmpty() ? step : change.contactName(), c -> contacts.size());
                int batch = batches.computeIfAbsent(change instanceof Change.Update update ? update.mask() : change.getClass(), b -> { // one update mask per batch (People API)
                    limits.add(limit(change));
                    return batches.size();
                });
                parts.add(new Part(step, contact, batch, MassChange.empties(change), change instanceof Change.Create && photos.contains(step.row())));
            }
        }
    }

    private static int limit(Change change) {
        return switch (change) {
            case Change.Create create -> PeopleGateway.CREATE_LIMIT;
            case Change.Update update -> PeopleGateway.UPDATE_LIMIT;
            case Change.Delete delete -> PeopleGateway.DELETE_LIMIT;
            case Change.SetPhoto photo -> 1;
        };
    }

    /**
     * Counts.
     *
     * @param takenOut the rows that are left out
     * @param labelsMade whether labels that are gone are made first; without them, who only gets those back gets nothing
     */
    Sums of(Set<Integer> takenOut, boolean labelsMade) {
        BitSet all = new BitSet();
        BitSet created = new BitSet();
        BitSet deleted = new BitSet();
        BitSet goneSince = new BitSet();
        BitSet given = new BitSet();
        BitSet kept = new BitSet();
        BitSet destroyed = new BitSet();
        int[] together = new int[limits.size()];
        int photos = 0;
        for (Part part : parts) {
            if (takenOut.contains(part.step().row())) {
                continue;
            }
            photos += part.photo() ? 1 : 0;
            if (labelsMade || !part.step().labelsFirst()) {
                count(all, part, true);
                count(created, part, part.change() instanceof Change.Create);
                count(deleted, part, part.change() instanceof Change.Delete);
                count(goneSince, part, part.change() instanceof Change.Delete && part.step().changedSince());
                count(given, part, part.change() instanceof Change.Update && !part.step().changedSince());
                count(kept, part, part.change() instanceof Change.Update && part.step().changedSince());
                count(destroyed, part, part.destroys());
                together[part.batch()]++;
            }
        }
        int batches = 0;
        for (int i = 0; i < together.length; i++) {
            batches += Math.ceilDiv(together[i], limits.get(i));
        }
        BitSet inPart = (BitSet) given.clone();
        inPart.and(kept);
        given.andNot(inPart);
        kept.andNot(inPart);
        return new Sums(all.cardinality(), created.cardinality(), deleted.cardinality(), goneSince.cardinality(), given.cardinality(), inPart.cardinality(), kept.cardinality(), destroyed.cardinality(), photos, batches);
    }

    private static void count(BitSet contacts, Part part, boolean counts) {
        if (counts) {
            contacts.set(part.contact());
        }
    }
}
