package org.muster.ui.inspector;

import com.google.api.client.json.GenericJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muster.changes.Parts;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;

/** One value under edit: the value it came from and what was typed into its parts. */
final class ItemDraft {
    private final PersonField field;
    private final GenericJson original;
    private final Map<SubField, String> typed = new LinkedHashMap<>();

    /** @param original what is there now; an empty value for a new one */
    ItemDraft(PersonField field, GenericJson original) {
        this.field = field;
        this.original = original;
    }

    PersonField field() {
        return field;
    }

    /** What stands in a part: what was typed, else what is there. */
    String text(SubField part) {
        return typed.getOrDefault(part, part.read(original));
    }

    void type(SubField part, String text) {
        if (text.equals(part.read(original))) {
            typed.remove(part);
        } else {
            typed.put(part, text);
        }
    }

    /** Whether the part takes what stands in it. */
    boolean accepts(SubField part) {
        return part.accepts(text(part).strip());
    }

    boolean accepted() {
        return typed.keySet().stream().allMatch(this::accepts);
    }

    /** Whether the part only repeats others and need not be shown. */
    boolean shadowed(SubField part) {
        return Parts.shadowed(part, original);
    }

    /** The value as it shall be. Parts that do not take what was typed stay as they are. */
    GenericJson made() {
        GenericJson made = Parts.copy(field, original);
        typed.forEach((part, text) -> {
            if (accepts(part)) {
                Parts.write(part, made, text.strip());
            }
        });
        return made;
    }

    /** Whether it is what was there already, however little that says. */
    boolean kept() {
        return typed.isEmpty() && !original.isEmpty();
    }

    /** Whether it says nothing, so that it is not worth sending. */
    boolean saysNothing() {
        return Parts.saysNothing(field, made());
    }
}
