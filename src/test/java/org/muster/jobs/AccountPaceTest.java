package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** What is learnt of an account's quotas. */
@Timeout(20)
class AccountPaceTest {
    private static final RequestCost WRITE = RequestCost.of(BatchPlan.Kind.UPDATE);
    private static final RequestCost DELETE = RequestCost.of(BatchPlan.Kind.DELETE);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    private static ApiError refusal(String metric) {
        return new ApiError(ErrorCause.QUOTA, 429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED", "", Map.of(), Optional.empty(), Optional.of(metric).filter(m -> !m.isEmpty()));
    }

    private static ApiError ofWrites() {
        return refusal("people.googleapis.com/critical_write_requests");
    }

    /** Sends in turn, and says how many went out within one period of the first. */
    private int perMinute(AccountPace pace, RequestCost cost) {
        Instant until = now.plus(MINUTE);
        int sent = 0;
        while (true) {
            now = now.plus(pace.turn(cost, now));
            if (!now.isBefore(until) || sent == 1_000) {
                return sent;
            }
            pace.spent(cost, now);
            sent++;
        }
    }

    @Test
    void beginsCautiouslyWithGoogleAndOpenWithOthers() {
        assertThat(QuotaStart.of(URI.create("https://people.googleapis.com/"))).isEqualTo(QuotaStart.CAUTIOUS);
        assertThat(QuotaStart.of(URI.create("https://PEOPLE.MTLS.GOOGLEAPIS.COM"))).isEqualTo(QuotaStart.CAUTIOUS);
        assertThat(QuotaStart.of(URI.create("http://127.0.0.1:8080/"))).isEqualTo(QuotaStart.OPEN);
        assertThat(QuotaStart.of(URI.create("https://googleapis.com.example.org/"))).isEqualTo(QuotaStart.OPEN);
        assertThat(QuotaStart.of(URI.create("https://notgoogleapis.com/"))).isEqualTo(QuotaStart.OPEN);
    }

    @Test
    void theDefaultsAreFiveBatchesOfWritesOrThreeOfDeletesAMinute() {
        assertThat(perMinute(new AccountPace(QuotaStart.CAUTIOUS), WRITE)).isEqualTo(5);
        assertThat(perMinute(new AccountPace(QuotaStart.CAUTIOUS), DELETE)).isEqualTo(3);
    }

    @Test
    void deletesAndWritesDoNotCostOfEachOther() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        for (int i = 0; i < 5; i++) {
            pace.spent(WRITE, now);
        }
        assertThat(pace.turn(WRITE, now)).isEqualTo(MINUTE);
        assertThat(pace.turn(DELETE, now)).isZero();
    }

    @Test
    void anOpenAccountWaitsForNothingUntilItIsRefused() {
        AccountPace pace = new AccountPace(QuotaStart.OPEN);
        for (int i = 0; i < 1_000; i++) {
            assertThat(pace.turn(WRITE, now)).isZero();
            pace.spent(WRITE, now);
        }
        assertThat(pace.forecast(Collections.nCopies(1_000, WRITE), now)).isEmpty();
        pace.refused(WRITE, ofWrites(), now);
        assertThat(pace.turn(WRITE, now)).isEqualTo(MINUTE);
    }

    @Test
    void whatWasTakenBeforeTheFirstRefusalIsTheRate() {
        AccountPace pace = new AccountPace(QuotaStart.OPEN);
        for (int i = 0; i < 15; i++) {
            pace.spent(WRITE, now);
        }
        pace.refused(WRITE, ofWrites(), now);
        now = now.plus(pace.turn(WRITE, now));
        assertThat(perMinute(pace, WRITE)).isEqualTo(15);
    }

