package org.muster.ui.table;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.PhoneNumber;
import com.google.api.services.people.v1.model.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.muster.contacts.Contact;
import org.muster.contacts.Dates;
import org.muster.contacts.FieldText;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SearchText;

/**
 * A contact as a row. What is dear to compute (the folded search text, a sort key per column ever sorted by) is made on first use, by
 * whichever thread asks, and kept. Texts of cells are made when they are shown.
 */
public final class ContactRow {
    /** The sort keys made so far, a short chain: most rows are only ever sorted by one or two columns. */
    private record Keys(PersonField field, byte[] key, Keys next) {}

    private static final byte[] EMPTY = {};

    private final Contact contact;
    private final LabelNames labels;
    private volatile SearchText search;
    private volatile Keys keys;

    ContactRow(Contact contact, LabelNames labels) {
        this.contact = contact;
        this.labels = labels;
    }

    public Contact contact() {
        return contact;
    }

    public String resourceName() {
        return contact.resourceName();
    }

    boolean madeFrom(Contact other, LabelNames names) {
        return contact == other && labels == names;
    }

    SearchText search() {
        SearchText made = search;
        if (made == null) {
            made = SearchText.of(contact, labels.names());
            search = made;
        }
        return made;
    }

    /** The labels to show, by name. */
    List<Label> labels() {
        return labels.shown(contact);
    }

    boolean loaded(PersonField field) {
        return contact.loaded(field);
    }

    /** The first value of a field; empty when it has none. */
    String text(PersonField field) {
        if (field == PersonField.METADATA) {
            return contact.contactSource().map(Source::getUpdateTime).map(t -> t.substring(0, Math.min(10, t.length()))).orElse("");
        }
        for (GenericJson item : contact.shownItems(field)) {
            String text = text(field, item);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    private static String text(PersonField field, GenericJson item) {
        return item instanceof Organization o && o.getName() != null && !o.getName().isBlank() ? o.getName() : FieldText.of(field, item);
    }

    /** How many values a field has that say something else than the first. */
    int more(PersonField field) {
        List<GenericJson> items = contact.items(field);
        if (items.size() < 2) {
            return 0; // nearly always, and asked of every cell that scrolls by
        }
        return Math.max(0, (int) items.stream().map(item -> text(field, item).strip()).filter(text -> !text.isEmpty()).distinct().count() - 1);
    }

    /** The key by which the column of {@code field} is sorted; of length 0 when the field says nothing. */
    byte[] sortKey(PersonField field, Collation collation) {
        for (Keys k = keys; k != null; k = k.next()) {
            if (k.field() == field) {
                return k.key();
            }
        }
        String text = sortText(field);
        byte[] key = text.isBlank() ? EMPTY : collation.key(text);
        keys = new Keys(field, key, keys);
        return key;
    }

    private String sortText(PersonField field) {
        return switch (field) {
            case MEMBERSHIPS -> labels().stream().map(Label::name).collect(Collectors.joining(" "));
            case BIRTHDAYS, EVENTS -> contact.items(field).stream()
                    .map(item -> item.get("date"))
                    .filter(com.google.api.services.people.v1.model.Date.class::isInstance)
                    .map(d -> Dates.write((com.google.api.services.people.v1.model.Date) d))
                    .findFirst()
                    .orElse("");
            case PHONE_NUMBERS -> contact.items(field).stream().findFirst().map(i -> (PhoneNumber) i).map(ContactRow::digits).orElse("");
            default -> text(field);
        };
    }

    /** Numbers sort by what is dialled, not by how it is written. */
    private static String digits(PhoneNumber phone) {
        String number = phone.getCanonicalForm() != null ? phone.getCanonicalForm() : phone.getValue();
        return number == null ? "" : number.replaceAll("[\\s().\\-/]", "");
    }
}
