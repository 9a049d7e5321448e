package org.muster.changes;

import com.google.api.client.json.GenericJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/** How the parts of one value hang together when some of them are written. */
public final class Parts {
    /** Parts that Google also takes as one text; when one side is written the other would contradict it. */
    private record FreeForm(String text, Set<String> structured) {}

    private static final Map<PersonField, List<FreeForm>> FREE_FORMS = Map.of(
            PersonField.NAMES,
            List.of(
                    new FreeForm("unstructuredName", Set.of("givenName", "familyName", "middleName", "honorificPrefix", "honorificSuffix")),
                    new FreeForm("phoneticFullName", Set.of("phoneticGivenName", "phoneticFamilyName", "phoneticMiddleName"))),
            PersonField.ADDRESSES,
            List.of(new FreeForm("formattedValue", Set.of("streetAddress", "extendedAddress", "city", "region", "postalCode", "country", "countryCode", "poBox"))),
            PersonField.BIRTHDAYS,
            List.of(new FreeForm("text", Set.of("date"))));

    private Parts() {}

    /** A new value with what can be written of {@code item}; what Google adds (metadata, display names, formatted types) stays behind. */
    public static GenericJson copy(PersonField field, GenericJson item) {
        GenericJson copy = field.newItem();
        for (SubField part : field.subFields()) {
            Object value = item.get(part.name());
            if (value != null) {
                copy.set(part.name(), value);
            }
        }
        return copy;
    }

    /**
     * Writes a part and takes away what would contradict it.
     *
     * @throws IllegalArgumentException when the part does not take the value
     */
    public static void write(SubField part, GenericJson item, String value) {
        if (part.read(item).equals(value)) {
            return;
        }
        part.write(item, value);
        for (FreeForm form : FREE_FORMS.getOrDefault(part.field(), List.of())) {
            if (form.structured().contains(part.name())) {
                item.set(form.text(), null);
            } else if (form.text().equals(part.name()) && !value.isEmpty()) {
                form.structured().forEach(s -> item.set(s, null));
            }
        }
    }

    /** Whether a free-form part only repeats structured ones. */
    public static boolean shadowed(SubField part, GenericJson item) {
        return FREE_FORMS.getOrDefault(part.field(), List.of()).stream()
                .anyMatch(f -> f.text().equals(part.name()) && f.structured().stream().anyMatch(s -> item.get(s) != null));
    }

    /** Whether a part says something by itself rather than about another part, as a type does. */
    public static boolean content(SubField part) {
        if (part.equals(part.field().mainSubField())) {
            return true;
        }
        return switch (part.kind()) {
            case TEXT, LONG_TEXT, DATE, NUMBER -> !part.name().equals("key") && part.field() != PersonField.EMAIL_ADDRESSES;
            case TYPE, CHOICE, FLAG, LABEL -> false;
        };
    }

    /** Whether no part of {@code item} says anything by itself. */
    public static boolean saysNothing(PersonField field, GenericJson item) {
        return field.subFields().stream().noneMatch(p -> content(p) && !p.read(item).isEmpty());
    }
}
