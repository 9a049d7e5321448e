package org.muster.jobs;

import com.google.api.client.json.GenericJson;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.PersonMetadata;
import com.google.api.services.people.v1.model.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muster.changes.Change;
import org.muster.changes.Marker;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.Prepared;

/** Changing contacts under one mask, each under the version it was last seen in. */
final class UpdateRows implements Operation {
    private final JobContext job;
    private final FieldMask mask;
    private final Reader reader;
    private final Versions versions;
    private final OwnCheck check;
    private final Supplier<Set<String>> marksNeeded;

    /** @param marksNeeded see {@link Journal#marksNeeded} */
    UpdateRows(JobContext job, FieldMask mask, Reader reader, Versions versions, OwnCheck check, Supplier<Set<String>> marksNeeded) {
        this.job = job;
        this.mask = mask;
        this.reader = reader;
        this.versions = versions;
        this.check = check;
        this.marksNeeded = marksNeeded;
    }

    private Change.Update update(int row) {
        return (Change.Update) job.change(row);
    }

    private Contact current(int row) {
        return versions.current(update(row));
    }

    @Override
    public List<Integer> unread(List<Integer> rows) {
        return rows.stream().filter(row -> current(row).etag() == null).toList();
    }

    /** A contact this very job has deleted is gone, whatever reads that lag behind say of it. And without its mark, one that another job may have made would be made again. */
    @Override
    public Map<Integer, ApiError> unsendable(List<Integer> rows) {
        Map<Integer, ApiError> unsendable = new HashMap<>();
        for (int row : rows) {
            if (versions.isGone(update(row).before())) {
                unsendable.put(row, new ApiError(ErrorCause.NOT_FOUND, 0, "", "", ""));
            } else if (mask.contains(PersonField.CLIENT_DATA) && takesNeededMark(update(row))) {
                unsendable.put(row, new ApiError(ErrorCause.MARK_NEEDED, 0, "", "", ""));
            }
        }
        return unsendable;
    }

    private boolean takesNeededMark(Change.Update update) {
        Set<String> taken = Marker.in(update.before().items(PersonField.CLIENT_DATA));
        taken.removeAll(Marker.in(Contact.items(update.after(), PersonField.CLIENT_DATA)));
        return !taken.isEmpty() && !Collections.disjoint(taken, marksNeeded.get());
    }

