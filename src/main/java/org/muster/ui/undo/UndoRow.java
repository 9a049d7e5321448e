package org.muster.ui.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;
import org.muster.jobs.Past;
import org.muster.jobs.UndoPlan;

/**
 * One line of the preview: what happens to a contact, or to one field of it.
 *
 * @param step the change it shows
 * @param diff of a contact that is put back, the field, as it is now and as it would be; nothing for others
 * @param photo whether the contact comes back with its photo
 * @param lost of a contact that is deleted, the fields that were changed since it was made and go with it
 */
record UndoRow(UndoPlan.Step step, Optional<FieldDiff> diff, boolean photo, List<PersonField> lost) {
    private static final FieldMask COMPARED = FieldMask.writable().minus(FieldMask.of(PersonField.MEMBERSHIPS, PersonField.CLIENT_DATA));

    /** The row of the job that is taken back: contacts are taken out by it. */
    int row() {
        return step.row();
    }

    boolean changedSince() {
        return step.changedSince();
    }

    String name() {
        return step.change().displayName();
    }

    /** The lines of a plan, in its order; a photo has no line of its own. */
    static List<UndoRow> of(Past past, UndoPlan plan) {
        Set<Integer> photos = plan.steps().stream().filter(s -> s.change() instanceof Change.SetPhoto).map(UndoPlan.Step::row).collect(Collectors.toCollection(HashSet::new));
        Map<Integer, Change> done = new HashMap<>();
        past.job().outcomes().forEach(outcome -> done.put(outcome.row(), outcome.change()));
        List<UndoRow> rows = new ArrayList<>();
        for (UndoPlan.Step step : plan.steps()) {
            switch (step.change()) {
                case Change.Create create -> rows.add(new UndoRow(step, Optional.empty(), photos.contains(step.row()), List.of()));
                case Change.Update update -> {
                    List<FieldDiff> diffs = FieldDiff.changesOf(new Change.Update(step.changed().orElse(update.before()), update.after(), update.mask()));
                    diffs.forEach(diff -> rows.add(new UndoRow(step, Optional.of(diff), false, List.of())));
                    if (diffs.isEmpty()) {
                        rows.add(new UndoRow(step, Optional.empty(), false, List.of()));
                    }
                }
                case Change.Delete delete -> rows.add(new UndoRow(step, Optional.empty(), false, step.changedSince() ? lost(done.get(step.row()), delete.before()) : List.of()));
                case Change.SetPhoto photo -> { }
            }
        }
        return List.copyOf(rows);
    }

    private static List<PersonField> lost(Change made, Contact now) {
        return made instanceof Change.Create create
                ? COMPARED.fields().stream().filter(f -> !Values.same(f, Contact.items(create.draft(), f).stream().filter(Contact::own).toList(), now.ownItems(f))).toList()
                : List.of();
    }
}
