package org.muster.exchange;

import com.google.api.client.json.GenericJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/** Counts what a format does not carry, so that an export can say it. */
final class Losses {
    /** Google makes these from the other parts, or they say nothing of their own. */
    private static final Set<String> DERIVED = Set.of("names.unstructuredName", "addresses.formattedValue", "biographies.contentType", "birthdays.text");
    /** The type Google gives a nickname that has none. */
    private static final String DEFAULT_TYPE = "DEFAULT";

    private final Set<String> carried;
    private final Map<PersonField, Integer> counts = new EnumMap<>(PersonField.class);

    /**
     * @param carried the paths of all parts the format carries
     */
    Losses(Set<String> carried) {
        this.carried = carried;
    }

    void look(Contact contact) {
        for (PersonField field : FieldMask.writable().fields()) {
            if (lost(field, contact.items(field))) {
                counts.merge(field, 1, Integer::sum);
            }
        }
    }

    private boolean lost(PersonField field, List<GenericJson> items) {
        return items.stream().anyMatch(item -> field.subFields().stream().anyMatch(part -> lost(part, part.read(item))));
    }

    private boolean lost(SubField part, String text) {
        return !text.isEmpty() && !carried.contains(part.path()) && !DERIVED.contains(part.path()) && !text.equals(DEFAULT_TYPE);
    }

    void add(PersonField field) {
        counts.merge(field, 1, Integer::sum);
    }

    Map<PersonField, Integer> counts() {
        return counts;
    }
}
