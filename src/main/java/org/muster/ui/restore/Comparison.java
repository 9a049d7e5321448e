package org.muster.ui.restore;

import java.util.ArrayList;
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
 * A backup held against the account. Made away from the FX thread; asking it is quick.
 *
 * @param items every contact of the backup
 * @param missing the names of labels that contacts of the backup carried and the account lacks
 */
record Comparison(List<Item> items, Set<String> missing) {
    static final Comparison NONE = new Comparison(List.of(), Set.of());

    /**
     * One contact of the backup.
     *
     * @param diffs what would change in one that is there, field by field
     * @param search what a search looks into
     */
    record Item(Restore.Found found, List<FieldDiff> diffs, SearchText search) {
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
                List<FieldDiff> diffs = found.change().filter(Change.Update.class::isInstance).map(change -> FieldDiff.changesOf((Change.Update) change)).orElse(List.of());
                items.add(new Item(found, diffs, SearchText.of(contact, labelNames)));
            }
            return new Comparison(List.copyOf(items), then.missing(backup.contacts()));
        }

        /** The same with labels as they are by now. */
        Read with(List<Label> labelsNow) {
            return new Read(backup, now, labelsNow, returns);
        }
    }

    Numbers numbers() {
        int[] of = new int[Restore.Kind.values().length];
        items.forEach(item -> of[item.kind().ordinal()]++);
        return new Numbers(of[Restore.Kind.GONE.ordinal()], of[Restore.Kind.DIFFERENT.ordinal()], of[Restore.Kind.SAME.ordinal()] + of[Restore.Kind.COMING.ordinal()]);
    }

    /** The lines to show, in the backup's order: one for each contact that comes back or stays, one for each field of one that is different. */
    List<RestoreRow> rows(Predicate<Item> wanted, FieldMask mask) {
        List<RestoreRow> rows = new ArrayList<>();
        for (Item item : items) {
            if (wanted.test(item)) {
                List<RestoreRow> fields = item.diffs().stream().filter(d -> mask.contains(d.field())).map(d -> new RestoreRow(item, Optional.of(d))).toList();
                rows.addAll(item.kind() == Restore.Kind.DIFFERENT ? fields : List.of(new RestoreRow(item, Optional.empty())));
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

    /** What that would destroy. */
    MassChange mass(Set<String> ticked, FieldMask mask, int changes, int account) {
        long emptied = items.stream().filter(item -> ticked.contains(item.name())
                && item.diffs().stream().anyMatch(d -> MassChange.empties(d) && mask.contains(d.field()))).count();
        return new MassChange((int) emptied, changes, account);
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

    /** Of how many of the ticked contacts that are gone the photo does not come back. */
    int photos(Set<String> ticked) {
        return (int) items.stream().filter(item -> item.kind() == Restore.Kind.GONE && ticked.contains(item.name()) && Restore.photo(item.found().then())).count();
    }

    /** Of how many a field that was empty then stays as it is. */
    int kept() {
        return (int) items.stream().filter(item -> !item.found().kept().isEmpty()).count();
    }
}
