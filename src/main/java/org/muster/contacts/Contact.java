package org.muster.contacts;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.contacts.json.JsonLines;
import org.muster.contacts.json.Members;

/**
 * One contact as it was last read: Google's {@link Person}, which nobody changes any more, and the mask it was read with. A
 * field outside that mask is <em>not loaded</em>, which is not the same as empty: nothing may overwrite it.
 */
public final class Contact {
    /** What people call somebody by, the likeliest first. */
    private static final List<PersonField> CALLED_BY = List.of(PersonField.NAMES, PersonField.NICKNAMES, PersonField.ORGANIZATIONS, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS);

    private final Person person;
    private final FieldMask loaded;

    /**
     * @param person what Google answered; from now on it belongs to this contact and must not be changed by anybody
     * @param loaded the fields it was read with, completely
     */
    public Contact(Person person, FieldMask loaded) {
        this.person = Objects.requireNonNull(person);
        this.loaded = Objects.requireNonNull(loaded);
        Objects.requireNonNull(person.getResourceName(), "a contact has a resource name");
    }

    /** Google's name for it, such as {@code people/c123}. May change over a contact's life. */
    public String resourceName() {
        return person.getResourceName();
    }

    /** The version that was read; {@code null} when Google sent none. */
    public String etag() {
        return person.getEtag();
    }

    /** The fields that were read completely. */
    public FieldMask loaded() {
        return loaded;
    }

    public boolean loaded(PersonField field) {
        return loaded.contains(field);
    }

    /** The contact's own source (not a profile), when metadata was read. */
    public Optional<Source> contactSource() {
        for (Source source : sources()) { // a plain loop: this is asked of every contact again and again while a job is at work
            if ("CONTACT".equals(source.getType())) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private List<Source> sources() {
        return person.getMetadata() == null || person.getMetadata().getSources() == null ? List.of() : person.getMetadata().getSources();
    }

    /** The values of a field, in Google's order. Look, do not change. Empty for {@link PersonField#METADATA}. */
    public List<GenericJson> items(PersonField field) {
        return items(person, field);
    }

    /** The values of {@code field} in any person, as an unmodifiable list. */
    public static List<GenericJson> items(Person person, PersonField field) {
        Object value = Members.get(person, field.path());
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // every field but metadata is a list of Google's generated models
        List<GenericJson> items = (List<GenericJson>) list;
        return Collections.unmodifiableList(items);
    }

    /** The values of a field as people should meet them: the contact's own before those of a profile, which only Google can change. */
    public List<GenericJson> shownItems(PersonField field) {
        return ownFirst(items(field));
    }

    private static List<GenericJson> ownFirst(List<GenericJson> items) {
        if (items.size() < 2 || own(items.getFirst()) && items.stream().allMatch(Contact::own)) {
            return items;
        }
        return Stream.concat(items.stream().filter(Contact::own), items.stream().filter(item -> !own(item))).toList();
    }

    /** The values of {@code field} that belong to the contact itself, so that they can be written. */
    public List<GenericJson> ownItems(PersonField field) {
        return items(field).stream().filter(Contact::own).toList();
    }

    /**
     * Whether a value belongs to the contact itself. Values from a profile or a domain are ignored by Google when they are written, and
     * would come back doubled if they were.
     */
    public static boolean own(GenericJson item) {
        return !(Members.get(item, "metadata") instanceof FieldMetadata metadata)
                || metadata.getSource() == null
                || metadata.getSource().getType() == null
                || metadata.getSource().getType().equals("CONTACT");
    }

    /** The resource names of the labels it carries. */
    public List<String> labels() {
        // A plain loop past the registry of fields: this is asked of every contact whenever the book has changed.
        List<Membership> memberships = person.getMemberships();
        if (memberships == null) {
            return List.of();
        }
        List<String> labels = new ArrayList<>(memberships.size());
        for (Membership membership : memberships) {
            ContactGroupMembership group = membership.getContactGroupMembership();
            if (group != null && group.getContactGroupResourceName() != null) {
                labels.add(group.getContactGroupResourceName());
            }
        }
        return Collections.unmodifiableList(labels);
    }

    public boolean hasLabel(String resourceName) {
        return labels().contains(resourceName);
    }

    /** What people call it: its name, else its first company, e-mail or phone number; empty when it has none of these. */
    public String displayName() {
        return displayName(person);
    }

    /** {@link #displayName()} of any person. */
    public static String displayName(Person person) {
        for (PersonField field : CALLED_BY) {
            for (GenericJson item : ownFirst(items(person, field))) {
                String text = FieldText.of(field, item);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Writes this contact as the API does: its name, its version and metadata, and of its fields those in {@code fields}. */
    public void write(JsonLines lines, FieldMask fields) {
        lines.add(person, fields.members());
    }

    /** A deep copy of what Google answered, for those who want to change something. */
    public Person copy() {
        Person copy = shallowCopy();
        for (PersonField field : PersonField.values()) {
            List<GenericJson> items = items(field);
            if (!items.isEmpty()) {
                Members.set(copy, field.path(), new ArrayList<>(items.stream().map(GenericJson::clone).toList()));
            }
        }
        if (person.getMetadata() != null) {
            copy.setMetadata(copyOf(person.getMetadata()));
        }
        return copy;
    }

    private static PersonMetadata copyOf(PersonMetadata metadata) {
        PersonMetadata copy = Members.copy(metadata, new PersonMetadata());
        if (metadata.getSources() != null) {
            copy.setSources(new ArrayList<>(metadata.getSources().stream().map(Source::clone).toList()));
        }
        return copy;
    }

    /** Not {@link Person#clone()}: that one makes new lists by reflection and fails on unmodifiable ones. */
    private Person shallowCopy() {
        return Members.copy(person, new Person());
    }

    /** This contact as if, of what was read, only these fields had been. What Google says about the contact itself (its metadata) stays. */
    public Contact only(FieldMask fields) {
        if (fields.containsAll(loaded)) {
            return this;
        }
        Person part = shallowCopy();
        loaded.minus(fields).minus(FieldMask.of(PersonField.METADATA)).fields().forEach(field -> Members.set(part, field.path(), null));
        return new Contact(part, loaded.intersect(fields));
    }

    /**
     * This contact with what a newer answer says: the answer's fields and version, and the other fields as they were. When the versions differ,
     * those others may have changed unseen: they stay for the eye but count as not loaded, so that no update can overwrite them
     * under the new version.
     *
     * @param fresh a newer answer for the same contact
     */
    public Contact mergedWith(Contact fresh) {
        if (fresh.loaded.containsAll(loaded)) {
            return fresh;
        }
        Person merged = shallowCopy();
        for (PersonField field : fresh.loaded.fields()) {
            Members.set(merged, field.path(), Members.get(fresh.person, field.path()));
        }
        merged.setResourceName(fresh.resourceName());
        merged.setEtag(fresh.etag());
        return new Contact(merged, sameVersion(fresh) ? loaded.union(fresh.loaded) : fresh.loaded);
    }

    /** By the source's etag, since the person's own differs with the mask it was read with. */
    private boolean sameVersion(Contact other) {
        Optional<String> mine = contactSource().map(Source::getEtag);
        return mine.isPresent() && mine.equals(other.contactSource().map(Source::getEtag));
    }

    @Override
    public String toString() {
        return resourceName();
    }
}
