package org.muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Person;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;

/** What every kind of refusal and non-answer means, by anything but its wording. */
@Timeout(60)
class RefusalsTest {
    private static final FieldMask NAMES = FieldMask.of(PersonField.NAMES);

    private static final Function<PeopleGateway, Answer<?>> CREATE = g -> g.batchCreate(List.of(new Person()), NAMES, Set.of());
    private static final Function<PeopleGateway, Answer<?>> UPDATE = g -> g.batchUpdate(Map.of("people/c1", new Person()), NAMES, NAMES, Set.of());
    private static final Function<PeopleGateway, Answer<?>> DELETE = g -> g.batchDelete(List.of("people/c1"));
    private static final Function<PeopleGateway, Answer<?>> LIST = g -> g.list(NAMES, Set.of(), page -> { });
    private static final Function<PeopleGateway, Answer<?>> LABEL = g -> g.createLabel("x");

    private static String error(int code, String status, String details) {
        return "{\"error\":{\"code\":" + code + ",\"message\":\"Xyzzy.\",\"status\":\"" + status + "\"" + (details.isEmpty() ? "" : ",\"details\":[" + details + "]") + "}}";
    }

    private static String info(String reason) {
        return "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"" + reason + "\",\"domain\":\"googleapis.com\"}";
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(UPDATE, 400, error(400, "FAILED_PRECONDITION", ""), ErrorCause.STALE_ETAG),
                Arguments.of(CREATE, 400, error(400, "FAILED_PRECONDITION", ""), ErrorCause.INVALID),
                Arguments.of(DELETE, 400, error(400, "FAILED_PRECONDITION", ""), ErrorCause.INVALID),
                Arguments.of(UPDATE, 400, "{\"error\":{\"code\":400,\"message\":\"Xyzzy.\",\"errors\":[{\"reason\":\"failedPrecondition\"}]}}", ErrorCause.STALE_ETAG),
                Arguments.of(CREATE, 400, error(400, "INVALID_ARGUMENT", ""), ErrorCause.INVALID),
                Arguments.of(LIST, 400, error(400, "INVALID_ARGUMENT", info("EXPIRED_SYNC_TOKEN")), ErrorCause.SYNC_TOKEN_EXPIRED),
                Arguments.of(CREATE, 400, "{\"error\":{\"code\":400,\"message\":\"x MY_CONTACTS_OVERFLOW_COUNT\"}}", ErrorCause.ACCOUNT_FULL),
                Arguments.of(CREATE, 429, error(429, "RESOURCE_EXHAUSTED", info("MY_CONTACTS_OVERFLOW_COUNT")), ErrorCause.ACCOUNT_FULL),
                Arguments.of(CREATE, 401, error(401, "UNAUTHENTICATED", ""), ErrorCause.SIGNED_OUT),
                Arguments.of(LIST, 401, error(401, "UNAUTHENTICATED", ""), ErrorCause.SIGNED_OUT),
                Arguments.of(CREATE, 403, error(403, "PERMISSION_DENIED", info("ACCESS_TOKEN_SCOPE_INSUFFICIENT")), ErrorCause.MISSING_SCOPE),
                Arguments.of(CREATE, 403, error(403, "PERMISSION_DENIED", info("SERVICE_DISABLED")), ErrorCause.API_DISABLED),
                Arguments.of(CREATE, 403, "{\"error\":{\"code\":403,\"message\":\"Xyzzy.\",\"errors\":[{\"reason\":\"accessNotConfigured\"}]}}", ErrorCause.API_DISABLED),
                Arguments.of(CREATE, 403, error(403, "PERMISSION_DENIED", info("rateLimitExceeded")), ErrorCause.QUOTA),
                Arguments.of(CREATE, 403, error(403, "PERMISSION_DENIED", ""), ErrorCause.FORBIDDEN),
                Arguments.of(DELETE, 404, error(404, "NOT_FOUND", ""), ErrorCause.NOT_FOUND),
                Arguments.of(DELETE, 404, "<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title>", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(LABEL, 409, error(409, "ALREADY_EXISTS", ""), ErrorCause.ALREADY_EXISTS),
                Arguments.of(UPDATE, 409, error(409, "ABORTED", ""), ErrorCause.SERVER),
                Arguments.of(CREATE, 413, "<html>", ErrorCause.TOO_LONG),
                Arguments.of(CREATE, 429, error(429, "RESOURCE_EXHAUSTED", info("RATE_LIMIT_EXCEEDED")), ErrorCause.QUOTA),
                Arguments.of(CREATE, 429, "Slow down", ErrorCause.QUOTA),
                Arguments.of(CREATE, 500, error(500, "INTERNAL", ""), ErrorCause.SERVER),
                Arguments.of(CREATE, 502, "<html>Bad gateway</html>", ErrorCause.SERVER),
                Arguments.of(CREATE, 503, "", ErrorCause.SERVER),
                Arguments.of(CREATE, 511, "<html>Sign in to this network</html>", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(CREATE, 200, "<html>Sign in to this network</html>", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(DELETE, 200, "", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(DELETE, 200, "{\"welcome\":\"to our network\"}", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(CREATE, 200, "{\"createdPeople\":\"many\"}", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(CREATE, 200, "[]", ErrorCause.NOT_PEOPLE_API),
                Arguments.of(LIST, 200, "{\"connections\":[{\"resourceName\":", ErrorCause.NOT_PEOPLE_API));
    }

    @ParameterizedTest(name = "{1} {2} is {3}")
    @MethodSource("refusals")
    void refusalsMeanWhatTheirCodesSay(Function<PeopleGateway, Answer<?>> request, int http, String body, ErrorCause cause) {
        try (CannedServer server = new CannedServer().answers(http, body)) {
            ApiError error = failure(request.apply(GooglePeopleGateway.withToken(server.root(), () -> "t")));
            assertThat(error.cause()).isEqualTo(cause);
            assertThat(error.httpStatus()).isEqualTo(http);
            assertThat(server.requests()).as("nothing is repeated by itself").hasSize(1);
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        try (CannedServer server = new CannedServer().answers(307, Map.of("Location", "/portal"), "").answers(200, "{}")) {
            assertThat(failure(DELETE.apply(GooglePeopleGateway.withToken(server.root(), () -> "t"))).cause()).isEqualTo(ErrorCause.NOT_PEOPLE_API);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void saysHowLongTheServerAsksToWait() {
        String json = "application/json";
        try (CannedServer server = new CannedServer()
                .answers(429, Map.of("Content-Type", json, "Retry-After", "17"), error(429, "RESOURCE_EXHAUSTED", ""))
                .answers(429, error(429, "RESOURCE_EXHAUSTED", "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"3.5s\"}"))
                .answers(429, Map.of("Content-Type", json, "Retry-After", "soon"), error(429, "RESOURCE_EXHAUSTED", ""))) {
            PeopleGateway gateway = GooglePeopleGateway.withToken(server.root(), () -> "t");
            assertThat(failure(CREATE.apply(gateway)).retryAfter()).contains(Duration.ofSeconds(17));
            assertThat(failure(CREATE.apply(gateway)).retryAfter()).contains(Duration.ofMillis(3500));
            assertThat(failure(CREATE.apply(gateway)).retryAfter()).isEmpty();
        }
    }

    @Test
    void namesTheContactsOfARefusedBatch() {
        String details = "{\"@type\":\"type.googleapis.com/google.people.v1.BatchUpdateContactsErrorDetails\",\"contactErrors\":{"
                + "\"people/c1\":{\"code\":9,\"message\":\"Xyzzy 1.\"},\"people/c2\":{\"code\":5},\"people/c3\":{\"code\":3,\"message\":\"Xyzzy 3.\"}}}";
        try (CannedServer server = new CannedServer().answers(400, error(400, "INVALID_ARGUMENT", details))) {
            Map<String, ApiError> named = failure(UPDATE.apply(GooglePeopleGateway.withToken(server.root(), () -> "t"))).contactErrors();
            assertThat(named).hasSize(3);
            assertThat(named.get("people/c1").cause()).isEqualTo(ErrorCause.STALE_ETAG);
            assertThat(named.get("people/c2").cause()).isEqualTo(ErrorCause.NOT_FOUND);
            assertThat(named.get("people/c3")).isEqualTo(new ApiError(ErrorCause.INVALID, 400, "INVALID_ARGUMENT", "", "Xyzzy 3."));
        }
    }

    @Test
    void anItemCanFailWithinAnAnswerThatSucceeds() {
        try (CannedServer server = new CannedServer().answers(200, """
                {"createdPeople":[{"httpStatusCode":200,"person":{"resourceName":"people/c1"}},
                                  {"httpStatusCode":400,"status":{"code":3,"message":"no"}},
                                  {"httpStatusCode":500}]}""")) {
            Answer<List<Answer<Contact>>> answer = GooglePeopleGateway.withToken(server.root(), () -> "t").batchCreate(List.of(new Person(), new Person(), new Person()), NAMES, Set.of());
            List<Answer<Contact>> items = ((Answer.Ok<List<Answer<Contact>>>) answer).value();
            assertThat(items.get(0)).isInstanceOf(Answer.Ok.class);
            assertThat(failure(items.get(1)).cause()).isEqualTo(ErrorCause.INVALID);
            assertThat(failure(items.get(2)).cause()).isEqualTo(ErrorCause.SERVER);
        }
    }

    @Test
    void whatNeverLeftIsToldFromWhatWasNotAnswered() throws IOException {
        PeopleGateway refused = GooglePeopleGateway.withToken(URI.create("http://127.0.0.1:9"), () -> "t");
        PeopleGateway nobody = GooglePeopleGateway.withToken(URI.create("http://nobody.invalid/"), () -> "t");
        for (Function<PeopleGateway, Answer<?>> request : List.of(CREATE, LIST)) {
            assertThat(failure(request.apply(refused)).cause()).isEqualTo(ErrorCause.UNREACHABLE);
            assertThat(failure(request.apply(nobody)).cause()).isEqualTo(ErrorCause.UNREACHABLE);
        }
        try (ServerSocket mute = new ServerSocket(0)) {
            PeopleGateway gateway = GooglePeopleGateway.withToken(URI.create("http://127.0.0.1:" + mute.getLocalPort()), () -> "t", new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(200)));
            assertThat(failure(CREATE.apply(gateway)).cause()).isEqualTo(ErrorCause.NO_ANSWER);
            assertThat(failure(LIST.apply(gateway)).cause()).isEqualTo(ErrorCause.NO_ANSWER);
        }
    }

    private static ApiError failure(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed<?>) answer).error();
    }
}
