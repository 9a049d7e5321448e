package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that happens before a method is reached: host, route, token, parameters, encodings, overrides. */
class PracticeFrontTest {
    private static final String ONE = "{\"names\":[{\"givenName\":\"Ada\"}]}";

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
    void turnsAwayWhoeverCallsItByAnotherName() throws Exception {
        assertThat(raw("evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw("127.0.0.1:" + practice.server.endpoint().getPort())).startsWith("HTTP/1.1 200");
        assertThat(raw("localhost:" + practice.server.endpoint().getPort())).startsWith("HTTP/1.1 200");
    }

    private String raw(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", practice.server.endpoint().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /v1/people/me/connections?personFields=names HTTP/1.1\r\nHost: " + host
                    + "\r\nAuthorization: Bearer " + practice.server.token() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(practice.server.endpoint().getHost()).isEqualTo("127.0.0.1");
        assertThat(practice.server.endpoint().toString()).endsWith("/");
    }

    @Test
    void saysClearlyThatAPortIsTaken() {
        int port = practice.server.endpoint().getPort();
        assertThatThrownBy(() -> PracticeServer.start(new PracticeConfig(null, port, null, SampleData.none())))
                .isInstanceOf(IOException.class).hasMessageContaining("Port " + port);
    }

    @Test
    void wantsAToken() throws Exception {
        Practice.Answer none = practice.send(HttpRequest.newBuilder(
                practice.server.endpoint().resolve("v1/contactGroups")).build());
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.errorStatus()).isEqualTo("UNAUTHENTICATED");
        assertThat(none.raw().headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
        Practice.Answer wrong = practice.send("GET", "v1/contactGroups", null, "Authorization", "Bearer nonsense");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.message()).startsWith("Request had invalid authentication credentials. Expected OAuth 2 access token");
        Practice.Answer query = practice.send(HttpRequest.newBuilder(practice.server.endpoint()
                .resolve("v1/contactGroups?access_token=" + practice.server.token())).build());
        assertThat(query.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET v1/peoples", "PATCH v1/people/c1", "POST v1/people/me:createContact",
        "POST v1/people/c1:updateContact", "GET ", "DELETE v1/people/c1", "OPTIONS v1/contactGroups"})
    void answersAnUnknownRouteWithAPageOfHtml(String request) throws Exception {
        String[] parts = request.split(" ", 2);
        Practice.Answer answer = practice.send(parts[0], parts[1], parts[0].equals("GET") ? null : "{}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.text()).contains("Error 404 (Not Found)");
        assertThat(answer.raw().headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void takesEveryStandardParameterAndRefusesUnknownOnes() throws Exception {
        assertThat(practice.get("v1/contactGroups?$.xgafv=2&access_token=x&alt=json&callback=c&fields=*&key=k"
                + "&oauth_token=x&prettyPrint=false&quotaUser=q&uploadType=u&upload_protocol=p").status()).isEqualTo(200);
        Practice.Answer unknown = practice.get("v1/contactGroups?parent=x");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.message()).isEqualTo("Invalid JSON payload received. Unknown name \"parent\": Cannot bind query "
                + "parameter. Field 'parent' could not be found in request message.");
        assertThat(unknown.detail().get("@type").getAsString()).isEqualTo("type.googleapis.com/google.rpc.BadRequest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=x", "requestSyncToken=maybe", "sortOrder=UPWARDS", "sources=CONTACT", "pageSize=-1"})
    void refusesParametersOfTheWrongKind(String parameter) throws Exception {
        Practice.Answer answer = practice.get("v1/people/me/connections?personFields=names&" + parameter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorStatus()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void inflatesChunkedRequestsAndDeflatesAnswers() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Practice.create("names", ONE).getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = practice.request("v1/people:batchCreateContacts", "Content-Encoding", "gzip")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(zipped.toByteArray()))).build();
        assertThat(practice.send(request).status()).isEqualTo(200);
        var answer = practice.http().send(practice.request("v1/people/me/connections?personFields=names,metadata,memberships",
                "Accept-Encoding", "gzip").build(), java.net.http.HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(answer.body())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("\"givenName\":\"Ada\"");
        }
    }

    @Test
    void refusesABrokenGzipBody() throws Exception {
        assertThat(practice.send("POST", "v1/people:batchCreateContacts", "not gzip", "Content-Encoding", "gzip").status())
                .isEqualTo(400);
    }

    @Test
    void takesPatchByOverrideAndGetWithItsQueryInTheBody() throws Exception {
        String name = practice.put("Ada");
        Practice.Answer patched = practice.send("POST", "v1/" + name + ":updateContact?updatePersonFields=names",
                "{\"etag\":\"" + practice.etag(name) + "\",\"names\":[{\"givenName\":\"Grace\"}]}",
                "X-HTTP-Method-Override", "PATCH");
        assertThat(patched.status()).isEqualTo(200);
        assertThat(practice.given(name)).isEqualTo("Grace");
        Practice.Answer read = practice.send(practice.request("v1/people:batchGet", "X-HTTP-Method-Override", "GET",
                "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("personFields=names&resourceNames=" + name)).build());
        assertThat(read.json().getAsJsonArray("responses")).hasSize(1);
        assertThat(practice.server.log().entries().getLast().httpMethod()).isEqualTo("GET");
    }

    @Test
    void namesEachUnknownFieldByItsSnakeCasePath() throws Exception {
        Practice.Answer answer = practice.post("v1/people:batchCreateContacts",
                "{\"contacts\":[{\"contactPerson\":{\"name\":1,\"emailAddresses\":[{\"address\":\"x\"}]}}],\"readmask\":\"\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("Unknown name \"name\" at 'contacts[0].contact_person': Cannot find field.",
                "Unknown name \"address\" at 'contacts[0].contact_person.email_addresses[0]': Cannot find field.",
                "Unknown name \"readmask\": Cannot find field.");
        assertThat(answer.detail().getAsJsonArray("fieldViolations")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"contacts\":{}", "[]", "\"x\"", "{\"contacts\":[null]}", "{\"contacts\":[[]]}",
        "{\"contacts\":[{\"contactPerson\":{\"names\":[{\"givenName\":7}]}}]}",
        "{\"contacts\":[{\"contactPerson\":{\"names\":[{\"givenName\":[\"a\"]}]}}]}",
        "{\"contacts\":[{\"contactPerson\":{\"nicknames\":[{\"type\":\"PET\",\"value\":\"x\"}]}}]}",
        "{\"contacts\":[{\"contactPerson\":{\"birthdays\":[{\"date\":{\"year\":\"x\"}}]}}]}",
        "{\"contacts\":[{\"contactPerson\":{\"locations\":[{\"current\":\"yes\",\"value\":\"x\"}]}}]}", "{'contacts':[]}"})
    void refusesJsonOfTheWrongShape(String body) throws Exception {
        Practice.Answer answer = practice.post("v1/people:batchCreateContacts", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorStatus()).isEqualTo("INVALID_ARGUMENT");
        assertThat(practice.server.contactCount()).isZero();
    }

    @Test
    void saysWhatAListCannotBeBoundTo() throws Exception {
        assertThat(practice.post("v1/people:batchUpdateContacts", "{\"contacts\":[],\"updateMask\":\"names\"}").message())
                .contains("Cannot bind a list to map");
    }

    @Test
    void takesBothSpellingsNullsNumbersAsTextAndOutputOnlyFields() throws Exception {
        Practice.Answer answer = practice.post("v1/people:batchCreateContacts", "{\"read_mask\":\"names,birthdays\","
                + "\"contacts\":[{\"contact_person\":{\"names\":[{\"given_name\":\"Ada\",\"familyName\":null,"
                + "\"displayName\":\"Somebody Else\",\"metadata\":{\"primary\":false,\"verified\":true}}],\"urls\":null,"
                + "\"photos\":[{\"url\":\"http://x\"}],\"birthdays\":[{\"date\":{\"month\":\"12\",\"day\":10.0}}]}}]}");
        assertThat(answer.status()).isEqualTo(200);
        String text = answer.text();
        assertThat(text).contains("\"displayName\":\"Ada\"", "\"month\":12", "\"day\":10").doesNotContain("Somebody", "http://x");
    }

    @Test
    void addsTheOldErrorsArrayForOfficialClients() throws Exception {
        String path = "v1/people/me/connections?personFields=nonsense";
        assertThat(practice.get(path).error().has("errors")).isFalse();
        assertThat(practice.get(path + "&$.xgafv=1").error().has("errors")).isTrue();
        assertThat(practice.send("GET", path, null, "User-Agent", "google-api-nodejs-client/8").error()
                .getAsJsonArray("errors").get(0).getAsJsonObject().get("reason").getAsString()).isEqualTo("badRequest");
        practice.server.switches().legacyErrors().set(Switches.LegacyErrors.ALWAYS);
        assertThat(practice.get(path).error().has("errors")).isTrue();
        practice.server.switches().legacyErrors().set(Switches.LegacyErrors.NEVER);
        assertThat(practice.get(path + "&$.xgafv=1").error().has("errors")).isFalse();
    }

    @Test
    void canListEverySwitchAndPutItBack() {
        for (Switch<?> each : practice.server.switches().all()) {
            assertThat(each.positions().size()).isGreaterThan(1);
            assertThat(each.positions().contains(each.get())).isTrue();
            each.choose(each.positions().size() - 1);
            assertThat((Object) each.get()).isEqualTo(each.positions().getLast());
        }
        practice.server.switches().restore();
        assertThat(practice.server.switches().all()).allMatch(s -> s.get().equals(s.positions().getFirst()));
    }
}
