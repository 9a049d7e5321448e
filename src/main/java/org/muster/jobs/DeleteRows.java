package org.muster.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.people.Prepared;

/** Deleting contacts, each saved before. What is gone already counts as deleted. */
final class DeleteRows implements Operation {
    private final JobContext job;
    private final Reader reader;
    private final Versions versions;
    private final FormerNames former;
    private final Optional<BeforeImages> images;
    private final Predicate<String> justThere;
    /** Rows whose contacts are said to be gone and were there a short while ago. */
    private final Set<Integer> missed = new HashSet<>();

    /**
     * @param former knows who was brought back since
     * @param images saves what is deleted; nothing when these rows are only looked after
     * @param justThere see {@link JustThere}
     */
    DeleteRows(JobContext job, Reader reader, Versions versions, FormerNames former, Optional<BeforeImages> images, Predicate<String> justThere) {
        this.justThere = justThere;
        this.job = job;
        this.reader = reader;
        this.versions = versions;
        this.former = former;
        this.images = images;
    }

    private String name(int row) {
        return versions.nameOf(((Change.Delete) job.change(row)).before());
    }

    @Override
    public List<Integer> unread(List<Integer> rows) {
        return images.map(saved -> saved.missing(rows)).orElse(List.of()); // a delete needs no version, but nothing goes that was not saved
    }

    @Override
    public Map<Integer, ApiError> unsendable(List<Integer> rows) {
        return Map.of();
    }

    @Override
    public Prepared<Map<Integer, Verdict>> prepare(List<Integer> rows) {
        return job.gateway().prepareDelete(rows.stream().map(this::name).toList()).then(answer -> switch (answer) {
            case Answer.Failed<Void>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Void> ok -> {
                Map<Integer, Verdict> done = HashMap.newHashMap(rows.size());
                rows.forEach(row -> done.put(row, new Verdict.Done(Optional.empty())));
                yield new Answer.Ok<>(done);
            }
        });
    }

    @Override
    public List<Basis> basis(List<Integer> rows) {
        return rows.stream().map(row -> new Basis(name(row), null)).toList();
    }

    /** What cannot be read is settled by its verdict. An image may have grown old already, by a clock put forward; then it is taken again before it counts. */
    @Override
    public List<Integer> readInVain(List<Integer> rows) {
        return List.of();
    }

    @Override
    public boolean readsAhead() {
        return true;
    }

    @Override
    public void beginReading(List<Integer> rows) {
        images.ifPresent(saved -> saved.begin(rows.stream().map(this::name).toList()));
    }

    @Override
    public Answer<Map<Integer, Verdict>> read(List<Integer> rows) {
        List<String> names = rows.stream().map(this::name).toList();
        Answer<Map<Integer, Verdict>> answer = verdicts(rows, names, images.isPresent() ? images.get().take(rows, names) : reader.read(names, FieldMask.none()));
        rows.forEach(missed::remove);
        if (answer instanceof Answer.Ok<Map<Integer, Verdict>>(var verdicts)) {
            rows.stream().filter(row -> verdicts.get(row) instanceof Verdict.Done && justThere.test(name(row))).forEach(missed::add);
            missed.forEach(row -> verdicts.replace(row, new Verdict.NotDone(false)));
        }
        return answer;
    }

    @Override
    public List<Integer> doubted(List<Integer> rows) {
        return rows.stream().filter(row -> missed.contains(row) || images.filter(saved -> saved.doubted(row)).isPresent()).toList();
    }

    /** Whom nobody finds is gone. Of whom only an older version is shown, what was answered is saved. */
    @Override
    public Verdict afterDoubt(int row) {
        if (missed.remove(row)) {
            return new Verdict.Done(Optional.empty());
        }
        images.ifPresent(saved -> saved.accept(row));
        return new Verdict.NotDone(false);
    }

    @Override
    public Answer<Map<Integer, Verdict>> look(List<Integer> rows) {
        List<String> names = rows.stream().map(this::name).toList();
        return verdicts(rows, names, reader.read(names, FieldMask.none()));
    }

    private Answer<Map<Integer, Verdict>> verdicts(List<Integer> rows, List<String> names, Answer<Map<String, Answer<Contact>>> answer) {
        return switch (answer) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                Map<Integer, Verdict> verdicts = HashMap.newHashMap(rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    verdicts.put(rows.get(i), verdict(found.get(names.get(i))));
                }
                yield backSince(verdicts);
            }
        };
    }

    /** Who is gone may have been deleted by another job and brought back since, under another name. That is not for this job to delete, nor to be called done. */
    private Answer<Map<Integer, Verdict>> backSince(Map<Integer, Verdict> verdicts) {
        Map<Integer, List<String>> others = new HashMap<>();
        verdicts.forEach((row, verdict) -> {
            if (verdict instanceof Verdict.Done && !former.others(job.change(row).contactName()).isEmpty()) {
                others.put(row, former.others(job.change(row).contactName()));
            }
        });
        if (others.isEmpty()) {
            return new Answer.Ok<>(verdicts);
        }
        return switch (reader.read(others.values().stream().flatMap(List::stream).distinct().toList(), FieldMask.none())) {
            case Answer.Failed<Map<String, Answer<Contact>>>(ApiError error) -> new Answer.Failed<>(error);
            case Answer.Ok<Map<String, Answer<Contact>>>(var found) -> {
                others.forEach((row, names) -> {
                    if (names.stream().anyMatch(name -> found.get(name) instanceof Answer.Ok || justThere.test(name))) {
                        verdicts.put(row, new Verdict.Refused(new ApiError(ErrorCause.BACK_SINCE, 0, "", "", "")));
                    } else {
                        Reader.untold(names, found).ifPresent(error -> verdicts.put(row, new Verdict.Unsettled(error)));
                    }
                });
                yield new Answer.Ok<>(verdicts);
            }
        };
    }

    private static Verdict verdict(Answer<Contact> read) {
        return switch (read) {
            case null -> new Verdict.Unsettled(JobContext.passedOver());
            case Answer.Ok<Contact> there -> new Verdict.NotDone(false);
            case Answer.Failed<Contact>(ApiError error) -> error.cause() == ErrorCause.NOT_FOUND ? new Verdict.Done(Optional.empty()) : new Verdict.Unsettled(error);
        };
    }

    @Override
    public boolean needsPatience() {
        return false; // deleting twice harms nobody
    }

    @Override
    public Map<Integer, ApiError> named(List<Integer> rows, Map<String, ApiError> contactErrors) {
        Map<Integer, ApiError> named = new HashMap<>();
        rows.forEach(row -> {
            if (contactErrors.get(name(row)) instanceof ApiError error) {
                named.put(row, error);
            }
        });
        return named;
    }

    @Override
    public boolean worthALook(ApiError error) {
        return error.cause() == ErrorCause.NOT_FOUND;
    }

    @Override
    public boolean doubtful(int row) {
        return false;
    }

    @Override
    public ApiError refine(int row, ApiError error) {
        return error;
    }

    @Override
    public void recall(int row, Outcome done) {
        versions.gone(((Change.Delete) job.change(row)).before());
    }

    @Override
    public void intoBook(int row, OutcomeState state, Optional<Contact> contact, Optional<ApiError> error, BookUpdate book) {
        if (state == OutcomeState.DONE) {
            versions.gone(((Change.Delete) job.change(row)).before());
            book.removed(name(row));
        }
    }
}
