package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;
import org.muster.changes.PhotoBytes;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.Prepared;

/** Giving contacts their photos, one contact a request. Doing it twice is doing it once; a photo somebody gave them since is not replaced. */
final class PhotoRows implements Operation {
    private final JobContext job;
    private final PhotoNames names;
    private final WornPhotos worn;
    private final Journal journal;

    /**
     * @param worn knows who has a photo, for all of the job's rows
     * @param journal knows the photos
     */
    PhotoRows(JobContext job, PhotoNames names, WornPhotos worn, Journal journal) {
        this.job = job;
        this.names = names;
        this.worn = worn;
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
        return worn.missing(rows);
    }

    /** What is read and known may only have grown old, by a clock put forward; then it is read again before it counts. */
    @Override
    public List<Integer> readInVain(List<Integer> rows) {
        return List.of();
    }

    @Override
    public boolean readsAhead() {
        return true;
    }

    @Override
    public Answer<Map<Integer, Verdict>> read(List<Integer> rows) {
        return verdicts(rows, worn.readAhead(rows.getFirst()), Set.of());
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

    /** Who had none just before and has one now got it so. With one that was there longer nobody can tell, unless it is the very same. */
    @Override
    public Answer<Map<Integer, Verdict>> look(List<Integer> rows) {
        Set<Integer> hadNone = new HashSet<>(rows);
        worn.missing(rows).forEach(hadNone::remove);
        return verdicts(rows, worn.read(rows), hadNone);
    }

    private Answer<Map<Integer, Verdict>> verdicts(List<Integer> rows, Answer<Map<Integer, Answer<Contact>>> read, Set<Integer> hadNone) {
        return switch (read) {
            case Answer.Failed<Map<Integer, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<Integer, Answer<Contact>>>(var found) -> {
                Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
                for (int row : rows) {
                    if (found.get(row) instanceof Answer.Failed<Contact>(ApiError error) && Trouble.of(error) != Trouble.REFUSAL) {
                        yield new Answer.Failed<>(error);
                    }
                    verdicts.put(row, name(row).isEmpty() ? new Verdict.NotDone(false) : verdict(row, found.get(row), hadNone.contains(row)));
                }
                yield new Answer.Ok<>(verdicts);
            }
        };
    }

    private Verdict verdict(int row, Answer<Contact> read, boolean hadNone) {
        return switch (read) {
            case null -> new Verdict.Unsettled(JobContext.passedOver());
            case Answer.Failed<Contact>(ApiError error) -> error.cause() == ErrorCause.NOT_FOUND ? new Verdict.NotDone(false) : new Verdict.Unsettled(error);
            case Answer.Ok<Contact>(Contact contact) -> BeforeImages.address(contact).<Verdict>map(address -> hadNone || same(row, address)
                    ? new Verdict.Done(Optional.empty()) : new Verdict.Unsettled(new ApiError(ErrorCause.HAS_PHOTO, 0, "", "", ""))).orElseGet(() -> new Verdict.NotDone(false));
        };
    }

    /** Whether the photo there is this one. Whether Google gives back the very bytes it was given is not known; the practice server does. */
    private boolean same(int row, String address) {
        return job.gateway().photo(address) instanceof Answer.Ok<byte[]>(byte[] bytes) && PhotoBytes.of(bytes).id().equals(change(row).photo());
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
