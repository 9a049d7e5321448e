package org.muster.ui.edit;

import com.google.api.client.json.GenericJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.muster.changes.FieldDiff;
import org.muster.contacts.FieldText;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;

/**
 * What a diff says for people: only what differs.
 *
 * @param what the field, or the one part of it that differs
 * @param before what goes; empty when nothing does
 * @param after what comes; empty when nothing does
 * @param others whether other values of the field stay
 */
public record DiffText(String what, String before, String after, boolean others) {
    /** @param labelNames a label's name by its resource name */
    public static DiffText of(FieldDiff diff, UnaryOperator<String> labelNames) {
        PersonField field = diff.field();
        List<GenericJson> gone = without(field, diff.before(), diff.after());
        List<GenericJson> come = without(field, diff.after(), diff.before());
        if (gone.size() == 1 && come.size() == 1) {
            return changed(field, gone.getFirst(), come.getFirst());
        }
        boolean others = gone.isEmpty() ? !diff.before().isEmpty() : come.isEmpty() && !diff.after().isEmpty();
        return new DiffText(field.label(), texts(field, gone, labelNames), texts(field, come, labelNames), others);
    }

    private static DiffText changed(PersonField field, GenericJson gone, GenericJson come) {
        List<SubField> differing = field.subFields().stream().filter(p -> !p.read(gone).equals(p.read(come))).toList();
        String before = FieldText.of(field, gone);
        String after = FieldText.of(field, come);
        boolean whole = field == PersonField.NAMES || field == PersonField.ADDRESSES || differing.size() != 1;
        if (whole && !before.equals(after)) {
            return new DiffText(field.label(), before, after, false);
        }
        SubField part = differing.getFirst();
        boolean date = part.kind() == SubFieldKind.DATE && part.equals(field.mainSubField());
        return new DiffText(part.equals(field.mainSubField()) ? field.label() : field.label(part), date ? before : line(part.read(gone)), date ? after : line(part.read(come)), false);
    }

    private static List<GenericJson> without(PersonField field, List<GenericJson> some, List<GenericJson> others) {
        List<List<String>> rest = new ArrayList<>(others.stream().map(i -> parts(field, i)).toList());
        return some.stream().filter(i -> !rest.remove(parts(field, i))).toList();
    }

    private static List<String> parts(PersonField field, GenericJson item) {
        return field.subFields().stream().map(p -> p.read(item)).toList();
    }

    private static String texts(PersonField field, List<GenericJson> items, UnaryOperator<String> labelNames) {
        return items.stream().map(i -> {
            String text = FieldText.of(field, i);
            return field == PersonField.MEMBERSHIPS ? labelNames.apply(text) : text;
        }).filter(t -> !t.isBlank()).collect(Collectors.joining(", "));
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
