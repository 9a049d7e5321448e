package org.muster.ui.edit;

import com.google.api.client.json.GenericJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.muster.changes.Change;
import org.muster.changes.Checks;
import org.muster.changes.EditPlan;
import org.muster.changes.FieldDiff;
import org.muster.changes.Finding;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.ui.mask.Counts;

/**
 * What a plan makes of many contacts.
 *
 * @param rows one per contact and field that differs, in the contacts' order
 * @param loaded the fields that were read of every contact
 * @param missing fields the plan needs, with the number of contacts of which they were not read
 * @param contacts how many contacts were looked at
 */
record Preview(List<PreviewRow> rows, FieldMask loaded, Map<PersonField, Integer> missing, int contacts) {
    static final Preview EMPTY = new Preview(List.of(), FieldMask.none(), Map.of(), 0);

    /** Labels do not matter to what is asked of it here. */
    private static final Checks CHECKS = Checks.forEdit(List.of());

    /** Contacts in the first chunk: as many as a screen may show. Each further chunk is four times as large. */
    private static final int FIRST_CHUNK = 200;

    /**
     * Works it out, contact by contact. Runs where it is called, for a second at 25,000 contacts; ends early, with no result, when its thread is interrupted.
     *
     * @param onRows gets the rows as they are found, on the calling thread; first those of a screenful
     */
    static Optional<Preview> of(List<Contact> contacts, EditPlan plan, Consumer<List<PreviewRow>> onRows) {
        List<PreviewRow> all = new ArrayList<>();
        Map<PersonField, Integer> missing = new EnumMap<>(PersonField.class);
        FieldMask loaded = FieldMask.all();
        int told = 0;
        int next = FIRST_CHUNK;
        for (int i = 0; i < contacts.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            Contact contact = contacts.get(i);
            if (!contact.loaded().containsAll(loaded)) {
                loaded = loaded.intersect(contact.loaded());
            }
            if (!contact.loaded().containsAll(plan.needs())) {
                plan.needs().minus(contact.loaded()).fields().forEach(f -> missing.merge(f, 1, Integer::sum));
            }
            Optional<Change.Update> update = plan.apply(contact, contact.loaded().intersect(FieldMask.writable()));
            update.ifPresent(u -> {
                List<Finding> findings = CHECKS.check(u);
                u.mask().fields().forEach(f -> all.add(row(u, f, findings)));
            });
            if (i + 1 == next) {
                onRows.accept(List.copyOf(all.subList(told, all.size())));
                told = all.size();
                next *= 4;
            }
        }
        onRows.accept(List.copyOf(all.subList(told, all.size())));
        return Optional.of(new Preview(List.copyOf(all), loaded, missing, contacts.size()));
    }

    /** The row of a field that is known to differ, since the mask names no others: comparing once more would double the work. */
    private static PreviewRow row(Change.Update update, PersonField field, List<Finding> findings) {
        List<GenericJson> after = Contact.items(update.after(), field);
        return new PreviewRow(update, new FieldDiff(field, update.before().ownItems(field), after, after.isEmpty() ? FieldDiff.Kind.CLEARED : FieldDiff.Kind.SET),
                findings.stream().filter(f -> f.place().map(place -> place.field() == field).orElse(true)).toList());
    }

    /** Set, cleared and same per field that was read of every contact; contacts taken out stay as they are. */
    Map<PersonField, Counts> counts(Set<String> takenOut) {
        Map<PersonField, int[]> found = new EnumMap<>(PersonField.class);
        loaded.intersect(FieldMask.writable()).fields().forEach(f -> found.put(f, new int[2]));
        for (PreviewRow row : rows) {
            int[] count = found.get(row.diff().field());
            if (count != null && !takenOut.contains(row.resourceName())) {
                count[row.clears() ? 1 : 0]++;
            }
        }
        Map<PersonField, Counts> counts = new EnumMap<>(PersonField.class);
        found.forEach((field, n) -> counts.put(field, new Counts(n[0], n[1], contacts - n[0] - n[1])));
        return counts;
    }

    /** The updates to be sent: of contacts not taken out, under the mask; in the contacts' order, none of them empty. */
    List<Change.Update> updates(FieldMask mask, Set<String> takenOut) {
        List<Change.Update> updates = new ArrayList<>();
        Change.Update last = null;
        for (PreviewRow row : rows) {
            Change.Update update = row.update();
            if (update != last && !takenOut.contains(row.resourceName())) {
                FieldMask under = update.mask().intersect(mask);
                if (!under.isEmpty()) {
                    updates.add(under.equals(update.mask()) ? update : update.under(under));
                }
            }
            last = update;
        }
        return updates;
    }

}
