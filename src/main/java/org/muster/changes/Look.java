package org.muster.changes;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Organization;
import com.google.api.services.people.v1.model.Person;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.muster.contacts.Contact;
import org.muster.contacts.Folding;
import org.muster.contacts.PersonField;

/**
 * What two contacts are held against each other by: see {@link Twins} for the rule. Small enough to be kept for tens of thousands of rows.
 *
 * @param names what it is called, in small letters without accents and punctuation, words in their order; its nicknames and companies where it has
 *     no name
 * @param addresses e-mail addresses in small letters, otherwise as they stand
 * @param numbers phone numbers without what only sets their digits apart
 * @param companies in the form of names
 */
public record Look(List<String> names, List<String> addresses, List<PhoneLook> numbers, List<String> companies) {
    /** Nothing to go by. */
    public static final Look NONE = new Look(List.of(), List.of(), List.of(), List.of());

    public Look {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
        numbers = List.copyOf(numbers);
        companies = List.copyOf(companies);
    }

    /** The look of a contact to be made. */
    public static Look of(Person person) {
        return of(field -> Contact.items(person, field));
    }

    /** The look of a contact, a profile's values included: it is called and reached by them as well. */
    static Look of(Contact contact) {
        return of(contact::items);
    }

    private static Look of(Values person) {
        List<String> companies = texts(person, PersonField.ORGANIZATIONS, item -> item instanceof Organization o ? o.getName() : null, Look::plain);
        List<String> names = texts(person, PersonField.NAMES, item -> item instanceof Name n ? name(n) : null, Look::plain);
        if (names.isEmpty()) {
            names = texts(person, PersonField.NICKNAMES, item -> item.get("value"), Look::plain);
        }
        return new Look(
                names.isEmpty() ? companies : names,
                texts(person, PersonField.EMAIL_ADDRESSES, item -> item.get("value"), Look::address),
                texts(person, PersonField.PHONE_NUMBERS, item -> item.get("value"), text -> text).stream().map(PhoneLook::of).filter(PhoneLook::telling).distinct().toList(),
                companies);
    }

    private interface Values {
        List<GenericJson> of(PersonField field);
    }

    private interface Reading {
        Object of(GenericJson item);
    }

    private interface Form {
        String of(String text);
    }

    private static List<String> texts(Values person, PersonField field, Reading reading, Form form) {
        List<GenericJson> items = person.of(field);
        if (items.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(items.size());
        for (GenericJson item : items) {
            String text = reading.of(item) instanceof String s ? form.of(s) : "";
            if (!text.isEmpty() && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** From its parts, since the order of a display name goes by the reader's language. */
    private static String name(Name name) {
        StringBuilder parts = new StringBuilder();
        Stream.of(name.getHonorificPrefix(), name.getGivenName(), name.getMiddleName(), name.getFamilyName(), name.getHonorificSuffix())
                .filter(Objects::nonNull)
                .forEach(part -> parts.append(part).append(' '));
        return !parts.toString().isBlank() ? parts.toString() : name.getUnstructuredName() != null ? name.getUnstructuredName() : name.getDisplayName();
    }

    /** Words in small letters, without accents and punctuation. A text of nothing but signs stays as it is. */
    private static String plain(String text) {
        String folded = Folding.fold(text);
        StringBuilder words = new StringBuilder(folded.length());
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                words.appendCodePoint(c);
            } else if (c != '\'') {
                gap = true;
            }
        }
        return words.isEmpty() ? folded.strip() : words.toString();
    }

    /** Accents count here, as they do for the post. */
    private static String address(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return Normalizer.isNormalized(small, Normalizer.Form.NFC) ? small : Normalizer.normalize(small, Normalizer.Form.NFC);
    }
}
