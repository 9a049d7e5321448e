package org.muster.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.contacts.Folding;

/**
 * Which jobs are asked for. Everything that is said must be true of a job.
 *
 * @param words words that must stand at beginnings of words in its title, or in the title and the name of one of its contacts together; whatever their case and accents. Empty for any
 * @param kinds it did at least one of these; empty for any
 * @param came how it came out
 * @param from accepted at this time or later
 * @param until accepted before this time
 */
public record JobFilter(String words, Set<ChangeKind> kinds, Came came, Optional<Instant> from, Optional<Instant> until) {
    /** How a job came out. */
    public enum Came {
        /** However it did. */
        ANYHOW,
        /** It has ended, and everything was done. */
        ALL_DONE,
        /** Something of it failed, was in conflict, is unknown or was not sent any more; ended or not. */
        SOMETHING_MISSED,
        /** It has not ended. */
        UNFINISHED
    }

    /** Every job. */
    public static final JobFilter ALL = new JobFilter("", Set.of(), Came.ANYHOW, Optional.empty(), Optional.empty());

    public JobFilter {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** The same, by these words. */
    public JobFilter words(String other) {
        return new JobFilter(other, kinds, came, from, until);
    }

    /** Which contacts of a job have the words that its title has not; none when the title has them all. */
    public Predicate<JobContact> inNames(JobSummary job) {
        FoldedWords rest = FoldedWords.of(words).missingIn(Folding.fold(job.title()));
        return contact -> !rest.isEmpty() && rest.in(Folding.fold(contact.name()));
    }
}
