package org.muster.contacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.StringJoiner;

/** An immutable set of fields, written as Google writes it: {@code names,emailAddresses}. */
public final class FieldMask {
    private static final FieldMask NONE = new FieldMask(EnumSet.noneOf(PersonField.class));
    private static final FieldMask ALL = new FieldMask(EnumSet.allOf(PersonField.class));
    private static final FieldMask WRITABLE = new FieldMask(EnumSet.copyOf(ALL.fields.stream().filter(PersonField::writable).toList()));

    private final EnumSet<PersonField> fields;
    /** As text, once somebody has asked for it. */
    private String text;

    /** As members of a person, once somebody has asked for them. */
    private List<String> members;

    private FieldMask(EnumSet<PersonField> fields) {
        this.fields = fields;
    }

    /** The members of a person that these fields are kept in, behind those that are no fields: its name, version and metadata. */
    List<String> members() {
        List<String> known = members;
        if (known == null) {
            known = Stream.concat(Stream.of("resourceName", "etag", PersonField.METADATA.path()), fields.stream().filter(field -> field != PersonField.METADATA).map(PersonField::path)).toList();
            members = known; // whoever finds them at the same time finds the same
        }
        return known;
    }

    /** No field at all. As a read mask: "do not read back". */
    public static FieldMask none() {
        return NONE;
    }

    /** All 29 readable fields. */
    public static FieldMask all() {
        return ALL;
    }

    /** The 24 fields an update mask may name. */
    public static FieldMask writable() {
        return WRITABLE;
    }

    /** These fields. */
    public static FieldMask of(PersonField... fields) {
        return of(List.of(fields));
    }

    /** These fields. */
    public static FieldMask of(Collection<PersonField> fields) {
        return fields.isEmpty() ? NONE : new FieldMask(EnumSet.copyOf(fields));
    }

    /**
     * Reads mask text as people type or paste it: paths with commas, semicolons or white space between them, in any order, repeated or not;
     * the old {@code person.} prefix is tolerated. Wrong paths are named in the answer, never dropped in silence.
     */
    public static Parsed parse(String text) {
        EnumSet<PersonField> found = EnumSet.noneOf(PersonField.class);
        List<String> wrong = new ArrayList<>();
        for (String piece : text.split("[,;\\s]+")) {
            String path = piece.startsWith("person.") ? piece.substring("person.".length()) : piece;
            if (path.isEmpty()) {
                continue;
            }
            PersonField.ofPath(path).ifPresentOrElse(found::add, () -> wrong.add(piece));
        }
        return new Parsed(of(found), List.copyOf(wrong));
    }

    /**
     * What mask text says.
     *
     * @param mask the fields it names
     * @param wrongPaths the pieces that are no field's path, as typed, in order
     */
    public record Parsed(FieldMask mask, List<String> wrongPaths) {}

    /** The fields, in the registry's order. */
    public Set<PersonField> fields() {
        return java.util.Collections.unmodifiableSet(fields);
    }

    public boolean contains(PersonField field) {
        return fields.contains(field);
    }

    public boolean containsAll(FieldMask other) {
        return fields.containsAll(other.fields);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public int size() {
        return fields.size();
    }

    public FieldMask plus(PersonField... more) {
        return union(of(more));
    }

    public FieldMask union(FieldMask other) {
        EnumSet<PersonField> all = EnumSet.copyOf(fields);
        all.addAll(other.fields);
        return of(all);
    }

    public FieldMask minus(FieldMask other) {
        EnumSet<PersonField> rest = EnumSet.copyOf(fields);
        rest.removeAll(other.fields);
        return of(rest);
    }

    public FieldMask intersect(FieldMask other) {
        EnumSet<PersonField> both = EnumSet.copyOf(fields);
        both.retainAll(other.fields);
        return of(both);
    }

    /** The paths with commas between, in the registry's order: the form Google takes. */
    @Override
    public String toString() {
        if (text == null) { // masks are written down for every contact of a job
            StringJoiner paths = new StringJoiner(",");
            fields.forEach(field -> paths.add(field.path()));
            text = paths.toString();
        }
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldMask mask && mask.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }
}
