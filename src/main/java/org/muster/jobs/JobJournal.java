package org.muster.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.muster.contacts.Label;

/**
 * One job's way to its journal: nothing is sent before it is safe that it may have been, and what was settled is offered again until it is
 * taken: also by a later run, should the job be stopped and go on. Used by the job's thread.
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
    private final HandledNotes handled;
    private final Deque<Entry> settled = new ArrayDeque<>();
    /** Images that are not known to be safe: of each row the last, which must not be written over by one before it. */
    private final Map<Integer, Image> unsafe = new LinkedHashMap<>();
    private List<Label> unsafeLabels = List.of();
    private final List<CompletableFuture<Kept>> saving = new ArrayList<>();
    private List<Integer> ahead = List.of();
    /** What is safely noted to be sent and was not sent yet. */
    private List<Integer> noted = List.of();
    private CompletableFuture<Kept> aheadGiven;

    /** @param handled what is to be safe, of whichever job, before anything is sent or ends */
    JobJournal(String jobId, Journal journal, HandledNotes handled) {
        this.handled = handled;
        this.jobId = jobId;
        this.journal = journal;
    }

    Journal ofAllJobs() {
        return journal;
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
        Kept kept = handled.insist();
        if (kept != Kept.SAFE) {
            return kept;
        }
        kept = kept(settled, false);
        if (kept != Kept.SAFE) {
            return kept;
        }
        kept = imagesKept();
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

    /**
     * Saves contacts that are about to be deleted. Does not wait; whoever sends does. What was noted to be sent before counts no more: it is the note after it
     * that makes an image survive a power cut.
     */
    void saved(List<Image> saved) {
        saved.forEach(image -> unsafe.put(image.row(), image));
        saving.add(journal.saved(jobId, saved));
        forgetAhead();
    }

    /** Saves the account's labels, in the same way. */
    void labels(List<Label> labels) {
        unsafeLabels = labels;
        saving.add(journal.labels(jobId, labels));
        forgetAhead();
    }

    private void forgetAhead() {
        aheadGiven = null;
        noted = List.of();
    }

    /** Waits for the images; gives them once more when some were not kept, the last of each contact only. */
    private Kept imagesKept() {
        boolean all = true;
        for (CompletableFuture<Kept> one : saving) {
            all &= one.join() == Kept.SAFE;
        }
        saving.clear();
        if (!all) {
            forgetAhead(); // what was noted before these are given again does not make them survive a power cut
            saving.add(journal.labels(jobId, unsafeLabels));
            saving.add(journal.saved(jobId, List.copyOf(unsafe.values())));
            for (CompletableFuture<Kept> again : saving) {
                if (again.join() != Kept.SAFE) {
                    return again.join();
                }
            }
            saving.clear();
        }
        unsafe.clear();
        unsafeLabels = List.of();
        return Kept.SAFE;
    }

    /** Notes what became of rows. Does not wait: should it get lost, they will be looked after. */
    void settled(List<Outcome> outcomes) {
        settled.add(new Entry(() -> journal.settled(jobId, outcomes)));
    }

    /** Blocks until all that was settled is safe, and that the job has ended. */
    Kept ended(JobState state) {
        journal.hasten();
        Kept kept = handled.insist();
        if (kept == Kept.SAFE) {
            kept = kept(settled, true);
        }
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
