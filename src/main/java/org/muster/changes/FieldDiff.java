package org.muster.changes;

import com.google.api.client.json.GenericJson;
import java.util.ArrayList;
import java.util.List;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;

/**
 * What an update does to one field of one contact. Only the contact's own values count: values from a profile are never sent.
 *
 * @param field the field
 * @param before its values before
 * @param after its values after
 * @param kind set, cleared or left as it is
 */
public record FieldDiff(PersonField field, List<GenericJson> before, List<GenericJson> after, Kind kind) {
    /** What happens to the field. */
    public enum Kind {
        /** It will hold other values than before. */
        SET,
        /** It held something and will hold nothing. */
        CLEARED,
        /** It stays as it is. */
        SAME
    }

    /** The diff of one field of an update. */
    public static FieldDiff of(Change.Update update, PersonField field) {
        List<GenericJson> before = update.before().ownItems(field);
        List<GenericJson> after = Contact.items(update.after(), field).stream().filter(Contact::own).toList();
        Kind kind = Values.same(field, before, after) ? Kind.SAME : after.isEmpty() ? Kind.CLEARED : Kind.SET;
        return new FieldDiff(field, before, after, kind);
    }

    /** Every masked field of an update that does not stay as it is, in the registry's order. */
    public static List<FieldDiff> changesOf(Change.Update update) {
        return of(update, update.mask()).stream().filter(d -> d.kind() != Kind.SAME).toList();
    }

    /** Whether it takes away all there is, and that is nothing but Muster's own {@link Marker marks}. */
    public boolean takesOnlyMarks() {
        return kind == Kind.CLEARED && before.stream().allMatch(Marker::is);
    }

    private static List<FieldDiff> of(Change.Update update, FieldMask mask) {
        List<FieldDiff> diffs = new ArrayList<>(mask.size());
        mask.fields().forEach(f -> diffs.add(of(update, f)));
        return diffs;
    }
}
