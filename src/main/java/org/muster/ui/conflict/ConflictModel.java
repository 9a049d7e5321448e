package org.muster.ui.conflict;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;
import org.muster.jobs.Outcome;

/**
 * A conflict field by field, and the update that follows from what is chosen. What is made here is always based on the contact as it is on Google now and
 * writes only fields the user's edit was chosen for, so that nothing changed elsewhere is overwritten unasked.
 */
final class ConflictModel {
    private final Outcome outcome;
    private final Change.Update update;
    private final Contact theirs;
    private final List<ConflictRow> rows;

    /**
     * @param outcome an update in conflict, with the contact as it is now
     * @throws IllegalArgumentException for any other
     */
    ConflictModel(Outcome outcome) {
        if (!(outcome.change() instanceof Change.Update wanted) || outcome.contact().isEmpty()) {
            throw new IllegalArgumentException("not a conflict that can be compared: " + outcome.state());
        }
        this.outcome = outcome;
        this.update = wanted;
        this.theirs = outcome.contact().get();
        this.rows = rows(wanted, theirs);
    }

    Outcome outcome() {
        return outcome;
    }

    String name() {
        return update.displayName();
    }

    /** Fields that were edited here, changed there, or both: those that need a choice first, each part in the registry's order. */
    List<ConflictRow> rows() {
        return rows;
    }

    /** When it was changed there, if Google said so. */
    Optional<Instant> changedAt() {
        return theirs.contactSource().map(s -> s.getUpdateTime()).flatMap(ConflictModel::instant);
    }

    /**
     * What is chosen before the user has: the user's edit for every field that needs a choice; of an undo, what stands there now, since somebody wrote that
     * later than what the undo would put back.
     */
    Map<PersonField, ConflictRow.Side> firstChoice(boolean undo) {
        Map<PersonField, ConflictRow.Side> choice = new EnumMap<>(PersonField.class);
        rows.stream().filter(r -> r.kind() == ConflictRow.Kind.BOTH).forEach(r -> choice.put(r.field(), undo ? ConflictRow.Side.THEIRS : ConflictRow.Side.YOURS));
        return choice;
    }

    /** Whether {@code choice}, perhaps made for another contact, says what to do with every field that needs it here. */
    boolean decidedBy(Map<PersonField, ConflictRow.Side> choice) {
        return rows.stream().filter(r -> r.kind() == ConflictRow.Kind.BOTH).allMatch(r -> choice.containsKey(r.field()));
    }

    /**
     * The update that carries out a choice; empty when nothing is left to send, because Google's side was chosen for all.
     *
     * @param choice a side for each field of the kind {@link ConflictRow.Kind#BOTH}; others are no matter
     */
    Optional<Change.Update> resolve(Map<PersonField, ConflictRow.Side> choice) {
        List<PersonField> mine = rows.stream()
                .filter(r -> r.kind() == ConflictRow.Kind.YOURS || r.kind() == ConflictRow.Kind.BOTH && choice.get(r.field()) == ConflictRow.Side.YOURS)
                .map(ConflictRow::field)
                .toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Person after = theirs.copy();
        rows.stream().filter(r -> mine.contains(r.field())).forEach(r -> after.set(r.field().path(), r.yours().isEmpty() ? null : new ArrayList<>(r.yours())));
        return Optional.of(new Change.Update(theirs, after, FieldMask.of(mine)));
    }

    private static List<ConflictRow> rows(Change.Update update, Contact theirs) {
        List<ConflictRow> rows = new ArrayList<>();
        FieldMask comparable = update.before().loaded().intersect(theirs.loaded()).intersect(FieldMask.writable());
        for (PersonField field : comparable.fields()) {
            List<GenericJson> loaded = update.before().ownItems(field);
            List<GenericJson> now = theirs.ownItems(field);
            List<GenericJson> yours = update.mask().contains(field) ? Contact.items(update.after(), field).stream().filter(Contact::own).toList() : loaded;
            boolean edited = !Values.same(field, loaded, yours);
            boolean changed = !Values.same(field, loaded, now);
            if (edited || changed) {
                ConflictRow.Kind kind = !changed ? ConflictRow.Kind.YOURS : !edited ? ConflictRow.Kind.THEIRS : Values.same(field, yours, now) ? ConflictRow.Kind.SAME : ConflictRow.Kind.BOTH;
                rows.add(new ConflictRow(field, kind, loaded, yours, now));
            }
        }
        rows.sort(Comparator.comparing(r -> r.kind() != ConflictRow.Kind.BOTH));
        return List.copyOf(rows);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
