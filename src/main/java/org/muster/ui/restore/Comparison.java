package org.muster.ui.restore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.changes.LabelsThen;
import org.muster.changes.MassChange;
import org.muster.changes.Restore;
import org.muster.changes.Returns;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SearchText;
import org.muster.store.Backup;
import org.muster.texts.Texts;
import org.muster.ui.mask.Counts;

/**
 * A backup held against the account. Made away from the FX thread; asking it is quick, since it is asked with every key and every tick.
 *
 * @param items every contact of the backup
 * @param missing the names of labels that contacts of the backup carried and the account lacks
 * @param numbers how many there are
 * @param kept of how many a field that was empty then stays as it is
 */
record Comparison(List<Item> items, Set<String> missing, Numbers numbers, int kept) {
    static final Comparison NONE = of(List.of(), Set.of());

    /**
     * One contact of the backup.
     *
     * @param diffs what would change in one that is there, field by field
     * @param written the fields that would be written in one that is there, a bit for each: masks take too long to ask with every tick
     * @param emptied those of them that would lose all their values
     * @param photo whether it is gone, and its photo does not come back with it
     * @param search what a search looks into
     */
    record Item(Restore.Found found, List<FieldDiff> diffs, long written, long emptied, boolean photo, SearchText search) {
        static Item of(Restore.Found found, SearchText search) {
            List<FieldDiff> diffs = found.change().filter(Change.Update.class::isInstance).map(change -> FieldDiff.changesOf((Change.Update) change)).orElse(List.of());
            long written = found.change().map(change -> change instanceof Change.Update update ? bits(update.mask().fields()) : 0L).orElse(0L);
            long emptied = bits(diffs.stream().filter(MassChange::empties).map(FieldDiff::field).toList());
            boolean photo = found.kind() == Restore.Kind.GONE && Restore.photo(found.then());
            return new Item(found, diffs, written, emptied, photo, search);
        }

        private static long bits(Collection<PersonField> fields) {
            return fields.stream().mapToLong(field -> 1L << field.ordinal()).sum();
        }

        String name() {
            return found.then().resourceName();
        }

        Restore.Kind kind() {
            return found.kind();
        }
    }

    /** How many there are. */
    record Numbers(int gone, int different, int same) {}

    /**
     * What would be done to the contacts that are ticked.
     *
     * @param created how many come back
     * @param put of how many fields are put back
     * @param emptied of how many of those a field would be emptied
     * @param photos how many come back without the photo they had
     */
    record Sums(int created, int put, int emptied, int photos) {
        int changes() {
            return created + put;
        }
    }

    /**
     * What was read to compare.
     *
     * @param now all contacts of the account
     * @param labels its labels
     */
    record Read(Backup backup, List<Contact> now, List<Label> labels, Returns returns) {
        /**
         * Compares.
         *
         * @param emptyToo whether what was empty then shall be emptied
         * @param labelsToo whether labels that are gone count as if they had been made again
         */
        Comparison compare(boolean emptyToo, boolean labelsToo) {
            LabelsThen then = new LabelsThen(backup.header().labels(), labels);
            Restore restore = new Restore(now, labelsToo ? then.asIfMade() : then, returns);
            Restore.Wish wish = new Restore.Wish(FieldMask.writable(), emptyToo, Texts.of(Comparison.class).get("origin", backup.file().getFileName()));
            Map<String, String> labelNames = backup.header().labels().stream().collect(Collectors.toMap(Label::resourceName, Label::name, (a, b) -> a));
            List<Item> items = new ArrayList<>(backup.contacts().size());
            for (Contact contact : backup.contacts()) {
                Restore.Found found = restore.look(contact, wish);
                items.add(Item.of(found, SearchText.of(contact, labelNames)));
            }
            return of(items, then.missing(backup.contacts()));
        }

        /** The same with labels as they are by now. */
        Read with(List<Label> labelsNow) {
            return new Read(backup, now, labelsNow, returns);
        }
    }

    static Comparison of(List<Item> items, Set<String> missing) {
        int[] of = new int[Restore.Kind.values().length];
        items.forEach(item -> of[item.kind().ordinal()]++);
        Numbers numbers = new Numbers(of[Restore.Kind.GONE.ordinal()], of[Restore.Kind.DIFFERENT.ordinal()], of[Restore.Kind.SAME.ordinal()] + of[Restore.Kind.COMING.ordinal()]);
        return new Comparison(List.copyOf(items), missing, numbers, (int) items.stream().filter(item -> !item.found().kept().isEmpty()).count());
    }

    /** The lines to show, in the backup's order: one for each contact that comes back or stays, one for each field of one that is different. */
    List<RestoreRow> rows(Predicate<Item> wanted, FieldMask mask) {
        List<RestoreRow> rows = new ArrayList<>();
        for (Item item : items) {
            if (wanted.test(item)) {
                if (item.kind() != Restore.Kind.DIFFERENT) {
                    rows.add(new RestoreRow(item, Optional.empty()));
                }
                for (FieldDiff diff : item.diffs()) {
                    if (mask.contains(diff.field())) {
                        rows.add(new RestoreRow(item, Optional.of(diff)));
                    }
                }
            }
        }
        return rows;
    }

    /** What would be sent for the contacts that are ticked, in the backup's order. */
    List<Change> changes(Set<String> ticked, FieldMask mask) {
        List<Change> changes = new ArrayList<>();
        for (Item item : items) {
            if (ticked.contains(item.name())) {
                item.found().change().ifPresent(change -> {
                    if (change instanceof Change.Update update) {
                        FieldMask under = update.mask().intersect(mask);
                        if (!under.isEmpty()) {
                            changes.add(update.under(under));
                        }
                    } else {
                        changes.add(change);
                    }
                });
            }
        }
        return changes;
    }

    /** The numbers of {@link #changes}, and what they would destroy. */
    Sums sums(Set<String> ticked, FieldMask mask) {
        long chosen = Item.bits(mask.fields());
        int created = 0;
        int put = 0;
        int emptied = 0;
        int photos = 0;
        for (Item item : items) {
            if (item.kind() == Restore.Kind.SAME || !ticked.contains(item.name())) {
                continue;
            }
            created += item.kind() == Restore.Kind.GONE ? 1 : 0;
            put += (item.written() & chosen) == 0 ? 0 : 1;
            emptied += (item.emptied() & chosen) == 0 ? 0 : 1;
            photos += item.photo() ? 1 : 0;
        }
        return new Sums(created, put, emptied, photos);
    }

    /** Per field: of how many of the contacts that are there it would be set, emptied, or stay. */
    Map<PersonField, Counts> counts() {
        Map<PersonField, int[]> found = new HashMap<>();
        int there = 0;
        for (Item item : items) {
            if (item.found().now().isPresent()) {
                there++;
                item.diffs().forEach(d -> found.computeIfAbsent(d.field(), f -> new int[2])[MassChange.empties(d) ? 1 : 0]++);
            }
        }
        Map<PersonField, Counts> counts = new EnumMap<>(PersonField.class);
        for (PersonField field : FieldMask.writable().fields()) {
            int[] n = found.getOrDefault(field, new int[2]);
            counts.put(field, new Counts(n[0], n[1], there - n[0] - n[1]));
        }
        return counts;
    }
}
