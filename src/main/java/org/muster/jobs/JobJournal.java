package org.muster.jobs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.muster.contacts.Label;

/**
 * One job's way to its journal: nothing is sent before it is safe that it may have been, and what was settled is offered again until it is
 * taken. Used by the job's thread.
 */
final class JobJournal {
    /** Something given to the journal whose safety is not known yet, and how to give it again. */
    private static final class Entry {
        private final Supplier<CompletableFuture<Kept>> give;
        private CompletableFuture<Kept> given;

        Entry(Supplier<CompletableFuture<Kept>> give) {
            this.give = give;
            this.given = give.get();
        }

        /** Waits for it; gives it once more when it was not kept before. */
        Kept insist() {
            if (given.isDone() && given.join() != Kept.SAFE) {
                given = give.get();
            }
            return given.join();
        }
    }

    private final String jobId;
    private final Journal journal;
    private final Deque<Entry> settled = new ArrayDeque<>();
    /** What must be safe before anything more is sent. */
    private final Deque<Entry> images = new ArrayDeque<>();
    private List<Integer> ahead = List.of();
    /** What is safely noted to be sent and was not sent yet. */
    private List<Integer> noted = List.of();
    private CompletableFuture<Kept> aheadGiven;

    JobJournal(String jobId, Journal journal) {
        this.jobId = jobId;
        this.journal = journal;
    }

    /**
     * Notes what will be sent next while something else is on its way, so that nobody waits for the disk between two batches. After a crash
     * these rows are looked after needlessly, which harms nobody.
     */
    void ahead(List<Integer> rows) {
        ahead = rows;
        aheadGiven = journal.sending(jobId, rows);
    }

    /**
     * Blocks until it is safe to send {@code rows}.
     *
     * @return whether it is safe
     */
    Kept beforeSending(List<Integer> rows) {
        Kept kept = kept(settled, false);
        if (kept != Kept.SAFE) {
            return kept;
        }
        kept = kept(images, true);
        if (kept != Kept.SAFE) {
            return kept;
        }
        takeAhead();
        if (!rows.equals(noted)) {
            // Even if each of them is noted: who went out together decides what one of them found means for the others.
            kept = journal.sending(jobId, rows).join();
            if (kept != Kept.SAFE) {
                return kept;
            }
        }
        noted = List.of();
        return Kept.SAFE;
    }

    private void takeAhead() {
        if (aheadGiven != null && aheadGiven.join() == Kept.SAFE) {
            noted = ahead;
        }
        aheadGiven = null;
    }

    /** Saves contacts that are about to be deleted. Does not wait; whoever sends does. */
    void saved(List<Image> saved) {
        images.add(new Entry(() -> journal.saved(jobId, saved)));
    }

    /** Saves the account's labels, in the same way. */
    void labels(List<Label> labels) {
        images.add(new Entry(() -> journal.labels(jobId, labels)));
    }

    /** Notes what became of rows. Does not wait: should it get lost, they will be looked after. */
    void settled(List<Outcome> outcomes) {
        settled.add(new Entry(() -> journal.settled(jobId, outcomes)));
    }

    /** Blocks until all that was settled is safe, and that the job has ended. */
    Kept ended(JobState state) {
        Kept kept = kept(settled, true);
        return kept == Kept.SAFE ? journal.ended(jobId, state).join() : kept;
    }

    private static Kept kept(Deque<Entry> given, boolean all) {
        for (Iterator<Entry> entries = given.iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (!all && !entry.given.isDone()) {
                break; // still on its way, and so are all after it
            }
            Kept kept = entry.insist();
            if (kept != Kept.SAFE) {
                return kept;
            }
            entries.remove();
        }
        return Kept.SAFE;
    }
}
