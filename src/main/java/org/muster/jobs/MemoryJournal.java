package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Families;
import org.muster.changes.Marker;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;

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

        /** Contacts were about to be deleted. */
        record Saved(String jobId, List<Image> images) implements Entry {}

        /** Rows became known. */
        record Settled(String jobId, List<Outcome> outcomes) implements Entry {}

        /** A job ended. */
        record Ended(String jobId, JobState state) implements Entry {}
    }

    private final List<Entry> entries = new ArrayList<>();
    /** When outcomes were noted. */
    private final Map<Entry.Settled, Instant> settledAt = new IdentityHashMap<>();

    /** All that was written, oldest first. A copy. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes) {
        entries.add(new Entry.Accepted(jobId, account, changes));
        return CompletableFuture.completedFuture(Kept.SAFE);
    }

    @Override
    public synchronized CompletableFuture<Kept> sending(String jobId, List<Integer> rows) {
        entries.add(new Entry.Sending(jobId, List.copyOf(rows)));
        return CompletableFuture.completedFuture(Kept.SAFE);
    }

    @Override
    public synchronized CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
        Entry.Settled entry = new Entry.Settled(jobId, List.copyOf(outcomes));
        entries.add(entry);
        settledAt.put(entry, Instant.now());
        return CompletableFuture.completedFuture(Kept.SAFE);
    }

    @Override
    public synchronized CompletableFuture<Kept> saved(String jobId, List<Image> images) {
        entries.add(new Entry.Saved(jobId, List.copyOf(images)));
        return CompletableFuture.completedFuture(Kept.SAFE);
    }

    @Override
    public CompletableFuture<Kept> labels(String jobId, List<Label> labels) {
        return CompletableFuture.completedFuture(Kept.SAFE); // nobody asks for them
    }

    @Override
    public synchronized Optional<PhotoBytes> photo(String id) {
        return entries.stream().filter(Entry.Saved.class::isInstance).flatMap(entry -> ((Entry.Saved) entry).images().stream())
                .flatMap(image -> image.photo().stream()).filter(photo -> photo.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Map<String, List<String>> namesSince(String account, Collection<String> names) {
        Set<String> jobs = new HashSet<>();
        List<Families.Return> returned = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Accepted(String id, String of, ChangeSet changes) && of.equals(account)) {
                jobs.add(id);
            } else if (entry instanceof Entry.Settled(String id, List<Outcome> outcomes) && jobs.contains(id)) {
                outcomes.forEach(outcome -> cameBack(outcome).ifPresent(former -> returned.add(new Families.Return(former, outcome.contact().orElseThrow().resourceName()))));
            }
        }
        Families families = Families.of(returned);
        Map<String, List<String>> all = new HashMap<>();
        names.stream().filter(name -> !families.others(name).isEmpty()).forEach(name -> all.put(name, families.others(name)));
        return all;
    }

    @Override
    public synchronized Set<String> marksNeeded(String account) {
        Map<String, ChangeSet> jobs = new HashMap<>();
        Set<String> needed = new HashSet<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Accepted(String id, String of, ChangeSet changes) when of.equals(account) -> jobs.put(id, changes);
                case Entry.Sending(String id, List<Integer> rows) when jobs.containsKey(id) ->
                    rows.stream().filter(row -> jobs.get(id).changes().get(row) instanceof Change.Create).forEach(row -> needed.add(Marker.of(id, row)));
                case Entry.Settled(String id, List<Outcome> outcomes) -> outcomes.stream().filter(outcome -> !outcome.inDoubt()).forEach(outcome -> needed.remove(Marker.of(id, outcome.row())));
                case Entry.Accepted _, Entry.Sending _, Entry.Saved _, Entry.Ended _ -> { }
            }
        }
        return needed;
    }

    @Override
    public synchronized Set<String> toldLately(String account, String besides, Duration within) {
        Instant since = Instant.now().minus(within);
        Set<String> jobs = new HashSet<>();
        Set<String> there = new HashSet<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Accepted(String id, String of, ChangeSet changes) && of.equals(account) && !id.equals(besides)) {
                jobs.add(id);
            } else if (entry instanceof Entry.Settled settled && jobs.contains(settled.jobId()) && !settledAt.get(settled).isBefore(since)) {
                settled.outcomes().stream().filter(outcome -> outcome.state() == OutcomeState.DONE).forEach(outcome -> {
                    if (outcome.change() instanceof Change.Delete delete) {
                        there.remove(delete.contactName());
                    }
                    outcome.contact().map(Contact::resourceName).ifPresent(there::add);
                });
            }
        }
        return there;
    }

    @Override
    public synchronized Map<Integer, Contact> madeAndGone(String jobId) {
        Map<Integer, Contact> gone = new HashMap<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Saved(String _, List<Image> images) -> images.forEach(image -> Marker.rows(image.contact().items(PersonField.CLIENT_DATA), jobId).forEach(row -> gone.putIfAbsent(row, image.contact())));
                case Entry.Accepted(String _, String _, ChangeSet changes) -> changes.changes().forEach(change -> {
                    if (change instanceof Change.Create(Person draft, String _, String formerly) && !formerly.isEmpty()) {
                        Marker.rows(Contact.items(draft, PersonField.CLIENT_DATA), jobId).forEach(row -> gone.putIfAbsent(row, new Contact(new Person().setResourceName(formerly), FieldMask.none())));
                    }
                });
                case Entry.Sending _, Entry.Settled _, Entry.Ended _ -> { }
            }
        }
        return gone;
    }

    /** What a contact was called before, if this is about one that came back. */
    private static Optional<String> cameBack(Outcome outcome) {
        return outcome.state() == OutcomeState.DONE && outcome.contact().isPresent() && outcome.change() instanceof Change.Create create && !create.formerly().isEmpty()
                ? Optional.of(create.formerly()) : Optional.empty();
    }

    @Override
    public CompletableFuture<Kept> handled(String jobId, Collection<Integer> rows) {
        return CompletableFuture.completedFuture(Kept.SAFE); // there is no later run to ask about them
    }

    @Override
    public synchronized CompletableFuture<Kept> ended(String jobId, JobState state) {
        entries.add(new Entry.Ended(jobId, state));
        return CompletableFuture.completedFuture(Kept.SAFE);
    }
}
