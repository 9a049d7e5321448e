package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mishaps: what the client sees, and whether the change was made. */
@Execution(ExecutionMode.CONCURRENT)
class PracticeFaultTest {
    private static final String CREATE = "v1/people:batchCreateContacts";
    private static final String BODY = Practice.create("names", "{\"names\":[{\"givenName\":\"Ada\"}]}");

    private Practice practice;

    @BeforeEach
    void start() throws IOException {
        practice = new Practice();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    private CompletableFuture<HttpResponse<String>> sendCreate() {
        return practice.http().sendAsync(practice.request(CREATE).POST(BodyPublishers.ofString(BODY)).build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource
    void happensOnceAndWritesExactlyWhenItSays(Fault fault) throws Exception {
        assertThat(fault.afterWrite()).isEqualTo(!fault.name().endsWith("_BEFORE") && !fault.name().endsWith("_429"));
        practice.server.faults().next(fault);
        CompletableFuture<HttpResponse<String>> answer = sendCreate();
        switch (fault) {
            case QUOTA_429, BACKEND_429 -> {
                assertThat(answer.get().statusCode()).isEqualTo(429);
                assertThat(answer.get().body()).contains("RESOURCE_EXHAUSTED",
                        fault == Fault.QUOTA_429 ? "RATE_LIMIT_EXCEEDED" : "google.rpc.QuotaFailure");
            }
            case INTERNAL_500_BEFORE, INTERNAL_500_AFTER -> {
                assertThat(answer.get().statusCode()).isEqualTo(500);
                assertThat(answer.get().body()).contains("Internal error encountered.");
            }
            case UNAVAILABLE_503_BEFORE, UNAVAILABLE_503_AFTER -> {
                assertThat(answer.get().statusCode()).isEqualTo(503);
                assertThat(answer.get().body()).contains("The service is currently unavailable.");
            }
            case HTML_BEFORE, HTML_AFTER ->
                assertThat(answer.get().headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
            case EMPTY_BODY -> assertThat(answer.get().body()).isEmpty();
            case NONSENSE_JSON -> assertThat(answer.get().body()).contains("!!!");
            case CUT_BEFORE, CUT_AFTER, BODY_CUT -> assertCut(answer);
            case HANG_BEFORE, HANG_AFTER -> {
                awaitLogged(1);
                assertThat(answer).isNotDone();
                practice.server.faults().release();
                assertCut(answer);
            }
        }
        assertThat(practice.server.contactCount()).isEqualTo(fault.afterWrite() ? 1 : 0);
        RequestLog.Entry entry = practice.server.log().entries().getFirst();
        assertThat(entry.committed()).isEqualTo(fault.afterWrite());
        assertThat(entry.methodId()).isEqualTo("people.batchCreateContacts");
        assertThat(practice.server.faults().pending()).isZero();
        assertThat(sendCreate().get().statusCode()).isEqualTo(200);
    }

    private static void assertCut(CompletableFuture<?> answer) {
        assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    private void awaitLogged(int count) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (practice.server.log().entries().size() < count) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void meetsTheMethodAndTheRequestItWasOrderedFor() throws Exception {
        practice.server.faults().next(Fault.INTERNAL_500_BEFORE, "people.batchCreateContacts", 2);
        practice.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "contactGroups.list");
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            seen.add(sendCreate().get().statusCode());
        }
        seen.add(practice.get("v1/contactGroups").status());
        assertThat(seen).containsExactly(200, 500, 200, 503);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameWeatherEachTime(Weather weather) {
        List<Optional<Fault>> first = sequence(weather);
        assertThat(sequence(weather)).isEqualTo(first);
        if (weather.every() == 0) {
            assertThat(first).containsOnly(Optional.empty());
        } else {
            assertThat(first).contains(Optional.empty());
            assertThat(first.stream().flatMap(Optional::stream)).containsAll(weather.cycle());
        }
        assertThat(practice.server.faults().delay()).isEqualTo(weather.latency());
        practice.server.faults().clear();
        assertThat(practice.server.faults().weather()).isEqualTo(Weather.CALM);
    }

    private List<Optional<Fault>> sequence(Weather weather) {
        practice.server.faults().weather(weather);
        return IntStream.range(0, 24).mapToObj(i -> practice.server.faults().take(ApiMethod.PEOPLE_BATCH_UPDATE)).toList();
    }

    @Test
    void meetsWeatherOnTheWire() throws Exception {
        practice.server.faults().weather(Weather.BUSY_QUOTA);
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            seen.add(sendCreate().get().statusCode());
            assertThat(practice.get("v1/contactGroups").status()).isEqualTo(200);
        }
        assertThat(seen).containsExactly(200, 200, 429);
    }

    @Test
    void addsLatencyToEachAnswer() throws Exception {
        practice.server.faults().latency(Duration.ofMillis(50));
        sendCreate().get();
        RequestLog.Entry entry = practice.server.log().entries().getFirst();
        assertThat(entry.endNanos() - entry.startNanos()).isGreaterThanOrEqualTo(50_000_000L);
    }

    @Test
    void countsMutatesInFlight() throws Exception {
        for (int i = 0; i < 5; i++) {
            sendCreate().get();
        }
        assertThat(practice.server.log().maxMutatesInFlight()).isEqualTo(1);
        assertThat(practice.server.log().count("people.batchCreateContacts")).isEqualTo(5);
        practice.server.faults().latency(Duration.ofMillis(300));
        CompletableFuture.allOf(sendCreate(), sendCreate(), sendCreate()).get();
        assertThat(practice.server.log().maxMutatesInFlight()).isGreaterThan(1);
        practice.server.log().clear();
        assertThat(practice.server.log().maxMutatesInFlight()).isZero();
        assertThat(practice.server.log().entries()).isEmpty();
    }

    @Test
    void chargesWhatGoogleCharges() throws Exception {
        Quotas quotas = practice.server.quotas();
        for (int i = 0; i < 6; i++) {
            assertThat(sendCreate().get().statusCode()).isEqualTo(200);
        }
        quotas.enable();
        for (int i = 0; i < 5; i++) {
            assertThat(sendCreate().get().statusCode()).isEqualTo(200);
        }
        Practice.Answer refused = practice.post(CREATE, BODY);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.message()).isEqualTo("Quota exceeded for quota metric 'Critical write requests (Contact and "
                + "Profile Writes)' and limit 'Critical write requests (Contact and Profile Writes) per minute per user' of "
                + "service 'people.googleapis.com' for consumer 'project_number:424242424242'.");
        assertThat(refused.detail().get("reason").getAsString()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(practice.get("v1/contactGroups").status()).isEqualTo(200);
        practice.server.advance(Duration.ofSeconds(12));
        assertThat(sendCreate().get().statusCode()).isEqualTo(200);
        assertThat(sendCreate().get().statusCode()).isEqualTo(429);
        quotas.window(Duration.ofSeconds(1));
        practice.server.advance(Duration.ofSeconds(1));
        assertThat(sendCreate().get().statusCode()).isEqualTo(200);
        quotas.capacity(Quotas.Metric.WRITE, 9);
        assertThat(practice.post("v1/people:batchDeleteContacts", "{\"resourceNames\":[\"people/c1\"]}").status())
                .as("a batch of deletes costs ten").isEqualTo(429);
        quotas.capacity(Quotas.Metric.DAILY_WRITES, 199);
        assertThat(sendCreate().get().body()).contains("Daily Contact Writes (Total)");
        quotas.disable();
        assertThat(sendCreate().get().statusCode()).isEqualTo(200);
    }

    @Test
    void letsEverythingGoWhenItCloses() throws Exception {
        practice.server.faults().next(Fault.HANG_AFTER);
        CompletableFuture<HttpResponse<String>> answer = sendCreate();
        awaitLogged(1);
        practice.server.close();
        assertCut(answer);
    }
}
