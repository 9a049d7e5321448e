package org.muster.jobs;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How patient jobs are.
 *
 * @param waiter the time they live in
 * @param random where the jitter of waits comes from
 * @param firstWait after the first trouble in a row with server or network; doubles with each further one
 * @param longestWait what these waits grow to
 * @param patience the waits between looks for contacts whose creation was not answered, until they count as not made. Google shows a new contact in a
 *     full listing at once as far as anybody has seen; that it always does is an assumption, hence the wait. As long in all, a read is not believed that says less than was answered before.
 * @param rechecks how often a contact is read again and sent again because Google says it is stale or gone while reading says it is not
 * @param strikes how often one batch may meet an internal error of the server before it is taken apart
 * @param lastLooks how often a cancelled job tries in vain to look after an unanswered batch before it ends not knowing
 */
public record JobSettings(
        Waiter waiter, RandomGenerator random, Duration firstWait, Duration longestWait, List<Duration> patience, int rechecks, int strikes, int lastLooks) {
    public JobSettings {
        patience = List.copyOf(patience);
    }

    /** One second doubling to one minute; looks after 2, 5, 15 and 40 s; 3 rechecks, 3 strikes, 5 last looks; the clock on the wall. */
    public static JobSettings standard() {
        return new JobSettings(Waiter.system(), RandomGenerator.getDefault(), Duration.ofSeconds(1), Duration.ofMinutes(1),
                List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(40)), 3, 3, 5);
    }

    /** How long {@link #patience} is in all. */
    Duration wholePatience() {
        return patience.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The same, living in another time. */
    public JobSettings with(Waiter other) {
        return new JobSettings(other, random, firstWait, longestWait, patience, rechecks, strikes, lastLooks);
    }

    /** The same, with other waits between looks. */
    public JobSettings withPatience(List<Duration> other) {
        return new JobSettings(waiter, random, firstWait, longestWait, other, rechecks, strikes, lastLooks);
    }
}
