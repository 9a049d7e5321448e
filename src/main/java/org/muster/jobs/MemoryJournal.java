package org.muster.jobs;

import java.util.ArrayList;
import java.util.List;
import org.muster.changes.ChangeSet;

/** A journal that lasts as long as Muster runs. */
public final class MemoryJournal implements Journal {
    /** One thing a job wrote down. */
    public sealed interface Entry {
        /** The job that wrote it. */
        String jobId();

        /** A job was accepted. */
        record Accepted(String jobId, String account, ChangeSet changes) implements Entry {}

        /** Rows were about to be sent. */
        record Sending(String jobId, List<Integer> rows) implements Entry {}

        /** Rows became known. */
        record Settled(String jobId, List<Outcome> outcomes) implements Entry {}

        /** A job ended. */
        record Ended(String jobId, JobState state) implements Entry {}
    }

    private final List<Entry> entries = new ArrayList<>();

    /** All that was written, oldest first. A copy. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized void accepted(String jobId, String account, ChangeSet changes) {
        entries.add(new Entry.Accepted(jobId, account, changes));
    }

    @Override
    public synchronized void sending(String jobId, List<Integer> rows) {
        entries.add(new Entry.Sending(jobId, List.copyOf(rows)));
    }

    @Override
    public synchronized void settled(String jobId, List<Outcome> outcomes) {
        entries.add(new Entry.Settled(jobId, List.copyOf(outcomes)));
    }

    @Override
    public synchronized void ended(String jobId, JobState state) {
        entries.add(new Entry.Ended(jobId, state));
    }
}
