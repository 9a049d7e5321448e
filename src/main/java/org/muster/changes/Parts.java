package org.muster.changes;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.FieldMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.contacts.FreeForm;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.json.Members;

/** How the parts of one value hang together when some of them are written. */
public final class Parts {
    /**
     * Parts that Google also takes as one text; when one side is written the other would contradict it.
     *
     * @param structured parts that go when the text is written
     * @param pieces those of them that stand for the text: when one is written, the text goes
     */
    private record Together(String text, Set<String> structured, Set<String> pieces) {
        Together(String text, Set<String> pieces) {
            this(text, pieces, pieces);
        }
    }

    private static final Map<PersonField, List<Together>> TOGETHER = Map.of(
            PersonField.NAMES,
            List.of(
                    whole(PersonField.NAMES, Set.of("givenName", "familyName", "middleName", "honorificPrefix", "honorificSuffix")),
                    new Together("phoneticFullName", Set.of("phoneticGivenName", "phoneticFamilyName", "phoneticMiddleName"))),
            PersonField.ADDRESSES,
            List.of(whole(PersonField.ADDRESSES, Set.of("streetAddress", "extendedAddress", "city", "region", "postalCode", "country", "countryCode", "poBox"))),
            PersonField.BIRTHDAYS,
            List.of(whole(PersonField.BIRTHDAYS, Set.of("date"))));

    private static Together whole(PersonField field, Set<String> structured) {
        FreeForm form = FreeForm.of(field).orElseThrow();
        return new Together(form.text(), structured, form.pieces());
    }

    private Parts() {}

    /**
     * A new value with what can be written of {@code item}, and whether it is the preferred one; what Google adds (other metadata, display names,
     * formatted types) stays behind.
     */
    public static GenericJson copy(PersonField field, GenericJson item) {
        GenericJson copy = field.newItem();
        for (SubField part : field.subFields()) {
            Object value = Members.get(item, part.name());
            if (value != null) {
                Members.set(copy, part.name(), value);
            }
        }
        if (Members.get(item, "metadata") instanceof FieldMetadata metadata && Boolean.TRUE.equals(metadata.getSourcePrimary())) {
            copy.set("metadata", new FieldMetadata().setSourcePrimary(true));
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
        for (Together form : TOGETHER.getOrDefault(part.field(), List.of())) {
            boolean pieces = form.pieces().contains(part.name()) || form.pieces().stream().anyMatch(p -> item.get(p) != null);
            if (form.structured().contains(part.name()) && pieces) {
                item.set(form.text(), null);
            } else if (form.text().equals(part.name()) && !value.isEmpty()) {
                form.structured().forEach(s -> item.set(s, null));
            }
        }
    }

    /** Whether a free-form part only repeats structured ones. */
    public static boolean shadowed(SubField part, GenericJson item) {
        return TOGETHER.getOrDefault(part.field(), List.of()).stream()
                .anyMatch(f -> f.text().equals(part.name()) && f.pieces().stream().anyMatch(s -> item.get(s) != null));
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