    @Override
    public Prepared<Map<Integer, Verdict>> prepare(List<Integer> rows) {
        Map<String, Person> bodies = LinkedHashMap.newLinkedHashMap(rows.size());
        Map<Integer, String> keys = HashMap.newHashMap(rows.size());
        for (int row : rows) {
            Contact current = current(row);
            if (bodies.putIfAbsent(current.resourceName(), Bodies.update(update(row), current, job.changes().reverses().isPresent())) == null) {
                keys.put(row, current.resourceName());
            }
        }
        return job.gateway().prepareUpdate(bodies, mask, job.readBack(), job.sources()).then(answer -> switch (answer) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var results) -> new Answer.Ok<>(verdicts(rows, keys, results));
        });
    }

    private Map<Integer, Verdict> verdicts(List<Integer> rows, Map<Integer, String> keys, Map<String, Answer<Contact>> results) {
        Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
        boolean silent = job.readBack().isEmpty() && results.isEmpty();
        for (int row : rows) {
            String key = keys.get(row);
            // Where two contacts became one meanwhile, the second waits for the next request.
            Verdict verdict = key == null ? new Verdict.NotDone(false) : silent ? new Verdict.Done(Optional.empty()) : answered(results.get(key));
            if (verdict != null) {
                verdicts.put(row, verdict);
            }
        }
        return verdicts;
    }

    @Override
    public List<Basis> basis(List<Integer> rows) {
        return rows.stream().map(this::current).map(contact -> new Basis(contact.resourceName(), contact)).toList();
    }

    /** @return {@code null} when it must be looked for */
    private static Verdict answered(Answer<Contact> answer) {
        return switch (answer) {
            case null -> null;
            case Answer.Ok<Contact>(Contact contact) -> new Verdict.Done(Optional.of(contact));
            case Answer.Failed<Contact>(ApiError error) -> error.cause().unclear() || error.cause() == ErrorCause.STALE_ETAG ? null : new Verdict.Refused(error);
        };
    }

    @Override
    public Answer<Map<Integer, Verdict>> look(List<Integer> rows) {
        List<String> names = rows.stream().map(row -> current(row).resourceName()).toList();
        return switch (reader.read(names.stream().distinct().toList(), mask.union(job.readBack()))) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    verdicts.put(rows.get(i), verdict(rows.get(i), found.get(names.get(i))));
                }
                yield new Answer.Ok<>(verdicts);
            }
        };
    }

    private Verdict verdict(int row, Answer<Contact> read) {
        return switch (read) {
            case null -> new Verdict.Unsettled(JobContext.passedOver());
            case Answer.Failed<Contact>(ApiError error) -> error.cause() == ErrorCause.NOT_FOUND ? new Verdict.Refused(error) : new Verdict.Unsettled(error);
            case Answer.Ok<Contact>(Contact theirs) -> compare(row, theirs);
        };
    }

    private Verdict compare(int row, Contact theirs) {
        Contact known = current(row);
        if (Sameness.version(known, theirs) || Sameness.older(theirs, known)) {
            return new Verdict.NotDone(false);
        }
        if (Sameness.under(mask, update(row).after(), theirs)) {
            return new Verdict.Done(Optional.of(theirs));
        }
        if (Sameness.under(mask, known, theirs)) {
            versions.newer(update(row).before(), theirs);
            return new Verdict.NotDone(true);
        }
        return new Verdict.Changed(theirs);
    }

    @Override
    public boolean needsPatience() {
        return false; // the etag keeps a repeated update from overwriting anything, itself included
    }

    @Override
    public Map<Integer, ApiError> named(List<Integer> rows, Map<String, ApiError> contactErrors) {
        Map<Integer, ApiError> named = new HashMap<>();
        rows.forEach(row -> {
            if (contactErrors.get(current(row).resourceName()) instanceof ApiError error) {
                named.put(row, error);
            }
        });
        return named;
    }

    /** A refused batch may carry but a general status, so that even "invalid" can mean that a contact is stale: only reading tells. */
    @Override
    public boolean worthALook(ApiError error) {
        return error.cause() == ErrorCause.STALE_ETAG || error.cause() == ErrorCause.NOT_FOUND || error.cause() == ErrorCause.INVALID;
    }

    @Override
    public boolean doubtful(int row) {
        return check.cause(update(row).after(), mask).isPresent() || losesLastLabel(row);
    }

    @Override
    public ApiError refine(int row, ApiError error) {
        ApiError plain = error.cause() == ErrorCause.STALE_ETAG && !versionMoved(row)
                ? new ApiError(ErrorCause.INVALID, error.httpStatus(), error.status(), error.reason(), error.message()) // reading says it is not stale
                : error;
        if (plain.cause() == ErrorCause.INVALID && losesLastLabel(row)) {
            return new ApiError(ErrorCause.BAD_LABEL, plain.httpStatus(), plain.status(), plain.reason(), plain.message());
        }
        return check.refine(plain, update(row).after(), mask);
    }

    /** A contact must keep at least one label (People API). */
    private boolean losesLastLabel(int row) {
        return mask.contains(PersonField.MEMBERSHIPS) && Bodies.written(PersonField.MEMBERSHIPS, Contact.items(update(row).after(), PersonField.MEMBERSHIPS)).isEmpty();
    }

    private boolean versionMoved(int row) {
        return !Sameness.version(update(row).before(), current(row));
    }

    /** The version that was answered then is remembered, so that the contact can be changed again and a read that lags behind be told. */
    @Override
    public void recall(int row, Outcome done) {
        Contact now = afterwards(row, current(row), done.contact());
        PersonMetadata version = done.contact().flatMap(Contact::contactSource).map(source -> new PersonMetadata().setSources(List.of(source))).orElse(null);
        Person person = now.copy();
        versions.newer(update(row).before(), new Contact(person.setMetadata(version == null ? withoutVersions(person.getMetadata()) : version), now.loaded()));
        versions.wrote(update(row).before(), mask);
    }

    @Override
    public void intoBook(int row, OutcomeState state, Optional<Contact> contact, Optional<ApiError> error, BookUpdate book) {
        Contact known = current(row);
        switch (state) {
            case DONE -> {
                Contact now = afterwards(row, known, contact);
                versions.newer(update(row).before(), now);
                versions.wrote(update(row).before(), mask);
                if (!now.resourceName().equals(known.resourceName())) {
                    book.removed(known.resourceName());
                }
                book.fresh(now);
            }
            case CONFLICT -> contact.ifPresent(book::fresh);
            case FAILED -> {
                if (error.map(e -> e.cause() == ErrorCause.NOT_FOUND).orElse(false)) {
                    book.removed(known.resourceName());
                }
            }
            case WAITING, SENT, UNKNOWN, SKIPPED -> { }
        }
    }

    /**
     * The contact after its update: what Google answered; under the mask, where it did not answer, what was sent; the rest as it was, which
     * the etag vouches for. Without an answer its new version is not known, so that it has none.
     */
    private Contact afterwards(int row, Contact known, Optional<Contact> answered) {
        if (answered.isPresent() && answered.get().loaded().containsAll(known.loaded())) {
            return answered.get();
        }
        Person now = known.copy();
        FieldMask read = answered.map(Contact::loaded).orElse(FieldMask.none());
        for (PersonField field : mask.minus(read).fields()) {
            List<GenericJson> items = new ArrayList<>(Bodies.written(field, Contact.items(update(row).after(), field)));
            known.items(field).stream().filter(item -> !Contact.own(item)).forEach(items::add);
            now.set(field.path(), items.isEmpty() ? null : items);
        }
        if (answered.isPresent()) {
            Person fresh = answered.get().copy();
            read.fields().forEach(field -> now.set(field.path(), fresh.get(field.path())));
            now.setResourceName(fresh.getResourceName()).setEtag(fresh.getEtag());
        } else {
            now.setEtag(null).setMetadata(withoutVersions(now.getMetadata()));
        }
        return new Contact(now, known.loaded().union(mask).union(read));
    }

    private static PersonMetadata withoutVersions(PersonMetadata metadata) {
        if (metadata != null && metadata.getSources() != null) {
            metadata.getSources().forEach((Source source) -> source.setEtag(null));
        }
        return metadata;
    }
}
