package org.muster.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.changes.Edit;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.texts.Texts;

/**
 * A place in a contact as people write it: {@code organizations.name} (the first value's), {@code emailAddresses[2].value}, {@code phoneNumbers[+].value} (a new one's),
 * {@code urls[*].type} (every one's). Without a part the field's leading one is meant: {@code nicknames} is {@code nicknames.value}.
 *
 * @param field the field
 * @param place what stands between the brackets; empty without any
 * @param part the part that is named; empty without one
 */
record PartPath(PersonField field, String place, Optional<SubField> part) {
    private static final Texts TEXTS = Texts.of(PartPath.class);
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\[([1-9]\\d{0,3}|\\+|\\*)])?(?:\\.(\\w+))?");

    /** Reads a path; empty when there is no such place in a contact. */
    static Optional<PartPath> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        Optional<PersonField> field = PersonField.ofPath(m.group(1));
        Optional<SubField> part = field.flatMap(f -> m.group(3) == null ? Optional.empty() : f.subField(m.group(3)));
        return field.isEmpty() || m.group(3) != null && part.isEmpty() ? Optional.empty() : Optional.of(new PartPath(field.get(), m.group(2) == null ? "" : m.group(2), part));
    }

    /** A path that can be written. */
    static PartPath writable(String text) throws Refusal {
        Optional<PartPath> path = parse(text);
        if (path.isEmpty()) {
            Optional<PersonField> field = PersonField.ofPath(text.strip().replaceAll("[\\[.].*", ""));
            throw new Refusal(Exit.USAGE, field.isEmpty() ? TEXTS.get("path.field", text, FieldMask.writable())
                    : TEXTS.get("path.part", text, field.get().path(), String.join(", ", field.get().subFields().stream().map(SubField::name).toList())));
        }
        PersonField field = path.get().field();
        if (!field.writable()) {
            throw new Refusal(Exit.USAGE, TEXTS.get("path.readOnly", field.path()));
        }
        if (field.single() && !List.of("", "1", "*").contains(path.get().place())) {
            throw new Refusal(Exit.USAGE, TEXTS.get("path.single", text, field.path()));
        }
        return path.get();
    }

    /** The part that is meant. */
    SubField meant() {
        return part.orElseGet(field::mainSubField);
    }

    /** The value that is meant, with a number for a new one. */
    Edit.Spot spot(int newOne) {
        return switch (place) {
            case "" -> new Edit.Spot.Nth(1);
            case "+" -> new Edit.Spot.New(newOne);
            case "*" -> new Edit.Spot.Every();
            default -> new Edit.Spot.Nth(Integer.parseInt(place));
        };
    }
}
