package org.muster.ui.inspector;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.FieldText;
import org.muster.contacts.PersonField;

/** A contact as the inspector reads it out. */
record Shown(String name, String subtitle, String initials, List<Section> sections, List<Line> fromProfile, FieldMask notLoaded) {
    /** One field with its own values. */
    record Section(PersonField field, List<Line> lines) {}

    /**
     * One value.
     *
     * @param text what it says
     * @param aside its kind, such as {@code work}
     */
    record Line(PersonField field, String text, String aside) {}

    static Shown of(Contact contact) {
        List<Section> sections = new ArrayList<>();
        List<Line> profile = new ArrayList<>();
        for (PersonField field : PersonField.values()) {
            if (field == PersonField.METADATA) {
                continue;
            }
            List<Line> own = new ArrayList<>();
            for (GenericJson item : contact.items(field)) {
                (Contact.own(item) && field.writable() ? own : profile).add(line(field, item));
            }
            own.removeIf(l -> l.text().isBlank() && l.aside().isBlank());
            if (!own.isEmpty() && !(field == PersonField.NAMES && onlyDisplayed(own, contact))) {
                sections.add(new Section(field, List.copyOf(own)));
            }
        }
        // who belongs where is read after who it is
        sections.sort(Comparator.comparing(s -> s.field() == PersonField.MEMBERSHIPS));
        profile.removeIf(l -> l.text().isBlank());
        return new Shown(contact.displayName(), subtitle(contact), initials(contact.displayName()), sections, profile, FieldMask.all().minus(contact.loaded()).minus(FieldMask.of(PersonField.METADATA)));
    }

    /** The name stands at the top already. */
    private static boolean onlyDisplayed(List<Line> names, Contact contact) {
        return names.size() == 1 && names.getFirst().text().equals(contact.displayName());
    }

    private static Line line(PersonField field, GenericJson item) {
        return switch (item) {
            case Organization o when o.getName() != null && !o.getName().isBlank() -> new Line(field, o.getName(), o.getTitle() == null ? "" : o.getTitle());
            case Biography b -> new Line(field, b.getValue() == null ? "" : b.getValue().strip(), "");
            case Membership m -> new Line(field, FieldText.of(field, m), "");
            default -> new Line(field, FieldText.of(field, item), FieldText.typeOf(item));
        };
    }

    private static String subtitle(Contact contact) {
        return contact.items(PersonField.ORGANIZATIONS).stream()
                .map(i -> (Organization) i)
                .map(o -> Stream.of(o.getTitle(), o.getName()).filter(s -> s != null && !s.isBlank()).collect(Collectors.joining(" · ")))
                .filter(s -> !s.isEmpty() && !s.equals(contact.displayName()))
                .findFirst()
                .orElse("");
    }

    static String initials(String name) {
        List<String> words = Stream.of(name.strip().split("[\\s,]+")).filter(w -> !w.isEmpty() && Character.isLetterOrDigit(w.codePointAt(0))).toList();
        if (words.isEmpty()) {
            return "";
        }
        String first = first(words.getFirst());
        return (words.size() == 1 ? first : first + first(words.getLast())).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
