package org.muster.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/**
 * Which of the contacts that a job gives photos are known to have none of their own: between a contact and its photo there may be minutes, or a night, and whoever was
 * given one meanwhile is to keep it. Confined to the thread of the job.
 */
final class WornPhotos {
    private static final FieldMask PHOTOS = FieldMask.of(PersonField.PHOTOS);
    /** So many are read at once: about what the quota lets out in a minute, and more than go out while a read counts as fresh. */
    private static final int TOGETHER = 50;

    private final JobContext job;
    private final PhotoNames names;
    private final Reader reader;
    /** Rows whose contacts had none when they were read. */
    private final Freshness without;

    /** @param without knows of no row yet */
    WornPhotos(JobContext job, PhotoNames names, Freshness without) {
        this.job = job;
        this.names = names;
        this.reader = new Reader(job.gateway(), Set.of(ReadSource.CONTACT));
        this.without = without;
    }

    /** The rows of these of which that is not known, or not of lately. */
    List<Integer> missing(List<Integer> rows) {
        return without.missing(rows);
    }

    /** Reads the contact of a row, and along with it those that will be asked for next. By row; a contact that is not spoken of is missing. */
    Answer<Map<Integer, Answer<Contact>>> readAhead(int row) {
        List<Change> all = job.changes().changes();
        return read(IntStream.range(row, all.size()).filter(r -> all.get(r) instanceof Change.SetPhoto).limit(TOGETHER).boxed().toList());
    }

    /** Reads the contacts of rows. */
    Answer<Map<Integer, Answer<Contact>>> read(List<Integer> rows) {
        Map<Integer, String> called = new HashMap<>();
        rows.forEach(row -> names.now(((Change.SetPhoto) job.change(row)).of()).ifPresent(name -> called.put(row, name)));
        Freshness.Moment begun = without.now();
        return switch (reader.read(new ArrayList<>(Set.copyOf(called.values())), PHOTOS)) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                Freshness.Moment at = without.since(begun);
                Map<Integer, Answer<Contact>> contacts = new HashMap<>();
                called.forEach((row, name) -> {
                    Answer<Contact> one = found.get(name);
                    if (one != null) {
                        contacts.put(row, one);
                        if (none(one)) {
                            without.note(row, at);
                        }
                    }
                });
                yield new Answer.Ok<>(contacts);
            }
        };
    }

    /** Whoever is not there has none, and whoever sends one will be told. */
    private static boolean none(Answer<Contact> read) {
        return switch (read) {
            case Answer.Ok<Contact>(Contact contact) -> BeforeImages.address(contact).isEmpty();
            case Answer.Failed<Contact>(ApiError error) -> error.cause() == ErrorCause.NOT_FOUND;
        };
    }
}
