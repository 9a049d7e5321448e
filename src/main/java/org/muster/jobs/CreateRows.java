package org.muster.jobs;

import com.google.api.services.people.v1.model.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.muster.changes.Change;
import org.muster.changes.Marker;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.PeopleGateway;
import org.muster.people.Prepared;

/** Making contacts. Each carries a marker of its job and row, by which it is found should the answer go missing. */
final class CreateRows implements Operation {
    private final JobContext job;
    private final Reader reader;
    private final Versions versions;
    private final OwnCheck check;
    private final Journal journal;
    private final FormerNames former;
    private final boolean comingBack;
    /** Rows that are to come back and are known not to be there: somebody may take them out of Google's bin while the job waits. */
    private final Freshness awaited;
    /** Rows that are to come back and were there when they were read last. */
    private final Set<Integer> there = new HashSet<>();
    private final Predicate<String> justThere;
    /** Rows that are to come back, were not there when they were read last, and came back by another job a short while ago. */
    private final Map<Integer, Freshness.Moment> missed = new HashMap<>();
    /** Rows whose contacts were made, and are known by a job that has deleted them since, or made them once more: they are not there under the name they were made by. */
    private final Set<Integer> madeAndGone = new HashSet<>();

    /**
     * @param journal knows what was deleted or brought back since
     * @param former knows what was brought back before
     * @param awaited knows of no row yet
     * @param justThere see {@link JustThere}
     */
    CreateRows(JobContext job, Reader reader, Versions versions, OwnCheck check, Journal journal, FormerNames former, Freshness awaited, Predicate<String> justThere) {
        this.justThere = justThere;
        this.job = job;
        this.journal = journal;
        this.former = former;
        this.awaited = awaited;
        this.comingBack = job.changes().changes().stream().anyMatch(change -> change instanceof Change.Create create && !create.formerly().isEmpty());
        this.reader = reader;
        this.versions = versions;
        this.check = check;
    }

    private String formerly(int row) {
        return ((Change.Create) job.change(row)).formerly();
    }

    /** Those that are to come back must be known not to be back already. */
    @Override
    public List<Integer> unread(List<Integer> rows) {
        return comingBack ? awaited.missing(rows.stream().filter(row -> !formerly(row).isEmpty()).toList()) : List.of();
    }

    /** What is read and not there may only have grown old, by a clock put forward; then it is read again before it counts. */
    @Override
    public List<Integer> readInVain(List<Integer> rows) {
        return rows.stream().filter(there::contains).toList();
    }

    @Override
    public boolean readsAhead() {
        return comingBack;
    }

