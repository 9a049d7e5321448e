package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three batch methods: limits, all or nothing, and who is blamed. */
class PracticeBatchTest {
    private static final String CREATE = "v1/people:batchCreateContacts";
    private static final String UPDATE = "v1/people:batchUpdateContacts";
    private static final String DELETE = "v1/people:batchDeleteContacts";
    private static final String ADA = "{\"names\":[{\"givenName\":\"Ada\"}]}";
    private static final String TWO_NAMES = "{\"names\":[{\"givenName\":\"A\"},{\"givenName\":\"B\"}]}";

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
    void createsInOrderAndShowsTheMask() throws Exception {
        Practice.Answer answer = practice.post(CREATE, Practice.create("names", ADA, "{\"names\":[{\"givenName\":\"Bo\"}],"
                + "\"emailAddresses\":[{\"value\":\"b@example.org\"}]}"));
        assertThat(answer.status()).isEqualTo(200);
        var created = answer.json().getAsJsonArray("createdPeople");
        assertThat(created).hasSize(2);
        JsonObject second = created.get(1).getAsJsonObject();
        assertThat(second.get("httpStatusCode").getAsInt()).isEqualTo(200);
        JsonObject person = second.getAsJsonObject("person");
        assertThat(person.keySet()).containsExactlyInAnyOrder("resourceName", "etag", "names");
        assertThat(second.get("requestedResourceName")).isEqualTo(person.get("resourceName"));
        assertThat(practice.server.log().entries().getLast().items()).isEqualTo(2);
    }

    @Test
    void answersNothingToAnEmptyReadMask() throws Exception {
        Practice.Answer answer = practice.post(CREATE, Practice.create("", ADA));
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(practice.server.contactCount()).isEqualTo(1);
    }

