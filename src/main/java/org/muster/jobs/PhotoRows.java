package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.Prepared;

/** Giving contacts their photos, one contact a request. Doing it twice is doing it once. */
final class PhotoRows implements Operation {
    private final JobContext job;
    private final PhotoNames names;
    private final Journal journal;

    /** @param journal knows the photos */
    PhotoRows(JobContext job, PhotoNames names, Journal journal) {
        this.job = job;
        this.names = names;
        this.journal = journal;
    }

    private Change.SetPhoto change(int row) {
        return (Change.SetPhoto) job.change(row);
    }

    /** What the contact is called now; nothing when it was to come back and did not. */
    private Optional<String> name(int row) {
        return names.now(change(row).of());
    }

    @Override
    public List<Integer> unread(List<Integer> rows) {
        return List.of();
    }

    @Override
    public Map<Integer, ApiError> unsendable(List<Integer> rows) {
        Map<Integer, ApiError> unsendable = new HashMap<>();
        for (int row : rows) {
            if (name(row).isEmpty()) {
                unsendable.put(row, new ApiError(ErrorCause.NOT_MADE, 0, "", "", ""));
            }
        }
        return unsendable;
    }

    /** Reads the photo when it is sent: they may be many, and large. */
    @Override
    public Prepared<Map<Integer, Verdict>> prepare(List<Integer> rows) {
        int row = rows.getFirst(); // a batch of these has one row
        String name = name(row).orElseThrow();
        FieldMask readBack = job.readBack();
        return Prepared.unwritten(() -> {
            Optional<PhotoBytes> photo = journal.photo(change(row).photo());
            if (photo.isEmpty()) {
                return new Answer.Ok<>(Map.of(row, new Verdict.Refused(new ApiError(ErrorCause.PHOTO_LOST, 0, "", "", ""))));
            }
            return switch (job.gateway().updatePhoto(name, photo.get().bytes(), readBack, job.sources())) {
                case Answer.Failed<Optional<Contact>>(ApiError error) -> new Answer.Failed<>(error);
                case Answer.Ok<Optional<Contact>>(var contact) -> new Answer.Ok<>(Map.of(row, new Verdict.Done(contact)));
            };
        });
    }

    @Override
    public List<Basis> basis(List<Integer> rows) {
        return rows.stream().map(row -> new Basis(name(row).orElse(""), null)).toList();
    }

    /** What the contact wears does not tell where it is from. It is simply given once more. */
    @Override
    public Answer<Map<Integer, Verdict>> look(List<Integer> rows) {
        Map<Integer, Verdict> verdicts = new HashMap<>();
        rows.forEach(row -> verdicts.put(row, new Verdict.NotDone(false)));
        return new Answer.Ok<>(verdicts);
    }

    @Override
    public int pagesToLook(List<Integer> rows) {
        return 0;
    }

    @Override
    public boolean needsPatience() {
        return false;
    }

    @Override
    public Map<Integer, ApiError> named(List<Integer> rows, Map<String, ApiError> contactErrors) {
        return Map.of();
    }

    @Override
    public boolean worthALook(ApiError error) {
        return false;
    }

    @Override
    public boolean doubtful(int row) {
        return false;
    }

    @Override
    public ApiError refine(int row, ApiError error) {
        return error;
    }

    /** So that a retry, in another job, finds the contact. */
    @Override
    public Optional<Contact> about(int row) {
        return name(row).map(name -> new Contact(new Person().setResourceName(name), FieldMask.none()));
    }

    @Override
    public void recall(int row, Outcome done) { }

    @Override
    public void intoBook(int row, OutcomeState state, Optional<Contact> contact, Optional<ApiError> error, BookUpdate book) {
        if (state == OutcomeState.DONE) {
            contact.ifPresent(book::fresh);
        }
    }
}