    @Override
    public Answer<Map<Integer, Verdict>> read(List<Integer> rows) {
        Freshness.Moment begun = awaited.now();
        Map<Integer, List<String>> names = HashMap.newHashMap(rows.size());
        rows.forEach(row -> names.put(row, Stream.concat(Stream.of(formerly(row)), former.others(formerly(row)).stream()).toList()));
        return switch (reader.read(names.values().stream().flatMap(List::stream).distinct().toList(), FieldMask.none())) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                Freshness.Moment read = awaited.since(begun);
                Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
                rows.forEach(row -> verdicts.put(row, back(row, names.get(row), found, read)));
                yield trouble(verdicts.values()).<Answer<Map<Integer, Verdict>>>map(Answer.Failed::new).orElseGet(() -> new Answer.Ok<>(verdicts));
            }
        };
    }

    /** Whether a contact is there under any name it ever had: Google's bin gives it back under the one it was deleted by. Only what is said not to be there is not. */
    private Verdict back(int row, List<String> names, Map<String, Answer<Contact>> found, Freshness.Moment read) {
        missed.remove(row);
        List<String> seen = names.stream().filter(name -> found.get(name) instanceof Answer.Ok).toList();
        if (seen.stream().anyMatch(name -> job.lane().book().find(name).isPresent())) {
            return new Verdict.Refused(new ApiError(vain(), 0, "", "", ""));
        }
        if (!seen.isEmpty()) {
            there.add(row);
            return new Verdict.NotDone(false); // a read that lags behind shows what was just deleted, and is not in the book any more: it is not awaited, hence read again
        }
        there.remove(row);
        Optional<ApiError> untold = Reader.untold(names, found);
        if (untold.isPresent()) {
            return new Verdict.Unsettled(untold.get());
        }
        if (names.stream().anyMatch(justThere)) {
            missed.put(row, read);
        } else {
            awaited.note(row, read);
        }
        return new Verdict.NotDone(false);
    }

    @Override
    public List<Integer> doubted(List<Integer> rows) {
        return rows.stream().filter(missed::containsKey).toList();
    }

    /** Whom nobody has found meanwhile is not there any more. */
    @Override
    public Verdict afterDoubt(int row) {
        awaited.note(row, missed.remove(row));
        return new Verdict.NotDone(false);
    }

    /** What passes by itself is waited out, since whom nobody can tell of must not be made again. */
    private static Optional<ApiError> trouble(Collection<Verdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> verdict instanceof Verdict.Unsettled(ApiError error) ? Stream.of(error) : Stream.empty())
                .filter(error -> Trouble.of(error) != Trouble.REFUSAL && error.cause() != ErrorCause.NOT_PEOPLE_API).findFirst();
    }

    /** What is there however often it is read has come back by itself. */
    @Override
    public ErrorCause vain() {
        return ErrorCause.BACK_ALREADY;
    }

    /** The marker alone would make a contact of a draft that says nothing, which Google refuses without it. Whom this very job has brought back need not be looked for. */
    @Override
    public Map<Integer, ApiError> unsendable(List<Integer> rows) {
        Map<Integer, ApiError> unsendable = new HashMap<>();
        for (int row : rows) {
            if (!Bodies.saysSomething((Change.Create) job.change(row))) {
                unsendable.put(row, new ApiError(ErrorCause.EMPTY_CONTACT, 0, "", "", ""));
            } else if (versions.nameOfBack(formerly(row)).isPresent()) {
                unsendable.put(row, new ApiError(vain(), 0, "", "", ""));
            }
        }
        return unsendable;
    }

    private Person body(int row) {
        return Bodies.create((Change.Create) job.change(row), marker(row));
    }

    private String marker(int row) {
        return Marker.of(job.id(), row);
    }

    @Override
    public Prepared<Map<Integer, Verdict>> prepare(List<Integer> rows) {
        List<Person> drafts = rows.stream().map(this::body).toList();
        FieldMask readBack = job.readBack();
        return job.gateway().prepareCreate(drafts, readBack, job.sources()).then(answer -> switch (answer) {
            case Answer.Failed<List<Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<List<Answer<Contact>>>(List<Answer<Contact>> items) -> new Answer.Ok<>(readBack.isEmpty() && items.isEmpty() ? allDone(rows) : byPlace(rows, items));
        });
    }

    /** Drafts do not change; but who comes back in one batch must not be made again in the next. */
    @Override
    public List<Basis> basis(List<Integer> rows) {
        return comingBack ? rows.stream().map(this::formerly).filter(name -> !name.isEmpty()).map(name -> new Basis(name, null)).toList() : List.of();
    }

    private static Map<Integer, Verdict> allDone(List<Integer> rows) {
        Map<Integer, Verdict> done = HashMap.newHashMap(rows.size());
        rows.forEach(row -> done.put(row, new Verdict.Done(Optional.empty())));
        return done;
    }

    /** Answers come in the order asked. One that is short leaves open whom it means, so that only a look can tell. */
    private static Map<Integer, Verdict> byPlace(List<Integer> rows, List<Answer<Contact>> items) {
        Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
        if (items.size() != rows.size()) {
            return verdicts;
        }
        for (int i = 0; i < rows.size(); i++) {
            switch (items.get(i)) {
                case Answer.Ok<Contact>(Contact contact) -> verdicts.put(rows.get(i), new Verdict.Done(Optional.of(contact)));
                case Answer.Failed<Contact>(ApiError error) when error.cause().unclear() -> { }
                case Answer.Failed<Contact>(ApiError error) -> verdicts.put(rows.get(i), new Verdict.Refused(error));
            }
        }
        return verdicts;
    }

    /** The whole account is listed, a thousand contacts a page. */
    @Override
    public int pagesToLook(List<Integer> rows) {
        return 1 + job.lane().book().size() / 1_000;
    }

    @Override
    public Answer<Map<Integer, Verdict>> look(List<Integer> rows) {
        Map<String, Integer> wanted = HashMap.newHashMap(rows.size());
        rows.forEach(row -> wanted.put(marker(row), row));
        Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
        FieldMask mask = job.readBack().plus(PersonField.CLIENT_DATA);
        Answer<Void> listing = job.gateway().list(mask, reader.sources(), page -> page.contacts().forEach(contact -> Marker.in(contact.items(PersonField.CLIENT_DATA)).forEach(mark -> {
            if (wanted.get(mark) instanceof Integer row) {
                verdicts.put(row, new Verdict.Done(Optional.of(contact)));
            }
        })));
        if (listing instanceof Answer.Failed<Void>(ApiError error)) {
            return new Answer.Failed<>(error);
        }
        if (verdicts.size() < rows.size()) {
            Map<Integer, Contact> gone = journal.madeAndGone(job.id());
            rows.stream().filter(row -> gone.containsKey(row) && !verdicts.containsKey(row)).forEach(row -> {
                madeAndGone.add(row);
                verdicts.put(row, new Verdict.Done(Optional.of(gone.get(row))));
            });
        }
        rows.forEach(row -> verdicts.putIfAbsent(row, new Verdict.NotDone(false)));
        return new Answer.Ok<>(verdicts);
    }

    @Override
    public boolean needsPatience() {
        return true;
    }

    @Override
    public Map<Integer, ApiError> named(List<Integer> rows, Map<String, ApiError> contactErrors) {
        Map<Integer, ApiError> named = new HashMap<>();
        contactErrors.forEach((key, error) -> {
            if (key.matches("\\d{1,4}") && Integer.parseInt(key) < rows.size()) {
                named.put(rows.get(Integer.parseInt(key)), error);
            }
        });
        return named;
    }

    @Override
    public boolean worthALook(ApiError error) {
        return false;
    }

    @Override
    public boolean doubtful(int row) {
        return check.cause(body(row), FieldMask.writable()).isPresent();
    }

    @Override
    public ApiError refine(int row, ApiError error) {
        return check.refine(error, body(row), FieldMask.writable());
    }

    @Override
    public void recall(int row, Outcome done) {
        done.contact().ifPresent(contact -> isBack(row, contact));
    }

    private void isBack(int row, Contact contact) {
        if (!formerly(row).isEmpty()) {
            versions.back(formerly(row), contact.resourceName());
        }
    }

    @Override
    public void intoBook(int row, OutcomeState state, Optional<Contact> contact, Optional<ApiError> error, BookUpdate book) {
        if (state == OutcomeState.DONE) {
            if (!madeAndGone.contains(row)) {
                contact.ifPresentOrElse(book::fresh, book::reloadNeeded);
            }
            contact.ifPresent(made -> isBack(row, made));
        }
    }
}
