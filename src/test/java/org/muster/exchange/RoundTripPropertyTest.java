package org.muster.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.*;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.Values;

/** What is written and read again is the same, field by field, for everything the format carries. */
class RoundTripPropertyTest {
    private static final List<String> WORDS = List.of("Ada", "O'Neil", "Łukasz", "山田", "Дмитро", "محمد", "a,b", "x;y", "say \"hi\"", "\"", "'", "=1+1", "+44 20 7946 0001", "-", "back\\slash", "C:\\n", "😀", "a b", "^n", "tab\there", "100%", "a:b", "<b>", "Home Fax", "N/A");
    private static final Set<String> CSV_FIELDS = Set.of("names", "nicknames", "organizations", "birthdays", "biographies", "emailAddresses", "phoneNumbers", "addresses", "relations", "urls", "events", "userDefined");
    private static final Set<String> CARD_ONLY_FIELDS = Set.of("imClients", "sipAddresses", "genders", "interests", "locales", "calendarUrls");

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void googlesCsv(@ForAll("seeds") long seed) {
        Set<String> parts = partsCarried("name title department");
        comesBack(seed, CSV_FIELDS, parts, "csv", file -> contacts -> new CsvExport(Samples.LABELS).write(file, contacts, Progress.NONE));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void cardsOfTheFourthVersion(@ForAll("seeds") long seed) {
        cards(seed, VCardExport.Version.V4_0);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void cardsOfTheThirdVersion(@ForAll("seeds") long seed) {
        cards(seed, VCardExport.Version.V3_0);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static void cards(long seed, VCardExport.Version version) {
        Set<String> fields = new java.util.HashSet<>(CSV_FIELDS);
        fields.addAll(CARD_ONLY_FIELDS);
        comesBack(seed, fields, partsCarried("name title department jobDescription type"), "vcf", file -> contacts -> new VCardExport(Samples.LABELS, version).write(file, contacts, Progress.NONE));
    }

    private static Set<String> partsCarried(String organization) {
        return Set.of(organization.split(" "));
    }

    private static void comesBack(long seed, Set<String> fields, Set<String> organization, String ending, Function<Path, Function<List<Contact>, ExportResult>> export) {
        Random random = new Random(seed);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            people.add(person(random, fields, organization));
        }
        List<Contact> contacts = people.stream().map(Samples::contact).toList();
        try {
            Path file = Files.createTempFile("round-trip", "." + ending);
            try {
                assertThat(export.apply(file).apply(contacts)).isInstanceOfSatisfying(ExportResult.Written.class, w -> assertThat(w.leftOut()).isEmpty());
                String text = Files.readString(file);
                Grid grid = Grid.of(Samples.table(file), Samples.LABELS);
                assertThat(grid.rows()).as(text).hasSameSizeAs(people);
                assertThat(grid.columns()).as(text).noneMatch(Column::unknown);
                for (int i = 0; i < people.size(); i++) {
                    same(people.get(i), Samples.person(grid, i), text);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void same(Person before, Person after, String text) {
        for (PersonField field : PersonField.values()) {
            if (field.writable()) {
                List<GenericJson> was = Contact.items(before, field);
                List<GenericJson> is = Contact.items(after, field);
                assertThat(Values.same(field, was, is)).as("%s%nwas %s%nis  %s%nin%n%s", field, was, is, text).isTrue();
            }
        }
    }

    private static Person person(Random random, Set<String> fields, Set<String> organization) {
        Person person = new Person();
        person.setNames(List.of(new Name().setGivenName(word(random)).setFamilyName(word(random))));
        for (PersonField field : PersonField.values()) {
            if (!fields.contains(field.path()) || random.nextInt(3) == 0) {
                continue;
            }
            List<GenericJson> items = new ArrayList<>();
            for (int i = 0; i < (field.single() ? 1 : 1 + random.nextInt(3)); i++) {
                items.add(item(random, field, organization));
            }
            person.set(field.path(), items);
        }
        if (random.nextBoolean()) {
            person.setMemberships(List.of(member(Samples.CHOIR.resourceName()), member(Label.MY_CONTACTS), member(Label.STARRED)));
        }
        return person;
    }

    private static GenericJson item(Random random, PersonField field, Set<String> organization) {
        GenericJson item = field.newItem();
        for (SubField part : field.subFields()) {
            boolean leading = part == field.mainSubField();
            if (written(part, organization) && (leading || random.nextBoolean())) {
                part.write(item, text(random, part));
            }
        }
        return item;
    }

    private static boolean written(SubField part, Set<String> organization) {
        return switch (part.path()) {
            case "names.unstructuredName", "names.phoneticFullName", "names.phoneticHonorificPrefix", "names.phoneticHonorificSuffix", "nicknames.type", "emailAddresses.displayName",
                    "addresses.formattedValue", "addresses.countryCode", "birthdays.text", "biographies.contentType", "genders.addressMeAs" -> false;
            default -> part.field() != PersonField.ORGANIZATIONS || organization.contains(part.name());
        };
    }

    private static String text(Random random, SubField part) {
        return switch (part.kind()) {
            case DATE -> List.of("1990-12-31", "--02-29", "1815", "2001-07").get(random.nextInt(4));
            case TYPE -> random.nextInt(3) > 0 ? part.known().get(random.nextInt(part.known().size())) : custom(random);
            case LONG_TEXT -> word(random) + "\n" + word(random);
            default -> word(random) + (random.nextBoolean() ? " " + word(random) : "");
        };
    }

    /** A type of somebody's own, which is none of Google's under any spelling. */
    private static String custom(Random random) {
        return "my " + word(random);
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Membership member(String label) {
        return new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(label));
    }

}
