package org.muster.ui.history;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.muster.changes.Change;
import org.muster.changes.FieldDiff;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.FieldText;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.jobs.OutcomeState;
import org.muster.store.ContactEvent;
import org.muster.ui.edit.DiffText;
import org.muster.ui.jobs.MissedWords;

/** A row of a contact's story. */
sealed interface StoryRow {
    /** What was done, by which job and when. */
    record Event(ContactEvent event) implements StoryRow {}

    /**
     * One field, before and after.
     *
     * @param whole whether the contact itself came or went, so that there is one side only
     */
    record Field(DiffText text, boolean whole) implements StoryRow {}

    /** Why it was not done, and what to do. */
    record Note(OutcomeState state, MissedWords words) implements StoryRow {}

    /**
     * What one event did to the contact's fields, or was to do.
     *
     * @param labelNames a label's name by its resource name
     */
    static List<StoryRow> fields(ContactEvent event, UnaryOperator<String> labelNames) {
        List<StoryRow> rows = new ArrayList<>();
        boolean whole = !(event.change() instanceof Change.Update);
        diffs(event.change()).forEach(diff -> rows.add(new Field(DiffText.of(diff, labelNames), whole)));
        return rows;
    }

    /** The newest first, each with its details. */
    static List<StoryRow> story(List<ContactEvent> events, UnaryOperator<String> labelNames) {
        List<StoryRow> rows = new ArrayList<>();
        for (ContactEvent event : events.reversed()) {
            rows.add(new Event(event));
            if (event.state() != OutcomeState.DONE) {
                rows.add(new Note(event.state(), MissedWords.of(event.state(), event.error(), event.change().displayName())));
            }
            rows.addAll(fields(event, labelNames));
        }
        return rows;
    }

    private static List<FieldDiff> diffs(Change change) {
        return switch (change) {
            case Change.Create create -> all(create.draft(), (field, items) -> new FieldDiff(field, List.of(), items, FieldDiff.Kind.SET));
            case Change.Update update -> FieldDiff.changesOf(update);
            case Change.Delete delete -> {
                Contact before = delete.before();
                yield all(before.copy(), (field, items) -> new FieldDiff(field, items, List.of(), FieldDiff.Kind.CLEARED));
            }
            case Change.SetPhoto photo -> List.of();
        };
    }

    private static List<FieldDiff> all(Person person, BiFunction<PersonField, List<GenericJson>, FieldDiff> maker) {
        List<FieldDiff> diffs = new ArrayList<>();
        for (PersonField field : FieldMask.writable().fields()) {
            List<GenericJson> items = Contact.items(person, field).stream().filter(Contact::own).filter(item -> !everybodys(field, item)).toList();
            if (!items.isEmpty()) {
                diffs.add(maker.apply(field, items));
            }
        }
        return diffs;
    }

    /** Nearly every contact carries this label, so it tells nothing. */
    private static boolean everybodys(PersonField field, GenericJson item) {
        return field == PersonField.MEMBERSHIPS && FieldText.of(field, item).equals(Label.MY_CONTACTS);
    }
}
