package org.muster.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user has dealt with elsewhere, on its way into the journal. What that does not take is offered again, before anything else is sent: without the note the same would be
 * asked about, and may be sent once more, after the next start. Of all jobs together; safe for use by several threads.
 */
final class HandledNotes {
    private static final Logger LOG = LoggerFactory.getLogger(HandledNotes.class);

    private record Note(String job, List<Integer> rows) {}

    private final Journal journal;
    private final Map<Note, CompletableFuture<Kept>> open = new LinkedHashMap<>();

    HandledNotes(Journal journal) {
        this.journal = journal;
    }

    /** Gives rows of a job to the journal. Does not wait. */
    void give(String job, List<Integer> rows) {
        Note note = new Note(job, List.copyOf(rows));
        CompletableFuture<Kept> given = journal.handled(job, note.rows());
        synchronized (open) {
            open.put(note, given);
        }
        given.thenAccept(kept -> {
            if (kept == Kept.SAFE) {
                noted(note);
            } else {
                LOG.warn("It could not be noted that {} contacts of job {} were dealt with elsewhere: {}", rows.size(), job, kept);
            }
        });
    }

    private void noted(Note note) {
        synchronized (open) {
            open.remove(note);
        }
    }

    /** Blocks until all of it is safe, or turns out not to be; what was not kept before is given once more. */
    Kept insist() {
        for (Note note : notes()) {
            CompletableFuture<Kept> given;
            synchronized (open) {
                given = open.computeIfPresent(note, (same, before) -> before.isDone() && before.join() != Kept.SAFE ? journal.handled(same.job(), same.rows()) : before);
            }
            Kept kept = given == null ? Kept.SAFE : given.join();
            if (kept != Kept.SAFE) {
                return kept;
            }
            noted(note);
        }
        return Kept.SAFE;
    }

    private List<Note> notes() {
        synchronized (open) {
            return new ArrayList<>(open.keySet());
        }
    }
}
