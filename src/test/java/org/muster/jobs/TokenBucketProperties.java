package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for a bucket whatever is spent and whatever the clock does. */
class TokenBucketProperties {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-03-29T00:59:00Z");

    /**
     * Somebody wants to spend.
     *
     * @param units how much
     * @param after milliseconds since the last one
     * @param patient whether to wait as long as the bucket says, or else to go without when it has too little
     * @param jump what the clock is put by before, in milliseconds; 0 mostly
     */
    record Wish(int units, long after, boolean patient, long jump) {}

    private record Taken(Instant really, int units) {}

    @Provide
    Arbitrary<List<Wish>> steady() {
        return wishes(Arbitraries.just(0L));
    }

    @Provide
    Arbitrary<List<Wish>> backwards() {
        return wishes(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, Arbitraries.just(0L)), net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(-7_200_000, -1))));
    }

    @Provide
    Arbitrary<List<Wish>> jumping() {
        return wishes(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, Arbitraries.just(0L)), net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(-7_200_000, 7_200_000))));
    }

    private static Arbitrary<List<Wish>> wishes(Arbitrary<Long> jumps) {
        Arbitrary<Long> after = Arbitraries.oneOf(Arbitraries.longs().between(0, 3_000), Arbitraries.longs().between(0, 90_000));
        return Combinators.combine(Arbitraries.integers().between(1, 12), after, Arbitraries.of(true, false), jumps).as(Wish::new).list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noWindowOfOnePeriodSeesMoreThanTheBucketHolds(@ForAll("steady") List<Wish> wishes, @ForAll @IntRange(min = 12, max = 60) int size) {
        List<Taken> taken = play(wishes, size);

        for (Taken first : taken) {
            assertThat(within(taken, first.really())).isLessThanOrEqualTo(size);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void aClockPutBackLetsNothingMoreThrough(@ForAll("backwards") List<Wish> wishes, @ForAll @IntRange(min = 12, max = 60) int size) {
        List<Taken> taken = play(wishes, size);

        for (Taken first : taken) {
            assertThat(within(taken, first.really())).isLessThanOrEqualTo(size);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whateverTheClockDoesNobodyWaitsLongerThanOnePeriodAndTheBucketIsNeverNegative(@ForAll("jumping") List<Wish> wishes, @ForAll @IntRange(min = 1, max = 60) int size) {
        assertThat(play(wishes, size)).hasSizeGreaterThanOrEqualTo((int) wishes.stream().filter(Wish::patient).count());
    }

    /** Carries the wishes out; everything that must hold at each step is checked on the way. */
    private static List<Taken> play(List<Wish> wishes, int size) {
        TokenBucket bucket = new TokenBucket(PERIOD, size);
        List<Taken> taken = new ArrayList<>();
        Instant really = START;
        Duration off = Duration.ZERO;
        for (Wish wish : wishes) {
            really = really.plusMillis(wish.after());
            off = off.plusMillis(wish.jump());
            Duration delay = bucket.delay(wish.units(), really.plus(off));
            assertThat(delay).isBetween(Duration.ZERO, PERIOD);
            assertThat(bucket.left(really.plus(off))).isBetween(0, size);
            assertThat(delay.isZero()).isEqualTo(bucket.left(really.plus(off)) >= Math.min(wish.units(), size));
            if (wish.patient()) {
                really = really.plus(delay);
                assertThat(bucket.delay(wish.units(), really.plus(off))).as("having waited").isZero();
            }
            if (bucket.delay(wish.units(), really.plus(off)).isZero()) {
                bucket.spend(wish.units(), really.plus(off));
                taken.add(new Taken(really, wish.units()));
            }
            assertThat(bucket.spent(really.plus(off))).isNotNegative();
        }
        Instant later = really.plus(off).plus(PERIOD);
        assertThat(bucket.left(later)).as("everything comes back").isEqualTo(size);
        return taken;
    }

    private static int within(List<Taken> taken, Instant from) {
        return taken.stream().filter(t -> !t.really().isBefore(from) && t.really().isBefore(from.plus(PERIOD))).mapToInt(Taken::units).sum();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void looksAtACopyChangeNothing(@ForAll("steady") List<Wish> wishes) {
        TokenBucket bucket = new TokenBucket(PERIOD, 30);
        Instant now = START;
        for (Wish wish : wishes) {
            now = now.plusMillis(wish.after());
            Duration before = bucket.delay(wish.units(), now);
            bucket.copy().spend(30, now);
            assertThat(bucket.delay(wish.units(), now)).isEqualTo(before);
            bucket.spend(wish.units(), now);
        }
    }
}
