package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading: masks, pages, orders, full and incremental sync, batchGet and search. */
class PracticeListTest {
    private static final String LIST = "v1/people/me/connections?personFields=names";

    private Practice practice;

    @BeforeEach
    void start() throws IOException {
        practice = new Practice();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void answersAnEmptyAccountWithoutEmptyLists() throws Exception {
        assertThat(practice.get(LIST).text()).isEqualTo("{}");
    }

    @Test
    void pagesThroughEverybodyOnce() throws Exception {
        List<String> all = IntStream.range(0, 25).mapToObj(i -> practice.put("P" + i)).toList();
        List<String> seen = new ArrayList<>();
        String token = "";
        int pages = 0;
        do {
            JsonObject page = practice.get(LIST + "&pageSize=10&requestSyncToken=true"
                    + (token.isEmpty() ? "" : "&pageToken=" + token)).json();
            seen.addAll(Practice.names(page.getAsJsonArray("connections")));
            assertThat(page.get("totalItems").getAsInt()).isEqualTo(25);
            assertThat(page.get("totalPeople").getAsInt()).isEqualTo(25);
            // Only the last page says where the next sync starts.
            assertThat(page.has("nextSyncToken")).isNotEqualTo(page.has("nextPageToken"));
            token = page.has("nextPageToken") ? page.get("nextPageToken").getAsString() : "";
            pages++;
        } while (!token.isEmpty());
        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(pages).isEqualTo(3);
        assertThat(practice.get(LIST + "&pageToken=nonsense").status()).isEqualTo(400);
    }

    @Test
    void cutsPageSizesAndFillsInTheDefault() throws Exception {
        IntStream.range(0, 1_001).forEach(i -> practice.put("P" + i));
        assertThat(practice.get(LIST).json().getAsJsonArray("connections")).hasSize(100);
        assertThat(practice.get(LIST + "&pageSize=0").json().getAsJsonArray("connections")).hasSize(100);
        assertThat(practice.get(LIST + "&pageSize=2000").json().getAsJsonArray("connections")).hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource({"LAST_MODIFIED_ASCENDING,Cy Bo Al", "LAST_MODIFIED_DESCENDING,Al Bo Cy", "FIRST_NAME_ASCENDING,Al Bo Cy",
        "LAST_NAME_ASCENDING,Bo Cy Al"})
    void sortsAsAsked(String order, String expected) throws Exception {
        for (String name : List.of("Cy Moss", "Bo Ash", "Al Zorn")) {
            String[] parts = name.split(" ");
            practice.server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"" + parts[0]
                    + "\",\"familyName\":\"" + parts[1] + "\"}]}").getAsJsonObject());
        }
        List<String> given = new ArrayList<>();
        String token = "";
        do {
            JsonObject page = practice.get(LIST + "&pageSize=2&sortOrder=" + order
                    + (token.isEmpty() ? "" : "&pageToken=" + token)).json();
            page.getAsJsonArray("connections").forEach(p -> given.add(p.getAsJsonObject().getAsJsonArray("names").get(0)
                    .getAsJsonObject().get("givenName").getAsString()));
            token = page.has("nextPageToken") ? page.get("nextPageToken").getAsString() : "";
        } while (!token.isEmpty());
        assertThat(given).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "names,etag|Invalid personFields mask path: \"etag\". Valid paths are documented at https://developers.google.com/people/api/rest/v1/people.connections/list.",
        "names.givenName|Invalid personFields mask path: \"names.givenName\". Valid paths are documented at https://developers.google.com/people/api/rest/v1/people.connections/list.",
        "|personFields mask is required. Please specify one or more valid paths. Valid paths are documented at https://developers.google.com/people/api/rest/v1/people.connections/list.",
        "names%5B0%5D|Invalid value at 'person_fields' (type.googleapis.com/google.protobuf.FieldMask), Field 'person_fields', Invalid FieldMask 'names[0]'. Map keys should be represented as [\"some_key\"]."})
    void refusesWrongMasks(String mask, String message) throws Exception {
        Practice.Answer answer = practice.get("v1/people/me/connections?personFields=" + (mask == null ? "" : mask));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    @Test
    void toleratesSpellingsOfOlderRevisions() throws Exception {
        practice.put("Ada");
        String path = "v1/people/me/connections?";
        assertThat(practice.get(path + "personFields=names,residences,taglines").status()).isEqualTo(200);
        assertThat(practice.get(path + "personFields=email_addresses,names").text()).contains("Ada");
        assertThat(practice.get(path + "requestMask.includeField=person.names,person.urls").text()).contains("Ada");
        assertThat(practice.get(path + "requestMask.includeField=names").status()).isEqualTo(400);
        assertThat(practice.get("v1/people/c1/connections?personFields=names").status()).isEqualTo(400);
    }

    @Test
    void namesAContactByTheDecimalOfItsSourceId() throws Exception {
        JsonObject person = practice.server.contact(practice.put("Ada"));
        String id = person.getAsJsonObject("metadata").getAsJsonArray("sources").get(0).getAsJsonObject().get("id")
                .getAsString();
        assertThat(person.get("resourceName").getAsString())
                .isEqualTo("people/c" + Long.toUnsignedString(Long.parseUnsignedLong(id, 16)));
    }

    @ParameterizedTest
    @EnumSource
    void makesEtagsThatHoldAVersionAndVaryWithTheMask(Switches.EtagFormat format) throws Exception {
        practice.server.switches().etagFormat().set(format);
        String name = practice.put("Ada");
        JsonObject one = practice.get("v1/" + name + "?personFields=names,metadata").json();
        String two = practice.get("v1/" + name + "?personFields=names").json().get("etag").getAsString();
        String etag = one.get("etag").getAsString();
        assertThat(etag.equals(two)).isEqualTo(format == Switches.EtagFormat.FIXED);
        assertThat(Etags.embedded(etag)).isEqualTo(Etags.embedded(two)).isPresent();
        String source = one.getAsJsonObject("metadata").getAsJsonArray("sources").get(0).getAsJsonObject().get("etag")
                .getAsString();
        assertThat(source).isEqualTo("#" + Etags.embedded(etag).orElseThrow()).hasSize(13);
        practice.server.switches().etagEmbeds().set(Switches.EtagEmbeds.OWN_VERSION);
        assertThat("#" + Etags.embedded(practice.get("v1/" + name + "?personFields=names").json().get("etag")
                .getAsString()).orElseThrow()).isNotEqualTo(source);
    }

    @Test
    void syncsWhatChangedAndWhatIsGone() throws Exception {
        String kept = practice.put("Kept");
        String gone = practice.put("Gone");
        String token = syncToken(LIST + "&requestSyncToken=true");
        assertThat(practice.get(LIST + "&syncToken=" + token).json().keySet()).containsExactly("nextSyncToken");
        practice.server.deleteElsewhere(gone);
        practice.server.changeElsewhere(kept, p -> p.add("names", Practice.named("Changed").get("names")));
        JsonObject delta = practice.get(LIST + "&syncToken=" + token).json();
        assertThat(Practice.names(delta.getAsJsonArray("connections"))).containsExactlyInAnyOrder(kept, gone);
        JsonObject grave = delta.getAsJsonArray("connections").get(0).getAsJsonObject();
        assertThat(grave.getAsJsonObject("metadata").get("deleted").getAsBoolean()).isTrue();
        assertThat(grave.has("names")).isFalse();
        assertThat(grave.getAsJsonObject("metadata").getAsJsonArray("sources")).hasSize(1);
        String next = delta.get("nextSyncToken").getAsString();
        assertThat(practice.get(LIST + "&syncToken=" + next).json().has("connections")).isFalse();
    }

    private String syncToken(String path) throws Exception {
        return practice.get(path).json().get("nextSyncToken").getAsString();
    }

    @Test
    void pagesADeltaWithoutLosingAnybody() throws Exception {
        String token = syncToken(LIST + "&requestSyncToken=true");
        List<String> all = IntStream.range(0, 7).mapToObj(i -> practice.put("P" + i)).toList();
        JsonObject first = practice.get(LIST + "&pageSize=5&syncToken=" + token).json();
        String late = practice.put("Late");
        JsonObject second = practice.get(LIST + "&pageSize=5&syncToken=" + token + "&pageToken="
                + first.get("nextPageToken").getAsString()).json();
        List<String> seen = new ArrayList<>(Practice.names(first.getAsJsonArray("connections")));
        seen.addAll(Practice.names(second.getAsJsonArray("connections")));
        assertThat(seen).containsExactlyElementsOf(all);
        JsonObject third = practice.get(LIST + "&syncToken=" + second.get("nextSyncToken").getAsString()).json();
        assertThat(Practice.names(third.getAsJsonArray("connections"))).containsExactly(late);
    }

    @Test
    void expiresSyncTokensSevenDaysAfterTheFullSync() throws Exception {
        String token = syncToken(LIST + "&requestSyncToken=true");
        practice.server.advance(Duration.ofDays(6));
        String renewed = syncToken(LIST + "&syncToken=" + token);
        practice.server.advance(Duration.ofDays(1));
        for (Switches.Refusal status : practice.server.switches().expiredSyncToken().positions()) {
            practice.server.switches().expiredSyncToken().set(status);
            Practice.Answer expired = practice.get(LIST + "&syncToken=" + renewed);
            assertThat(expired.status()).isEqualTo(400);
            assertThat(expired.errorStatus()).isEqualTo(status.name());
            assertThat(expired.message())
                    .isEqualTo("Sync token is expired. Clear local cache and retry call without the sync token.");
            assertThat(expired.detail().get("reason").getAsString()).isEqualTo("EXPIRED_SYNC_TOKEN");
            assertThat(expired.detail().get("domain").getAsString()).isEqualTo("people.googleapis.com");
        }
    }

    @Test
    void holdsClientsToTheParametersOfTheirToken() throws Exception {
        String token = syncToken(LIST + "&requestSyncToken=true");
        assertThat(practice.get(LIST + ",urls&syncToken=" + token).status()).isEqualTo(400);
        assertThat(practice.get(LIST + "&pageSize=7&syncToken=" + token).status()).isEqualTo(200);
        assertThat(practice.get(LIST + "&syncToken=nonsense").status()).isEqualTo(400);
        assertThat(practice.get(LIST + "&requestSyncToken=true&sortOrder=LAST_MODIFIED_DESCENDING").status())
                .isEqualTo(400);
        practice.server.reset();
        assertThat(practice.get(LIST + "&syncToken=" + token).message()).startsWith("Sync token is expired.");
    }

    @Test
    void delaysDeltasButLosesNothing() throws Exception {
        practice.server.switches().deltaDelay().set(Duration.ofSeconds(10));
        String token = syncToken(LIST + "&requestSyncToken=true");
        String name = practice.put("Ada");
        JsonObject early = practice.get(LIST + "&syncToken=" + token).json();
        assertThat(early.has("connections")).isFalse();
        practice.server.advance(Duration.ofSeconds(11));
        JsonObject later = practice.get(LIST + "&syncToken=" + early.get("nextSyncToken").getAsString()).json();
        assertThat(Practice.names(later.getAsJsonArray("connections"))).containsExactly(name);
    }

    @Test
    void showsAnOlderStateWhileReadsLag() throws Exception {
        practice.server.switches().readLag().set(Duration.ofSeconds(5));
        String name = practice.put("Ada");
        String etag = practice.etag(name);
        practice.server.changeElsewhere(name, p -> p.add("names", Practice.named("Grace").get("names")));
        assertThat(practice.get("v1/" + name + "?personFields=names").text()).contains("Ada");
        assertThat(practice.get(LIST).text()).contains("Ada");
        assertThat(practice.send("PATCH", "v1/" + name + ":updateContact?updatePersonFields=names",
                "{\"etag\":\"" + etag + "\",\"names\":[{\"givenName\":\"X\"}]}").status()).isEqualTo(400);
        practice.server.advance(Duration.ofSeconds(6));
        assertThat(practice.get("v1/" + name + "?personFields=names").text()).contains("Grace");
        assertThat(practice.get(LIST).text()).contains("Grace");
    }

    @Test
    void leavesFreshContactsOutWhileListsLag() throws Exception {
        practice.server.switches().listLag().set(Duration.ofSeconds(5));
        String name = practice.put("Ada");
        JsonObject early = practice.get(LIST + "&requestSyncToken=true").json();
        assertThat(early.has("connections")).isFalse();
        assertThat(practice.get("v1/" + name + "?personFields=names").status()).isEqualTo(200);
        practice.server.advance(Duration.ofSeconds(6));
        assertThat(practice.get(LIST).text()).contains("Ada");
        // The token of the list that lacked the contact brings it in the next sync.
        assertThat(practice.get(LIST + "&syncToken=" + early.get("nextSyncToken").getAsString()).text()).contains("Ada");
    }

    @Test
    void answersEachNameOfABatchGetByItself() throws Exception {
        String name = practice.put("Ada");
        JsonObject answer = practice.get("v1/people:batchGet?personFields=names&resourceNames=" + name
                + "&resourceNames=people/c404").json();
        JsonObject found = answer.getAsJsonArray("responses").get(0).getAsJsonObject();
        JsonObject missing = answer.getAsJsonArray("responses").get(1).getAsJsonObject();
        assertThat(found.get("httpStatusCode").getAsInt()).isEqualTo(200);
        assertThat(found.getAsJsonObject("person").get("resourceName").getAsString()).isEqualTo(name);
        assertThat(missing.get("httpStatusCode").getAsInt()).isEqualTo(404);
        assertThat(missing.getAsJsonObject("status").get("code").getAsInt()).isEqualTo(5);
        assertThat(missing.has("person")).isFalse();
        String many = IntStream.range(0, 201).mapToObj(i -> "&resourceNames=people/c" + i).collect(Collectors.joining());
        assertThat(practice.get("v1/people:batchGet?personFields=names" + many).status()).isEqualTo(400);
        assertThat(practice.get("v1/people:batchGet?personFields=names").status()).isEqualTo(400);
        assertThat(practice.get("v1/people/c404?personFields=names").errorStatus()).isEqualTo("NOT_FOUND");
    }

    @Test
    void cutsLongListsInListsOnly() throws Exception {
        String phones = IntStream.range(0, 150).mapToObj(i -> "{\"value\":\"" + i + "\"}").collect(Collectors.joining(","));
        String name = practice.server.putContact(
                JsonParser.parseString("{\"phoneNumbers\":[" + phones + "]}").getAsJsonObject());
        assertThat(practice.get("v1/people/me/connections?personFields=phoneNumbers").json().getAsJsonArray("connections")
                .get(0).getAsJsonObject().getAsJsonArray("phoneNumbers")).hasSize(100);
        assertThat(practice.get("v1/" + name + "?personFields=phoneNumbers").json().getAsJsonArray("phoneNumbers"))
                .hasSize(150);
    }

    @Test
    void searchesPrefixesInACacheThatMustBeWarmed() throws Exception {
        practice.server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"Foo\",\"familyName\":\"Name\"}],"
                + "\"emailAddresses\":[{\"value\":\"x@example.org\"}]}").getAsJsonObject());
        String search = "v1/people:searchContacts?readMask=names&query=";
        assertThat(practice.get(search + "foo").text()).isEqualTo("{}");
        assertThat(practice.get("v1/people:searchContacts?query&readMask=names").text()).isEqualTo("{}");
        for (String hit : List.of("f", "FOO", "foo%20n", "nam", "x@ex")) {
            assertThat(practice.get(search + hit).json().getAsJsonArray("results")).as(hit).hasSize(1);
        }
        assertThat(practice.get(search + "oo%20n").text()).isEqualTo("{}");
        practice.put("Fooled");
        assertThat(practice.get(search + "foo").json().getAsJsonArray("results")).hasSize(1);
        practice.server.switches().searchCache().set(Switches.SearchCache.FRESH);
        assertThat(practice.get(search + "foo").json().getAsJsonArray("results")).hasSize(2);
        IntStream.range(0, 40).forEach(i -> practice.put("Foot" + i));
        assertThat(practice.get(search + "foo").json().getAsJsonArray("results")).hasSize(10);
        assertThat(practice.get(search + "foo&pageSize=50").json().getAsJsonArray("results")).hasSize(30);
        assertThat(practice.get("v1/people:searchContacts?query=x").status()).isEqualTo(400);
    }

    @Test
    void hasNeitherDirectoryNorOtherContacts() throws Exception {
        assertThat(practice.get("v1/people:listDirectoryPeople?readMask=names&sources=x").message())
                .isEqualTo("Must be a G Suite domain user.");
        assertThat(practice.get("v1/otherContacts?readMask=names").text()).isEqualTo("{}");
        assertThat(practice.get("v1/otherContacts?readMask=organizations").message())
                .isEqualTo("Request field 'organizations' not allowed for other contacts read requests.");
    }
}
