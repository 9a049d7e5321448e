package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One contact: what may be written, what is derived, and when an update is too old. */
class PracticeContactTest {
    private static final String CREATE = "v1/people:createContact";

    private Practice practice;

    @BeforeEach
    void start() throws IOException {
        practice = new Practice();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    private JsonObject create(String person) throws Exception {
        Practice.Answer answer = practice.post(CREATE, person);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Practice.Answer update(String name, String mask, String body) throws Exception {
        return practice.send("PATCH", "v1/" + name + ":updateContact?updatePersonFields=" + mask, body);
    }

    private static JsonObject first(JsonObject person, String field) {
        return person.getAsJsonArray(field).get(0).getAsJsonObject();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"givenName\":\"Ada\",\"familyName\":\"Lovelace\"}|Ada Lovelace|Lovelace, Ada",
        "{\"honorificPrefix\":\"Dr.\",\"givenName\":\"Ada\",\"middleName\":\"K\",\"familyName\":\"L\",\"honorificSuffix\":\"II\"}|Dr. Ada K L II|L, Ada K II",
        "{\"unstructuredName\":\"Ada King Lovelace\"}|Ada King Lovelace|Lovelace, Ada King",
        "{\"unstructuredName\":\"Plato\"}|Plato|Plato", "{\"familyName\":\"Only\"}|Only|Only",
        "{\"givenName\":\"太郎\",\"familyName\":\"山田\"}|山田太郎|山田太郎",
        "{\"givenName\":\"New\",\"familyName\":\"N\",\"unstructuredName\":\"Old O\"}|New N|N, New"})
    void derivesDisplayNames(String name, String display, String lastFirst) throws Exception {
        JsonObject made = first(create("{\"names\":[" + name + "]}"), "names");
        assertThat(made.get("displayName").getAsString()).isEqualTo(display);
        assertThat(made.get("displayNameLastFirst").getAsString()).isEqualTo(lastFirst);
        assertThat(made.get("unstructuredName").getAsString()).isEqualTo(display);
    }

    @Test
    void canLetTheUnstructuredNameWin() throws Exception {
        practice.server.switches().nameConflict().set(Switches.NameConflict.UNSTRUCTURED_WINS);
        JsonObject name = first(create("{\"names\":[{\"givenName\":\"New\",\"unstructuredName\":\"Old O\"}]}"), "names");
        assertThat(name.get("displayName").getAsString()).isEqualTo("Old O");
        assertThat(name.get("familyName").getAsString()).isEqualTo("O");
    }

    @Test
    void derivesFormsOfTypesPhonesAndGroups() throws Exception {
        JsonObject person = create("{\"phoneNumbers\":[{\"value\":\"020 7946 0001\",\"type\":\"homeFax\"},{\"value\":\"12\"}],"
                + "\"emailAddresses\":[{\"value\":\"a@example.org\",\"type\":\"Beach House\"}],"
                + "\"imClients\":[{\"username\":\"a\",\"protocol\":\"googleTalk\",\"type\":\"work\"}],"
                + "\"genders\":[{\"value\":\"female\"}],\"miscKeywords\":[{\"type\":\"OUTLOOK_USER\",\"value\":\"k\"}],"
                + "\"addresses\":[{\"streetAddress\":\"1 St\",\"city\":\"Y\",\"postalCode\":\"Z1\",\"country\":\"UK\"}]}");
        JsonObject phone = first(person, "phoneNumbers");
        assertThat(phone.get("value").getAsString()).isEqualTo("020 7946 0001");
        assertThat(phone.get("canonicalForm").getAsString()).isEqualTo("+442079460001");
        assertThat(phone.get("formattedType").getAsString()).isEqualTo("Home Fax");
        JsonObject metadata = phone.getAsJsonObject("metadata");
        assertThat(metadata.get("primary").getAsBoolean()).isTrue();
        assertThat(metadata.getAsJsonObject("source").get("type").getAsString()).isEqualTo("CONTACT");
        JsonObject second = person.getAsJsonArray("phoneNumbers").get(1).getAsJsonObject();
        assertThat(second.has("canonicalForm")).isFalse();
        assertThat(second.getAsJsonObject("metadata").has("primary")).isFalse();
        assertThat(first(person, "emailAddresses").get("formattedType").getAsString()).isEqualTo("Beach House");
        assertThat(first(person, "imClients").get("formattedProtocol").getAsString()).isEqualTo("Google Talk");
        assertThat(first(person, "genders").get("formattedValue").getAsString()).isEqualTo("Female");
        assertThat(first(person, "addresses").get("formattedValue").getAsString()).isEqualTo("1 St\nY Z1\nUK");
        JsonObject membership = first(person, "memberships").getAsJsonObject("contactGroupMembership");
        assertThat(membership.get("contactGroupResourceName").getAsString()).isEqualTo("contactGroups/myContacts");
        assertThat(membership.get("contactGroupId").getAsString()).isEqualTo("myContacts");
        assertThat(first(person, "memberships").getAsJsonObject("metadata").has("primary")).isFalse();
        assertThat(first(person, "photos").get("default").getAsBoolean()).isTrue();
        String german = practice.send("GET", "v1/" + person.get("resourceName").getAsString() + "?personFields=phoneNumbers",
                null, "Accept-Language", "de-AT,en;q=0.5").text();
        assertThat(german).contains("\"formattedType\":\"Fax privat\"");
    }

    @Test
    void makesTheChosenItemPrimaryAndDropsEmptyOnes() throws Exception {
        JsonObject person = create("{\"emailAddresses\":[{\"value\":\"a@example.org\"},{\"value\":\"\",\"type\":\"home\"},{},"
                + "{\"value\":\"b@example.org\",\"metadata\":{\"sourcePrimary\":true}}]}");
        JsonArray emails = person.getAsJsonArray("emailAddresses");
        assertThat(emails).hasSize(2);
        assertThat(emails.get(0).getAsJsonObject().getAsJsonObject("metadata").has("primary")).isFalse();
        assertThat(emails.get(1).getAsJsonObject().getAsJsonObject("metadata").get("primary").getAsBoolean()).isTrue();
        assertThat(practice.post(CREATE, "{\"emailAddresses\":[{\"value\":\"a\",\"metadata\":{\"sourcePrimary\":true}},"
                + "{\"value\":\"b\",\"metadata\":{\"sourcePrimary\":true}}]}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "biographies", "birthdays", "genders"})
    void allowsOneValueOfASingleton(String field) throws Exception {
        String item = switch (field) {
            case "names" -> "{\"givenName\":\"A\"}";
            case "birthdays" -> "{\"date\":{\"day\":1,\"month\":2}}";
            default -> "{\"value\":\"v\"}";
        };
        Practice.Answer answer = practice.post(CREATE, "{\"" + field + "\":[" + item + "," + item + "]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Cannot have more than one person." + field + " per source.");
        assertThat(practice.post(CREATE, "{\"" + field + "\":[" + item + "]}").status()).isEqualTo(200);
    }

    @Test
    void refusesAPersonWithoutContent() throws Exception {
        assertThat(practice.post(CREATE, "").message()).isEqualTo("Request must contain a person.");
        assertThat(practice.post(CREATE, "{}").message()).isEqualTo("Request must contain a person.");
        assertThat(practice.post(CREATE, "{\"etag\":\"x\"}").message())
                .isEqualTo("Must specify a non-metadata contact field on the person");
        assertThat(practice.post(CREATE, "{\"name\":[]}").message())
                .isEqualTo("Invalid JSON payload received. Unknown name \"name\" at 'person': Cannot find field.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"year\":2001,\"month\":2,\"day\":29", "\"month\":13", "\"day\":32", "\"day\":5",
        "\"year\":-1,\"month\":1,\"day\":1", "\"year\":10000"})
    void refusesDaysThatAreNone(String date) throws Exception {
        assertThat(practice.post(CREATE, "{\"birthdays\":[{\"date\":{" + date + "}}]}").status()).isEqualTo(400);
        assertThat(practice.post(CREATE, "{\"birthdays\":[{\"date\":{\"month\":2,\"day\":29}}]}").status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        for (Switches.Refusal refusal : practice.server.switches().overLong().positions()) {
            practice.server.switches().overLong().set(refusal);
            Practice.Answer answer = practice.post(CREATE, "{\"nicknames\":[{\"value\":\"" + "é".repeat(1_025) + "\"}]}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorStatus()).isEqualTo(refusal.name());
        }
        create("{\"nicknames\":[{\"value\":\"" + "😀".repeat(1_024) + "\"}]}");
        create("{\"biographies\":[{\"value\":\"" + "x".repeat(100_000) + "\"}]}");
        assertThat(practice.post(CREATE, "{\"biographies\":[{\"value\":\"" + "é".repeat(70_000) + "\"}]}").status())
                .isEqualTo(400);
        String urls = IntStream.range(0, 500).mapToObj(i -> "{\"value\":\"u" + i + "\"}").collect(Collectors.joining(","));
        assertThat(practice.post(CREATE, "{\"urls\":[" + urls + "]}").status()).as("with its membership 501").isEqualTo(400);
    }

    @Test
    void wantsACurrentEtagOfEitherKind() throws Exception {
        JsonObject made = create("{\"names\":[{\"givenName\":\"Ada\"}]}");
        String name = made.get("resourceName").getAsString();
        String names = "\"names\":[{\"givenName\":\"Grace\"}]";
        for (Switches.Refusal status : practice.server.switches().missingEtag().positions()) {
            practice.server.switches().missingEtag().set(status);
            Practice.Answer missing = update(name, "names", "{" + names + "}");
            assertThat(missing.status()).isEqualTo(400);
            assertThat(missing.errorStatus()).isEqualTo(status.name());
            assertThat(missing.message()).isEqualTo("Request must set person.etag or person.metadata.sources.etag for the "
                    + "source that is being updated.");
        }
        String other = practice.get("v1/" + name + "?personFields=urls").json().get("etag").getAsString();
        assertThat(update(name, "names", "{\"etag\":\"" + other + "\"," + names + "}").status()).isEqualTo(200);
        Practice.Answer stale = update(name, "names", "{\"etag\":\"" + other + "\"," + names + "}");
        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.errorStatus()).isEqualTo("FAILED_PRECONDITION");
        String oldSource = first(made.getAsJsonObject("metadata"), "sources").get("etag").getAsString();
        assertThat(update(name, "names", source(oldSource, names)).message()).startsWith(
                "Request person.metadata.sources.etag is different than the current person.metadata.sources.etag.");
        String source = first(practice.server.contact(name).getAsJsonObject("metadata"), "sources").get("etag").getAsString();
        assertThat(update(name, "names", source(source, names)).status()).isEqualTo(200);
        assertThat(update(name, "names", "{\"etag\":\"garbage\"," + names + "}").errorStatus())
                .isEqualTo("FAILED_PRECONDITION");
        practice.server.switches().etagEmbeds().set(Switches.EtagEmbeds.OWN_VERSION);
        assertThat(update(name, "names", "{\"etag\":\"" + practice.etag(name) + "\"," + names + "}").status()).isEqualTo(200);
    }

    private static String source(String etag, String rest) {
        return "{\"metadata\":{\"sources\":[{\"type\":\"CONTACT\",\"etag\":\"" + etag + "\"}]}," + rest + "}";
    }

    @Test
    void refusesUpdatesOfWhatIsNoContactAndWrongMasks() throws Exception {
        String name = practice.put("Ada");
        String body = "{\"etag\":\"" + practice.etag(name) + "\"}";
        assertThat(update("people/me", "names", body).message())
                .isEqualTo("Resource name \"people/me\" is not a valid contact person resource.");
        assertThat(update("people/c404", "names", body).errorStatus()).isEqualTo("NOT_FOUND");
        assertThat(update(name, "", body).message()).isEqualTo("updatePersonFields mask is required. Please specify one or "
                + "more valid paths. Valid paths are documented at "
                + "https://developers.google.com/people/api/rest/v1/people/updateContact.");
        for (String readOnly : PersonFields.READ_ONLY) {
            assertThat(update(name, readOnly, body).message())
                    .startsWith("Invalid updatePersonFields mask path: \"" + readOnly + "\".");
        }
    }

    @Test
    void keepsEveryContactInAGroup() throws Exception {
        String name = practice.put("Ada");
        assertThat(update(name, "memberships", "{\"etag\":\"" + practice.etag(name) + "\",\"memberships\":[]}").status())
                .isEqualTo(400);
        assertThat(memberships(name, "contactGroups/nowhere").status()).isEqualTo(400);
        assertThat(memberships(name, "contactGroups/friends").message())
                .isEqualTo("Cannot add contacts to deprecated system contact group");
        assertThat(memberships(name, "contactGroups/starred").status()).isEqualTo(200);
        assertThat(practice.server.contact(name).getAsJsonArray("memberships")).hasSize(1);
    }

    private Practice.Answer memberships(String name, String group) throws Exception {
        return update(name, "memberships", "{\"etag\":\"" + practice.etag(name) + "\",\"memberships\":"
                + "[{\"contactGroupMembership\":{\"contactGroupResourceName\":\"" + group + "\"}}]}");
    }

    @Test
    void ignoresProfileItemsAndKeepsTheOnesItHas() throws Exception {
        String name = practice.server.putContact(JsonParser.parseString("{\"names\":["
                + "{\"givenName\":\"Profile\",\"displayName\":\"Profile\",\"metadata\":{\"source\":{\"type\":\"PROFILE\","
                + "\"id\":\"117\"}}},{\"givenName\":\"Own\"}],\"ageRanges\":[{\"ageRange\":\"TWENTY_ONE_OR_OLDER\","
                + "\"metadata\":{\"source\":{\"type\":\"PROFILE\",\"id\":\"117\"}}}]}").getAsJsonObject());
        JsonObject person = practice.get("v1/" + name + "?personFields=names,ageRanges,metadata").json();
        assertThat(person.getAsJsonArray("names")).hasSize(2);
        assertThat(person.getAsJsonArray("names").asList().stream().filter(n -> n.getAsJsonObject()
                .getAsJsonObject("metadata").has("primary"))).hasSize(1);
        assertThat(person.getAsJsonObject("metadata").getAsJsonArray("sources")).hasSize(2);
        assertThat(person.getAsJsonArray("ageRanges")).hasSize(1);
        person.getAsJsonArray("names").get(0).getAsJsonObject().addProperty("givenName", "Changed");
        person.getAsJsonArray("names").get(1).getAsJsonObject().addProperty("givenName", "Mine");
        assertThat(update(name, "names", person.toString()).status()).isEqualTo(200);
        String after = practice.server.contact(name).getAsJsonArray("names").toString();
        assertThat(after).contains("\"Profile\"", "\"Mine\"").doesNotContain("Changed", "Own");
        String own = practice.get("v1/" + name + "?personFields=names,ageRanges&sources=READ_SOURCE_TYPE_CONTACT").text();
        assertThat(own).contains("Mine").doesNotContain("Profile", "TWENTY_ONE");
    }

    @Test
    void roundTripsEveryWritableField() throws Exception {
        String full = "{" + String.join(",", "\"addresses\":[{\"city\":\"Y\",\"countryCode\":\"GB\",\"type\":\"home\"}]",
                "\"biographies\":[{\"value\":\"<b>\",\"contentType\":\"TEXT_HTML\"}]", "\"birthdays\":[{\"text\":\"soon\"}]",
                "\"calendarUrls\":[{\"url\":\"http://c\",\"type\":\"freeBusy\"}]",
                "\"clientData\":[{\"key\":\"k\",\"value\":\"v\"},{\"key\":\"k\",\"value\":\"v\"}]",
                "\"emailAddresses\":[{\"value\":\"a@b\",\"displayName\":\"A\"}]",
                "\"events\":[{\"date\":{\"year\":2020,\"month\":1},\"type\":\"anniversary\"}]",
                "\"externalIds\":[{\"value\":\"e\",\"type\":\"account\"}]", "\"genders\":[{\"value\":\"x\",\"addressMeAs\":\"y\"}]",
                "\"imClients\":[{\"username\":\"u\",\"protocol\":\"icq\"}]", "\"interests\":[{\"value\":\"i\"}]",
                "\"locales\":[{\"value\":\"en\"}]", "\"locations\":[{\"value\":\"l\",\"current\":true,\"type\":\"desk\"}]",
                "\"memberships\":[{\"contactGroupMembership\":{\"contactGroupResourceName\":\"contactGroups/starred\"}}]",
                "\"miscKeywords\":[{\"value\":\"m\",\"type\":\"WORK\"}]", "\"names\":[{\"phoneticFullName\":\"p\"}]",
                "\"nicknames\":[{\"value\":\"n\",\"type\":\"SHORT_NAME\"}]", "\"occupations\":[{\"value\":\"o\"}]",
                "\"organizations\":[{\"name\":\"O\",\"current\":true,\"fullTimeEquivalentMillipercent\":100000}]",
                "\"phoneNumbers\":[{\"value\":\"1\"}]", "\"relations\":[{\"person\":\"R\",\"type\":\"spouse\"}]",
                "\"sipAddresses\":[{\"value\":\"s\"}]", "\"urls\":[{\"value\":\"http://u\"}]",
                "\"userDefined\":[{\"key\":\"a\",\"value\":\"b\"}]") + "}";
        JsonObject sent = JsonParser.parseString(full).getAsJsonObject();
        JsonObject made = create(full);
        List<String> writable = PersonFields.READ.stream().filter(PersonFields::writable).toList();
        assertThat(writable).hasSize(24);
        assertThat(sent.keySet()).containsExactlyInAnyOrderElementsOf(writable);
        for (String field : writable) {
            JsonObject kept = first(made, field);
            first(sent, field).asMap().forEach((key, value) -> {
                if (!key.equals("contactGroupMembership")) {
                    assertThat(kept.get(key)).as(field + "." + key).isEqualTo(value);
                }
            });
        }
        assertThat(made.getAsJsonArray("clientData")).hasSize(2);
        String name = made.get("resourceName").getAsString();
        Practice.Answer cleared = update(name, "clientData,urls", "{\"etag\":\"" + made.get("etag").getAsString() + "\"}");
        assertThat(cleared.json().keySet()).contains("names").doesNotContain("clientData", "urls");
    }

    @Test
    void renamesAContactThatGetsLinkedAndKnowsItsOldName() throws Exception {
        practice.server.switches().renaming().set(Switches.Renaming.ON_LINKING);
        String list = "v1/people/me/connections?personFields=names,metadata";
        String name = practice.put("Ada");
        String token = practice.get(list + "&requestSyncToken=true").json().get("nextSyncToken").getAsString();
        JsonObject linked = update(name, "emailAddresses", "{\"etag\":\"" + practice.etag(name)
                + "\",\"emailAddresses\":[{\"value\":\"ada@linked.example\"}]}").json();
        String now = linked.get("resourceName").getAsString();
        assertThat(now).isNotEqualTo(name);
        JsonObject response = practice.get("v1/people:batchGet?personFields=names&resourceNames=" + name).json()
                .getAsJsonArray("responses").get(0).getAsJsonObject();
        assertThat(response.get("requestedResourceName").getAsString()).isEqualTo(name);
        assertThat(response.getAsJsonObject("person").get("resourceName").getAsString()).isEqualTo(now);
        assertThat(practice.get(list + "&requestSyncToken=true").text()).doesNotContain("previousResourceNames");
        assertThat(practice.get(list + "&syncToken=" + token).text()).contains(now,
                "\"previousResourceNames\":[\"" + name + "\"]");
    }

    @Test
    void deletesOneContact() throws Exception {
        String name = practice.put("Ada");
        assertThat(practice.send("DELETE", "v1/" + name + ":deleteContact", null).text()).isEqualTo("{}");
        assertThat(practice.send("DELETE", "v1/" + name + ":deleteContact", null).errorStatus()).isEqualTo("NOT_FOUND");
        assertThat(practice.get("v1/" + name + "?personFields=names").status()).isEqualTo(404);
        assertThat(practice.server.contactCount()).isZero();
    }

    @Test
    void setsShowsAndRemovesAPhoto() throws Exception {
        String name = practice.put("Ada");
        String photo = "v1/" + name + ":updateContactPhoto";
        // URL-safe alphabet without padding, as the Java client sends it: the bytes ff d8 ff e0.
        Practice.Answer set = practice.send("PATCH", photo, "{\"photoBytes\":\"_9j_4A\",\"personFields\":\"photos\"}");
        JsonObject shown = first(set.json().getAsJsonObject("person"), "photos");
        assertThat(shown.has("default")).isFalse();
        assertThat(practice.get(shown.get("url").getAsString().substring(practice.server.endpoint().toString().length()))
                .type()).isEqualTo("image/jpeg");
        assertThat(practice.send("PATCH", photo, "{\"photoBytes\":\"AAAA\"}").status()).isEqualTo(400);
        assertThat(practice.send("PATCH", photo, "{\"photoBytes\":\"*\"}").status()).isEqualTo(400);
        assertThat(practice.send("DELETE", "v1/" + name + ":deleteContactPhoto", null).text()).isEqualTo("{}");
        assertThat(practice.send("DELETE", "v1/" + name + ":deleteContactPhoto", null).status()).isEqualTo(404);
    }
}
