package org.muster.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.muster.changes.ChangeSet;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.Label;

/** A journal with somebody beside it: what is not overridden goes to the real one. */
public class JournalBeside implements Journal {
    private final Journal real;

    public JournalBeside(Journal real) {
        this.real = real;
    }

    @Override
    public CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes) {
        return real.accepted(jobId, account, changes);
    }

    @Override
    public CompletableFuture<Kept> sending(String jobId, List<Integer> rows) {
        return real.sending(jobId, rows);
    }

    @Override
    public CompletableFuture<Kept> saved(String jobId, List<Image> images) {
        return real.saved(jobId, images);
    }

    @Override
    public CompletableFuture<Kept> labels(String jobId, List<Label> labels) {
        return real.labels(jobId, labels);
    }

    @Override
    public Map<String, List<String>> namesSince(String account, Collection<String> names) {
        return real.namesSince(account, names);
    }

    @Override
    public Optional<PhotoBytes> photo(String id) {
        return real.photo(id);
    }

    @Override
    public Set<String> marksNeeded(String account) {
        return real.marksNeeded(account);
    }

    @Override
    public Set<String> toldLately(String account, String besides, Duration within) {
        return real.toldLately(account, besides, within);
    }

    @Override
    public Map<Integer, Contact> madeAndGone(String jobId) {
        return real.madeAndGone(jobId);
    }

    @Override
    public CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
        return real.settled(jobId, outcomes);
    }

    @Override
    public void hasten() {
        real.hasten();
    }

    @Override
    public CompletableFuture<Kept> handled(String jobId, Collection<Integer> rows) {
        return real.handled(jobId, rows);
    }

    @Override
    public CompletableFuture<Kept> ended(String jobId, JobState state) {
        return real.ended(jobId, state);
    }
}
