package org.muster.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.exchange.HeaderTable.Place;
import org.muster.texts.Texts;

/** Recognises column names. Immutable and safe for use by several threads. */
final class Headers {
    private static final Pattern NEW_GOOGLE = Pattern.compile("[\\w -]+ \\d+ - Label");
    private static final Pattern OLD_GOOGLE = Pattern.compile("[\\w -]+ \\d+ - Type");
    private static final Set<String> NEW_GOOGLE_ONLY = Set.of("Labels", "Organization Name", "File As", "Phonetic First Name");
    private static final Set<String> OLD_GOOGLE_ONLY = Set.of("Group Membership", "Given Name Yomi", "Additional Name");
    private static final Set<String> OUTLOOK_ONLY = Set.of("e-mail address", "e-mail 2 address", "business phone", "business street", "business fax", "home street", "home fax", "mobile phone", "categories", "web page", "job title", "other phone", "primary phone");

    private final HeaderTable google = HeaderTable.read("google-headers.txt");
    private final HeaderTable outlook = HeaderTable.read("outlook-headers.txt");
    private final HeaderTable other = HeaderTable.read("other-headers.txt");
    private final Map<String, SubField> ours = ourOwn();

    /** The names Muster itself shows above its columns. */
    private static Map<String, SubField> ourOwn() {
        Map<String, SubField> names = new HashMap<>();
        for (PersonField field : FieldMask.writable().fields()) {
            if (field != PersonField.CLIENT_DATA) {
                names.putIfAbsent(HeaderTable.normal(field.label()), field.mainSubField());
                field.subFields().forEach(part -> names.putIfAbsent(HeaderTable.normal(field.label(part)), part));
            }
        }
        return names;
    }

    /** The kind of CSV with these column names. */
    Format format(List<String> header) {
        Set<String> names = new HashSet<>(header.stream().map(String::strip).toList());
        if (names.stream().anyMatch(n -> NEW_GOOGLE.matcher(n).matches()) || count(names, NEW_GOOGLE_ONLY) >= 2) {
            return Format.GOOGLE_CSV_2024;
        }
        if (names.stream().anyMatch(n -> OLD_GOOGLE.matcher(n).matches()) || count(names, OLD_GOOGLE_ONLY) >= 2) {
            return Format.GOOGLE_CSV_OLD;
        }
        Set<String> lower = new HashSet<>(names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList());
        boolean emailAddress = lower.contains("e-mail address") && (lower.contains("first name") || lower.contains("last name"));
        return count(lower, OUTLOOK_ONLY) >= (emailAddress ? 2 : 3) ? Format.OUTLOOK_CSV : Format.OTHER_CSV;
    }

    private static long count(Set<String> names, Set<String> telling) {
        return telling.stream().filter(names::contains).count();
    }

    /** Whether this name is known in any table. */
    boolean knows(String name) {
        return !name.isBlank() && place(name, Format.OTHER_CSV).isPresent();
    }

    /** Whether these cells look like column names rather than like a contact: most of the filled ones are known. */
    boolean recognised(List<String> cells) {
        long filled = cells.stream().filter(c -> !c.isBlank()).count();
        long known = cells.stream().filter(this::knows).count();
        return known > 0 && (known * 2 >= filled || known >= 3);
    }

    /**
     * The columns with these names. A name nobody knows makes an {@link Target.Unknown} column; one without a name is called
     * by its place.
     */
    List<Column> columns(List<String> header, Format format) {
        Slots slots = new Slots();
        Texts texts = Texts.of(Headers.class);
        List<Column> columns = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            Target target = name.isEmpty() ? new Target.Unknown() : place(name, format).<Target>map(slots::target).orElseGet(Target.Unknown::new);
            if (name.equals(texts.get("report.wrong"))) {
                // Our own remark in a file of rows that were to be put right
                target = new Target.Ignored();
            }
            columns.add(new Column(name.isEmpty() ? texts.get("column.nameless", i + 1) : name, target));
        }
        return columns;
    }

    /** A column name that leads back to the target: as Google's CSV calls it, else in the tables' own notation. */
    String nameOf(SubField part, int index) {
        return google.nameOf(part, index + 1).orElseGet(() -> part.fieldPath() + "[" + (index + 1) + "]." + part.name());
    }

    private Optional<Place> place(String name, Format format) {
        Optional<Place> own = switch (format) {
            case GOOGLE_CSV_2024, GOOGLE_CSV_OLD -> google.exact(name);
            case OUTLOOK_CSV -> outlook.exact(name);
            case OTHER_CSV, VCARD_2_1, VCARD_3_0, VCARD_4_0, TYPED -> Optional.empty();
        };
        return own.or(() -> other.loose(name))
                .or(() -> Optional.ofNullable(ours.get(HeaderTable.normal(name))).map(part -> new Place(part, "", "")))
                .or(() -> HeaderTable.notation(name))
                .or(() -> format == Format.OTHER_CSV || format == Format.TYPED ? google.exact(name).or(() -> outlook.exact(name)) : Optional.empty());
    }

    /** Gives the values of each field their numbers, in the order of the columns. */
    private static final class Slots {
        private final Map<PersonField, List<String>> known = new HashMap<>();
        private final Set<String> taken = new HashSet<>();

        Target target(Place place) {
            PersonField field = place.part().field();
            List<String> slots = known.computeIfAbsent(field, f -> new ArrayList<>());
            String slot = place.slot();
            // The same name twice is another value, except for the lines of one street
            while (!place.part().name().equals("streetAddress") && !taken.add(field + "/" + slot + "/" + place.part().name())) {
                slot += "'";
            }
            if (!slots.contains(slot)) {
                slots.add(slot);
            }
            return new Target.MapsTo(field, place.part(), slots.indexOf(slot), place.type());
        }
    }
}
