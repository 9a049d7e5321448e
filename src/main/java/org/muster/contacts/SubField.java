package org.muster.contacts;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Date;
import java.util.List;
import java.util.Objects;
import org.muster.contacts.json.Members;

/**
 * One writable part of a field's item, such as {@code organizations.name}.
 *
 * @param fieldPath the field's path, such as {@code organizations}
 * @param name the part's JSON name, such as {@code name}
 * @param kind what it holds
 * @param known well-known values (of a {@link SubFieldKind#TYPE}) or all allowed ones (of a {@link SubFieldKind#CHOICE})
 */
public record SubField(String fieldPath, String name, SubFieldKind kind, List<String> known) {
    public SubField {
        Objects.requireNonNull(fieldPath);
        Objects.requireNonNull(name);
        known = List.copyOf(known);
    }

    /** The field this is a part of. */
    public PersonField field() {
        return PersonField.ofPath(fieldPath).orElseThrow();
    }

    /** The dotted path, {@code organizations.name}. */
    public String path() {
        return fieldPath + "." + name;
    }

    /** This part of {@code item} as text that {@link #write} takes back; empty when it is not set. */
    public String read(GenericJson item) {
        Object value = Members.get(item, name);
        return switch (value) {
            case null -> "";
            case Date date -> Dates.write(date);
            case ContactGroupMembership group -> Objects.toString(group.getContactGroupResourceName(), "");
            default -> value.toString();
        };
    }

    /**
     * Whether {@code text} can be written here. Lengths are not judged: see {@code Checks} for the limits on a whole contact.
     */
    public boolean accepts(String text) {
        return text.isEmpty() || parse(text) != null;
    }

    /**
     * Sets this part of {@code item}; empty text takes it away.
     *
     * @throws IllegalArgumentException when {@link #accepts} says no
     */
    public void write(GenericJson item, String text) {
        if (text.isEmpty()) {
            Members.set(item, name, null);
            return;
        }
        Object value = parse(text);
        if (value == null) {
            throw new IllegalArgumentException(path() + " does not take this value");
        }
        Members.set(item, name, value);
    }

    private Object parse(String text) {
        return switch (kind) {
            case TEXT, LONG_TEXT, TYPE -> text;
            case CHOICE -> known.contains(text) ? text : null;
            case DATE -> Dates.parse(text).orElse(null);
            case FLAG -> switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
            case NUMBER -> parseInt(text);
            case LABEL -> new ContactGroupMembership().setContactGroupResourceName(text);
        };
    }

    private static Integer parseInt(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