    @Test
    void aRefusalLowersTheRateOfTheBucketItNamesAndOfNoOther() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        pace.spent(WRITE, now);
        pace.spent(WRITE, now);
        pace.refused(WRITE, ofWrites(), now);
        now = now.plus(MINUTE);
        assertThat(perMinute(pace, WRITE)).isEqualTo(2); // 12 were taken, 15 is half
        assertThat(perMinute(pace, RequestCost.reads(6))).isEqualTo(10);
        assertThat(perMinute(pace, DELETE)).isEqualTo(3);
    }

    @Test
    void whenNothingIsNamedEachBucketPerMinuteOfTheRequestIsMeant() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        pace.refused(WRITE, refusal(""), now);
        assertThat(pace.turn(RequestCost.reads(1), now)).isEqualTo(MINUTE);
        assertThat(pace.turn(DELETE, now)).isZero();
    }

    @Test
    void noRateEverFallsBelowOneBatch() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        for (int i = 0; i < 40; i++) {
            now = now.plus(pace.turn(WRITE, now));
            pace.refused(WRITE, ofWrites(), now);
            now = now.plus(Duration.ofMinutes(20));
            pace.spent(WRITE, now);
            now = now.plus(Duration.ofMinutes(20));
        }
        assertThat(perMinute(pace, WRITE)).isEqualTo(1);
    }

    @Test
    void refusalsInARowMakeTheWaitLongerAndTheRateFallsOnce() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        pace.refused(WRITE, ofWrites(), now);
        long[] minutes = new long[7];
        for (int i = 0; i < minutes.length; i++) {
            Duration wait = pace.turn(WRITE, now);
            minutes[i] = wait.toMinutes();
            now = now.plus(wait);
            pace.refused(WRITE, ofWrites(), now);
        }
        assertThat(minutes).containsExactly(1, 1, 2, 4, 8, 15, 15);
        now = now.plus(Duration.ofMinutes(15));
        assertThat(perMinute(pace, WRITE)).isEqualTo(2);
    }

    @Test
    void theServersOwnWordOnTheWaitIsTaken() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        pace.refused(WRITE, new ApiError(ErrorCause.QUOTA, 429, "", "", "", Map.of(), Optional.of(Duration.ofSeconds(7)), Optional.empty()), now);
        assertThat(pace.turn(WRITE, now)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aServerThatAsksForNoWaitIsNotStormed() {
        AccountPace pace = new AccountPace(QuotaStart.OPEN);
        pace.refused(WRITE, new ApiError(ErrorCause.QUOTA, 429, "", "", "", Map.of(), Optional.of(Duration.ZERO), Optional.empty()), now);
        assertThat(pace.turn(WRITE, now)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLongTimeWithoutRefusalRaisesTheRateByOneBatchAndAfterARefusalItTakesLonger() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        assertThat(minutes(pace, 4)).containsExactly(5, 5, 6, 6);
        now = now.plusSeconds(61);
        pace.refused(WRITE, ofWrites(), now); // although nothing was taken within the minute: down to the half
        now = now.plus(MINUTE);
        assertThat(minutes(pace, 6)).containsExactly(3, 3, 3, 3, 4, 4);
    }

    private List<Integer> minutes(AccountPace pace, int count) {
        return IntStream.range(0, count).mapToObj(i -> perMinute(pace, WRITE)).toList();
    }

    @Test
    void aRateThatHeldNothingBackIsNotRaised() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        for (int i = 0; i < 100; i++) {
            assertThat(pace.turn(WRITE, now)).isZero();
            pace.spent(WRITE, now);
            now = now.plus(MINUTE);
        }
        assertThat(perMinute(pace, WRITE)).isEqualTo(5);
    }

    @Test
    void theDayIsWaitedOutInPartsThatEndAndWhatIsTakenBeyondItRaisesIt() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        for (int i = 0; i < 500; i++) {
            now = now.plus(Duration.ofSeconds(20));
            assertThat(pace.turn(WRITE, now)).isZero();
            pace.spent(WRITE, now);
        }
        now = now.plus(MINUTE);
        assertThat(pace.turn(WRITE, now)).isEqualTo(Duration.ofMinutes(15));
        assertThat(pace.forecast(List.of(WRITE), now).orElseThrow()).isEqualTo(new Pacing(500, Duration.ofDays(1), now.plus(Duration.ofMinutes(15))));
        now = now.plus(Duration.ofMinutes(15));
        pace.spent(WRITE, now);
        assertThat(pace.turn(WRITE, now)).isZero();
    }

    @Test
    void tellsHowManyAMinuteAndHowLongTheRestTakes() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        assertThat(pace.forecast(Collections.nCopies(5, WRITE), now)).isEmpty();
        assertThat(pace.forecast(Collections.nCopies(15, WRITE), now)).contains(new Pacing(5, MINUTE, now.plus(MINUTE.multipliedBy(2))));
        assertThat(pace.forecast(Collections.nCopies(4, DELETE), now)).contains(new Pacing(3, MINUTE, now.plus(MINUTE)));
        assertThat(perMinute(pace, WRITE)).as("looking ahead spends nothing").isEqualTo(5);
    }

    @Test
    void aClockThatIsPutBackOrForwardHarmsNothing() {
        AccountPace pace = new AccountPace(QuotaStart.CAUTIOUS);
        for (int i = 0; i < 5; i++) {
            pace.spent(WRITE, now);
        }
        pace.refused(WRITE, ofWrites(), now);
        for (int hours : new int[] {-3, 5, -48, 2, 400, -400}) {
            now = now.plus(Duration.ofHours(hours));
            assertThat(pace.turn(WRITE, now)).isBetween(Duration.ZERO, MINUTE);
        }
        now = now.plus(MINUTE);
        assertThat(perMinute(pace, WRITE)).isBetween(4, 6);
    }
}
