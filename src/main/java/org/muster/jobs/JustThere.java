package org.muster.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Contacts of which other jobs were told a short while ago that they are there, see {@link Journal#toldLately}: that a read does not find them proves nothing yet. The journal is
 * asked when that matters first, and once: no other job of the account is at work meanwhile. Confined to the thread of the job.
 */
final class JustThere {
    private final Supplier<Set<String>> journal;
    private final Supplier<Duration> elapsed;
    private final Duration patience;
    private Set<String> names = Set.of();
    private Optional<Duration> asked = Optional.empty();

    /**
     * @param elapsed see {@link Waiter#elapsed}
     * @param patience for how long, from then, it may take until reads show what was told
     */
    JustThere(Supplier<Set<String>> journal, Supplier<Duration> elapsed, Duration patience) {
        this.journal = journal;
        this.elapsed = elapsed;
        this.patience = patience;
    }

    boolean contains(String resourceName) {
        Duration now = elapsed.get();
        if (asked.isEmpty()) {
            asked = Optional.of(now);
            names = journal.get();
        } else if (now.minus(asked.get()).compareTo(patience) >= 0) {
            names = Set.of();
        }
        return names.contains(resourceName);
    }
}
