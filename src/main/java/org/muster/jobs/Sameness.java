package org.muster.jobs;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Source;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.FreeForm;
import org.muster.contacts.PersonField;
import org.muster.contacts.Values;

/** Compares what was read with what was read before or sent. Only what can be written counts, and no order. */
final class Sameness {
    private Sameness() {}

    /** Whether a contact holds under {@code mask} what {@code person} says. */
    static boolean under(FieldMask mask, Person person, Contact contact) {
        return mask.fields().stream().allMatch(field -> same(field, Bodies.written(field, Contact.items(person, field)), Bodies.written(field, contact.items(field)), contact.items(field)));
    }

    /** Whether two reads of a contact hold the same under {@code mask}. */
    static boolean under(FieldMask mask, Contact some, Contact other) {
        return some == other || mask.fields().stream().allMatch(field -> same(field, Bodies.written(field, some.items(field)), Bodies.written(field, other.items(field)), other.items(field)));
    }

    /** Whether both are known to be the very same version. By the source's etag: the person's own differs with the mask it was read with. */
    static boolean version(Contact some, Contact other) {
        String mine = some.contactSource().map(Source::getEtag).orElse(null);
        return mine != null && Objects.equals(mine, other.contactSource().map(Source::getEtag).orElse(null));
    }

    /** Whether {@code read} is certainly older than {@code known}: reads may lag behind what was answered before. By the source's update time. */
    static boolean older(Contact read, Contact known) {
        return older(read, updated(known));
    }

    /** The same of what was updated at {@code known}. */
    static boolean older(Contact read, Optional<String> known) {
        Optional<String> then = updated(read);
        return !then.equals(known) && then.flatMap(Sameness::time).flatMap(mine -> known.flatMap(Sameness::time).map(mine::isBefore)).orElse(false);
    }

    /** Whether {@code contact} is certainly not older than {@code moment}, by the source's update time. */
    static boolean since(Contact contact, Instant moment) {
        return updated(contact).flatMap(Sameness::time).filter(then -> !then.isBefore(moment)).isPresent();
    }

    /** When the contact's own source was updated last, as Google says. */
    static Optional<String> updated(Contact contact) {
        return contact.contactSource().map(Source::getUpdateTime);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // then nothing can be said
        }
    }

    private static boolean same(PersonField field, List<GenericJson> wanted, List<GenericJson> found, List<GenericJson> foundRaw) {
        if (wanted.size() != found.size()) {
            return false;
        }
        if (wanted.stream().allMatch(item -> Bodies.structured(field, item))) {
            return Values.same(field, wanted, found);
        }
        List<GenericJson> rest = new ArrayList<>(foundRaw.stream().filter(Contact::own).toList());
        return wanted.stream().allMatch(item -> Bodies.structured(field, item)
                ? removeFirst(rest, other -> Values.same(field, List.of(item), List.of(other)))
                : removeFirst(rest, other -> freely(FreeForm.of(field).orElseThrow(), field, item, other)));
    }

    /** A value that is free-form comes back with parts Google made of it: all but these must be the same. */
    private static boolean freely(FreeForm form, PersonField field, GenericJson wanted, GenericJson found) {
        return field.subFields().stream().filter(part -> !form.pieces().contains(part.name())).allMatch(part -> part.read(wanted).equals(part.read(found)));
    }

    private static boolean removeFirst(List<GenericJson> items, java.util.function.Predicate<GenericJson> test) {
        for (int i = 0; i < items.size(); i++) {
            if (test.test(items.get(i))) {
                items.remove(i);
                return true;
            }
        }
        return false;
    }
}
