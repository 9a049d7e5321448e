package org.muster.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;

/**
 * The column names of one family of files and where they lead, read from a resource of lines like
 * {@code phoneNumbers[work].value=Business Phone | Office Phone}.
 */
final class HeaderTable {
    /**
     * Where a column name leads.
     *
     * @param part the part of a field
     * @param slot tells the columns of one value: those of the same field and slot belong together
     * @param type the value's type as the column's name tells it; empty when it tells none
     */
    record Place(SubField part, String slot, String type) {}

    private static final Pattern LEFT = Pattern.compile("(\\w+)(?:\\[([^]]+)])?\\.(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d+)");

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private HeaderTable() {}

    /**
     * Reads a table.
     *
     * @param resource its name beside this class
     */
    static HeaderTable read(String resource) {
        HeaderTable table = new HeaderTable();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(HeaderTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                int equals = line.indexOf('=');
                table.add(line.substring(0, equals), line.substring(equals + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String left, String names) {
        Matcher m = LEFT.matcher(left);
        if (!m.matches()) {
            throw new IllegalStateException("not a column's target: " + left);
        }
        SubField part = PersonField.ofPath(m.group(1)).flatMap(f -> f.subField(m.group(3))).orElseThrow();
        String slot = m.group(2) == null ? "" : m.group(2);
        // userDefined has no type; what a column's own name says is its key, digits included
        boolean keyed = part.field() == PersonField.USER_DEFINED;
        String type = slot.equals("#") ? "" : keyed ? slot : slot.replaceAll("\\d+$", "");
        String[] all = names.split("\\s*\\|\\s*");
        this.names.put(part.path() + "[" + slot + "]", all[0]);
        for (String name : all) {
            Place before = places.put(normal(name), new Place(part, slot, type));
            if (before != null && before.part() != part) {
                throw new IllegalStateException("two places for the column name " + name);
            }
        }
    }

    /** The place of a column with exactly this name, or with a number where the table has its {@code #}. */
    Optional<Place> exact(String header) {
        String name = normal(header);
        Place place = places.get(name);
        if (place != null) {
            return Optional.of(place);
        }
        Matcher number = NUMBER.matcher(name);
        return number.find()
                ? Optional.ofNullable(places.get(number.replaceFirst("#"))).map(p -> new Place(p.part, number.group(1), p.type))
                : Optional.empty();
    }

    /** As {@link #exact}, or the place of the name without the number at its end ({@code phone 2}). */
    Optional<Place> loose(String header) {
        Optional<Place> exact = exact(header);
        if (exact.isPresent()) {
            return exact;
        }
        Matcher m = LAST_NUMBER.matcher(normal(header));
        return m.matches() ? Optional.ofNullable(places.get(m.group(1))).map(p -> new Place(p.part, p.slot + m.group(2), p.type)) : Optional.empty();
    }

    /** The first name of a column that leads to {@code part} of the value with this number, from 1; empty when the table has none. */
    Optional<String> nameOf(SubField part, int number) {
        String own = names.get(part.path() + "[" + number + "]");
        if (own != null) {
            return Optional.of(own);
        }
        String numbered = names.get(part.path() + "[#]");
        if (numbered != null) {
            return Optional.of(numbered.replace("#", Integer.toString(number)));
        }
        return number == 1 ? Optional.ofNullable(names.get(part.path() + "[]")) : Optional.empty();
    }

    /** The place a column name in this table's own notation tells, such as {@code emailAddresses[2].displayName}. */
    static Optional<Place> notation(String header) {
        Matcher m = LEFT.matcher(header);
        return m.matches()
                ? PersonField.ofPath(m.group(1)).filter(PersonField::writable).flatMap(f -> f.subField(m.group(3))).map(p -> new Place(p, m.group(2) == null ? "" : m.group(2), ""))
                : Optional.empty();
    }

    /** The name without case, accents, spaces and signs. */
    static String normal(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        return plain.toLowerCase(Locale.ROOT).replace("ß", "ss").replaceAll("[^\\p{L}\\p{N}#]", "");
    }

    /** Whether the part alone says nothing: a type or a key. */
    static boolean describes(SubField part) {
        return part.kind() == SubFieldKind.TYPE && part != part.field().mainSubField() || part.path().equals("userDefined.key");
    }
}
