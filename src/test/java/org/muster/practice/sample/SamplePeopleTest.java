package org.muster.practice.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The checked-in sample people: that they are what the generator makes, and as messy as they are meant to be. */
class SamplePeopleTest {
    private static final Path FOLDER = Path.of("resources/org/muster/practice");
    private static final Set<String> WRITABLE = Set.of("addresses", "biographies", "birthdays", "calendarUrls", "clientData", "emailAddresses", "events",
            "externalIds", "genders", "imClients", "interests", "locales", "locations", "memberships", "miscKeywords", "names", "nicknames", "occupations",
            "organizations", "phoneNumbers", "relations", "sipAddresses", "urls", "userDefined");
    private static final Set<String> PROFILE_ONLY = Set.of("photos", "coverPhotos", "ageRanges", "skills");
    private static final Pattern MAIL = Pattern.compile("[^@\\s,]+@[^@\\s,]+\\.[a-z]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile("(?:@|://(?:[\\w-]+\\.)*?)([\\w-]+(?:\\.[\\w-]+)+)");

    private final List<JsonObject> people = read();

    @Test
    void theCheckedInFilesAreWhatTheGeneratorMakes() throws IOException {
        String fix = "regenerate them: see CONTRIBUTING.md, “Sample people”";
        assertThat(Files.readString(FOLDER.resolve("people.jsonl")).equals(SamplePeople.people())).as(fix).isTrue();
        assertThat(Files.readString(FOLDER.resolve("groups.json")).equals(SamplePeople.groups())).as(fix).isTrue();
    }

    @Test
    void everyPersonHasAnIdOfItsOwnAndOnlyFieldsOfTheApi() {
        assertThat(people).hasSize(1_204);
        assertThat(people.stream().map(p -> p.get("practiceId").getAsString())).doesNotHaveDuplicates().allMatch(id -> id.matches("[1-9a-f][0-9a-f]{14}"));
        for (JsonObject person : people) {
            Set<String> fields = new HashSet<>(person.keySet());
            fields.remove("practiceId");
            fields.removeAll(WRITABLE);
            assertThat(PROFILE_ONLY).containsAll(fields);
            for (String field : PROFILE_ONLY) {
                assertThat(items(person, field)).allMatch(SamplePeopleTest::fromProfile);
            }
            for (String singleton : List.of("names", "biographies", "birthdays", "genders")) {
                assertThat(items(person, singleton).stream().filter(item -> !fromProfile(item))).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void sevenPeopleCarryEveryWritableField() {
        assertThat(count(p -> p.keySet().containsAll(WRITABLE))).isEqualTo(SamplePeople.FULL);
    }

    @Test
    void theMessIsCounted() {
        assertThat(count(p -> !p.has("names"))).as("no name").isEqualTo(9);
        assertThat(count(p -> p.has("emailAddresses"))).as("has an e-mail").isEqualTo(312);
        assertThat(count(p -> !p.has("emailAddresses") && !p.has("phoneNumbers"))).as("no way to reach them").isEqualTo(14);
        assertThat(count(p -> values(p, "emailAddresses").stream().anyMatch(v -> !MAIL.matcher(v).matches()))).as("broken e-mail").isEqualTo(6);
        assertThat(count(p -> oneCase(name(p)))).as("ALL CAPS or all small").isEqualTo(48);
        assertThat(count(p -> values(p, "phoneNumbers").stream().anyMatch(Mess.NOT_A_NUMBER::contains))).as("no phone number").isEqualTo(33);
        assertThat(count(p -> p.toString().contains("\"type\":\"PROFILE\""))).as("linked profiles").isEqualTo(10);
    }

    @Test
    void thereAreDoublesByMailAndByNumber() {
        assertThat(doubles("emailAddresses", v -> v.toLowerCase(java.util.Locale.ROOT))).as("same address").isEqualTo(25);
        assertThat(doubles("phoneNumbers", v -> v.matches("\\+\\d+") ? v : "")).as("numbers as typed do not give the doubles away").isLessThan(30);
    }

    @Test
    void labelsHoldWhatTheSideRailShows() {
        Set<String> known = new HashSet<>(Set.of("contactGroups/myContacts", "contactGroups/starred"));
        JsonParser.parseString(SamplePeople.groups()).getAsJsonArray().forEach(group -> known.add(group.getAsJsonObject().get("resourceName").getAsString()));
        assertThat(people).allMatch(p -> known.containsAll(groupsOf(p)));
        assertThat(members("myContacts")).isEqualTo(1_204);
        assertThat(members("starred")).isEqualTo(12);
        assertThat(members("Friends")).isEqualTo(204);
        assertThat(members("Suppliers")).isEqualTo(57);
        assertThat(members("Work")).isEqualTo(611);
        assertThat(members("Choir")).isEqualTo(31);
        assertThat(members("Family")).isEqualTo(42);
        assertThat(members(Labels.IMPORTED)).isEqualTo(388);
    }

    @Test
    void nobodyRealIsReached() {
        for (JsonObject person : people) {
            Matcher domains = DOMAIN.matcher(person.toString().toLowerCase(java.util.Locale.ROOT));
            while (domains.find()) {
                String domain = domains.group(1);
                assertThat(domain).matches("(.+\\.)?example\\.(com|org|net|edu)|.+\\.(example|test)");
            }
        }
    }

    @Test
    void everyCultureWritesNumbersThatExistInItsPlan() throws NumberParseException {
        PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
        List<String> wrong = new ArrayList<>();
        for (Culture culture : Cultures.read().all()) {
            for (int i = 0; i < 60; i++) {
                Phone phone = Phone.draw(culture, new Random(i));
                String number = phone.in(Phone.Notation.E164);
                if (!plan.isValidNumberForRegion(plan.parse(number, "ZZ"), culture.region())) {
                    wrong.add(culture.code() + " " + phone.in(Phone.Notation.INTERNATIONAL));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private long doubles(String field, java.util.function.UnaryOperator<String> key) {
        List<String> keys = people.stream().flatMap(p -> values(p, field).stream().map(key).distinct()).filter(k -> !k.isEmpty()).toList();
        return keys.size() - keys.stream().distinct().count();
    }

    private long members(String label) {
        return count(p -> groupsOf(p).contains("contactGroups/" + Labels.IDS.get(label)));
    }

    private long count(Predicate<JsonObject> which) {
        return people.stream().filter(which).count();
    }

    private static Set<String> groupsOf(JsonObject person) {
        return items(person, "memberships").stream()
                .map(m -> m.getAsJsonObject("contactGroupMembership").get("contactGroupResourceName").getAsString()).collect(Collectors.toSet());
    }

    private static String name(JsonObject person) {
        return items(person, "names").stream().limit(1).flatMap(n -> n.entrySet().stream())
                .filter(e -> !e.getKey().equals("metadata")).map(e -> e.getValue().getAsString()).collect(Collectors.joining(" "));
    }

    private static boolean oneCase(String name) {
        boolean upper = name.chars().anyMatch(c -> Character.toLowerCase(c) != c);
        boolean lower = name.chars().anyMatch(c -> Character.toTitleCase(c) != c);
        return upper != lower;
    }

    private static List<String> values(JsonObject person, String field) {
        return items(person, field).stream().map(item -> item.get("value").getAsString()).toList();
    }

    private static boolean fromProfile(JsonObject item) {
        return item.has("metadata");
    }

    private static List<JsonObject> items(JsonObject person, String field) {
        JsonArray array = person.has(field) ? person.getAsJsonArray(field) : new JsonArray();
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject).toList();
    }

    private static List<JsonObject> read() {
        try (var in = SamplePeopleTest.class.getResourceAsStream("/org/muster/practice/people.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