    @Test
    void createsNothingWhenOneIsBadAndNamesAllThatAre() throws Exception {
        Practice.Answer answer = practice.post(CREATE, Practice.create("names", ADA, TWO_NAMES, ADA, "{}",
                "{\"metadata\":{\"sources\":[{\"type\":\"CONTACT\"}]}}"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorStatus()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.message()).isEqualTo("Request contains an invalid argument.");
        assertThat(answer.detail().get("@type").getAsString())
                .isEqualTo("type.googleapis.com/google.people.v1.BatchCreateContactsErrorDetails");
        JsonObject errors = answer.detail().getAsJsonObject("contactErrors");
        assertThat(errors.keySet()).containsExactly("1", "3", "4");
        assertThat(errors.getAsJsonObject("1").get("message").getAsString())
                .isEqualTo("Cannot have more than one person.names per source.");
        assertThat(errors.getAsJsonObject("1").get("code").getAsInt()).isEqualTo(3);
        assertThat(errors.getAsJsonObject("3").get("message").getAsString()).isEqualTo("Request must contain a person.");
        assertThat(errors.getAsJsonObject("4").get("message").getAsString())
                .isEqualTo("Must specify a non-metadata contact field on the person");
        assertThat(practice.server.contactCount()).isZero();
        assertThat(practice.server.log().entries().getLast().committed()).isFalse();
    }

    @Test
    void keepsTheCulpritsToItselfWhenSwitchedSo() throws Exception {
        practice.server.switches().contactErrors().set(Switches.ContactErrors.ABSENT);
        Practice.Answer answer = practice.post(CREATE, Practice.create("names", ADA, TWO_NAMES));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().has("details")).isFalse();
        assertThat(practice.server.contactCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesBatchesOverTheirLimit(Switches.OverLimitText text) throws Exception {
        practice.server.switches().overLimitText().set(text);
        String[] many = Collections.nCopies(201, ADA).toArray(String[]::new);
        assertThat(practice.post(CREATE, Practice.create("", many)).message()).contains("200");
        String names = IntStream.range(0, 501).mapToObj(i -> "\"people/c" + i + "\"").collect(Collectors.joining(","));
        assertThat(practice.post(DELETE, "{\"resourceNames\":[" + names + "]}").message()).contains("500");
        String contacts = IntStream.range(0, 201).mapToObj(i -> "\"people/c" + i + "\":" + ADA)
                .collect(Collectors.joining(","));
        assertThat(practice.post(UPDATE, "{\"contacts\":{" + contacts + "},\"updateMask\":\"names\"}").message())
                .contains("200");
        assertThat(practice.server.contactCount()).isZero();
        assertThat(practice.post(CREATE, Practice.create("", Collections.nCopies(200, ADA).toArray(String[]::new)))
                .status()).isEqualTo(200);
    }

    @Test
    void updatesWhatTheMaskNamesAndClearsWhatIsNotSent() throws Exception {
        String name = practice.server.putContact(com.google.gson.JsonParser.parseString("{\"names\":[{\"givenName\":\"Ada\"}],"
                + "\"urls\":[{\"value\":\"http://a\"}],\"phoneNumbers\":[{\"value\":\"1\"}],"
                + "\"nicknames\":[{\"value\":\"n\"}]}").getAsJsonObject());
        Practice.Answer answer = practice.post(UPDATE, "{\"contacts\":{\"" + name + "\":{\"etag\":\"" + practice.etag(name)
                + "\",\"names\":[{\"givenName\":\"Grace\"}],\"urls\":[],\"phoneNumbers\":null,"
                + "\"nicknames\":[{\"value\":\"unmasked\"}]}},\"updateMask\":\"names,urls,phoneNumbers\","
                + "\"readMask\":\"names,urls,phoneNumbers,nicknames\"}");
        JsonObject result = answer.json().getAsJsonObject("updateResult").getAsJsonObject(name);
        assertThat(result.get("requestedResourceName").getAsString()).isEqualTo(name);
        JsonObject person = result.getAsJsonObject("person");
        assertThat(person.keySet()).doesNotContain("urls", "phoneNumbers");
        assertThat(person.toString()).contains("Grace", "\"value\":\"n\"").doesNotContain("unmasked");
    }

    @Test
    void updatesNothingWhenOneEtagIsStale() throws Exception {
        String good = practice.put("Good");
        String stale = practice.put("Stale");
        String old = practice.etag(stale);
        practice.server.changeElsewhere(stale, p -> p.add("names", Practice.named("Other").get("names")));
        Practice.Answer answer = update(List.of(good, stale, "people/c404", "people/me"),
                List.of(practice.etag(good), old, old, old));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorStatus()).isEqualTo("FAILED_PRECONDITION");
        assertThat(answer.detail().get("@type").getAsString())
                .isEqualTo("type.googleapis.com/google.people.v1.BatchUpdateContactsErrorDetails");
        JsonObject errors = answer.detail().getAsJsonObject("contactErrors");
        assertThat(errors.keySet()).containsExactlyInAnyOrder(stale, "people/c404", "people/me");
        assertThat(errors.getAsJsonObject(stale).get("code").getAsInt()).isEqualTo(9);
        assertThat(errors.getAsJsonObject(stale).get("message").getAsString()).isEqualTo("Request person.etag is different "
                + "than the current person.etag. Clear local cache and get the latest person.");
        assertThat(errors.getAsJsonObject("people/c404").get("code").getAsInt()).isEqualTo(5);
        assertThat(errors.getAsJsonObject("people/me").get("message").getAsString())
                .isEqualTo("Resource name \"people/me\" is not a valid contact person resource.");
        assertThat(practice.given(good)).isEqualTo("Good");
        practice.server.switches().batchStatus().set(Switches.BatchStatus.ALWAYS_INVALID_ARGUMENT);
        assertThat(update(List.of(stale), List.of(old)).errorStatus()).isEqualTo("INVALID_ARGUMENT");
    }

    private Practice.Answer update(List<String> names, List<String> etags) throws Exception {
        String contacts = IntStream.range(0, names.size()).mapToObj(i -> "\"" + names.get(i) + "\":{\"etag\":\""
                + etags.get(i) + "\",\"names\":[{\"givenName\":\"New\"}]}").collect(Collectors.joining(","));
        return practice.post(UPDATE, "{\"contacts\":{" + contacts + "},\"updateMask\":\"names\",\"readMask\":\"names\"}");
    }

    @Test
    void refusesWrongMasks() throws Exception {
        String name = practice.put("Ada");
        String contacts = "{\"contacts\":{\"" + name + "\":{\"etag\":\"" + practice.etag(name) + "\"}}";
        assertThat(practice.post(UPDATE, contacts + "}").message()).startsWith("updateMask mask is required.");
        assertThat(practice.post(UPDATE, contacts + ",\"updateMask\":\"photos\"}").message())
                .startsWith("Invalid updateMask mask path: \"photos\".");
        assertThat(practice.post(UPDATE, contacts + ",\"updateMask\":\"names\",\"readMask\":\"nonsense\"}").message())
                .startsWith("Invalid readMask mask path: \"nonsense\".");
    }

    @ParameterizedTest
    @EnumSource
    void deletesAllOrDoesWithMissingOnesAsSwitched(Switches.DeleteMissing position) throws Exception {
        practice.server.switches().deleteMissing().set(position);
        String name = practice.put("Ada");
        Practice.Answer answer = practice.post(DELETE, "{\"resourceNames\":[\"" + name + "\",\"people/c404\"]}");
        if (position == Switches.DeleteMissing.WHOLE_BATCH_404) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorStatus()).isEqualTo("NOT_FOUND");
            assertThat(practice.server.contactCount()).isEqualTo(1);
        } else {
            assertThat(answer.text()).isEqualTo("{}");
            assertThat(practice.server.contactCount()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesContactsPastTheCap(Switches.Refusal refusal) throws Exception {
        practice.server.switches().contactCap().set(2);
        practice.server.switches().overflow().set(refusal);
        String gone = practice.put("Gone");
        practice.server.deleteElsewhere(gone);
        Practice.Answer answer = practice.post(CREATE, Practice.create("", ADA, ADA));
        assertThat(answer.status()).isEqualTo(refusal.http());
        assertThat(answer.errorStatus()).isEqualTo(refusal.name());
        assertThat(answer.message()).contains("MY_CONTACTS_OVERFLOW_COUNT");
        practice.server.switches().trashCounts().set(false);
        assertThat(practice.post(CREATE, Practice.create("", ADA, ADA)).status()).isEqualTo(200);
    }
}
