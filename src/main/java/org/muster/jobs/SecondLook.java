package org.muster.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.ContactBook;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;

/**
 * Looks once more after contacts that a job ended not knowing of. Changes nothing on the server; the book hears of what is found. What is not found to be
 * done counts as not done only after {@link JobSettings#patience()}, the same as in the job itself, since reads may lag behind and sending a contact again
 * that is about to come to light would double it.
 */
public final class SecondLook {
    private final JobService.Lane lane;
    private final Journal journal;
    private final JobSettings settings;

    public SecondLook(PeopleGateway gateway, ContactBook book, Journal journal, JobSettings settings) {
        this.lane = new JobService.Lane("", gateway, book);
        this.journal = journal;
        this.settings = settings;
    }

    /** {@link #look(Job, List)} after one. */
    public Outcome look(Job job, Outcome unknown) {
        return look(job, List.of(unknown)).getFirst();
    }

    /**
     * Blocks while it asks and waits, no longer for many than for one of a kind; an interrupt ends it with what is known.
     *
     * @param job the job, ended or not, of the same account
     * @param unknown some of its outcomes
     * @return for each, in the same order: done, failed or in conflict; skipped when it was not done, so that it may be sent again; unknown when no answer
     *     came this time either
     */
    public List<Outcome> look(Job job, List<Outcome> unknown) {
        return look(job.id(), job.changes(), unknown);
    }

    /** {@link #look(Job, List)} for a job of which the journal tells. */
    public List<Outcome> look(JobRecord job, List<Outcome> unknown) {
        return look(job.id(), job.changes(), unknown);
    }

    private List<Outcome> look(String job, ChangeSet changes, List<Outcome> unknown) {
        JobContext context = new JobContext(job, changes, lane);
        Map<Integer, Outcome> known = new HashMap<>();
        unknown.stream().collect(Collectors.groupingBy(o -> kind(o.change()))).values().forEach(alike -> {
            Operation operation = operation(context, alike.getFirst().change());
            BookUpdate update = new BookUpdate();
            for (Outcome outcome : lookAt(operation, alike)) {
                operation.intoBook(outcome.row(), outcome.state(), outcome.contact(), outcome.error(), update);
                known.put(outcome.row(), outcome);
            }
            update.applyTo(lane.book());
        });
        List<Outcome> news = unknown.stream().filter(was -> known.get(was.row()).state() != was.state()).map(was -> known.get(was.row())).toList();
        if (!news.isEmpty()) {
            CompletableFuture<Kept> noted = journal.settled(job, news);
            journal.hasten();
            noted.join(); // who asks the journal next is to know it
        }
        return unknown.stream().map(o -> known.get(o.row())).toList();
    }

    /** Equal for changes that one operation can look after. */
    private static Object kind(Change change) {
        return switch (change) {
            case Change.Create create -> Change.Create.class;
            case Change.Update update -> update.mask();
            case Change.Delete delete -> Change.Delete.class;
            case Change.SetPhoto photo -> Change.SetPhoto.class;
        };
    }

    private List<Outcome> lookAt(Operation operation, List<Outcome> unknown) {
        List<Outcome> known = new ArrayList<>();
        List<Outcome> open = new ArrayList<>(unknown);
        Duration since = settings.waiter().elapsed();
        for (int look = 0; !open.isEmpty(); look++) {
            if (look > 0 && !pass(look - 1)) {
                known.addAll(open);
                return known;
            }
            switch (operation.look(open.stream().map(Outcome::row).toList())) {
                case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> {
                    open.forEach(o -> known.add(as(o, OutcomeState.UNKNOWN, Optional.of(error))));
                    return known;
                }
                case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> {
                    boolean over = over(since);
                    List<Outcome> settled = open.stream().filter(o -> over || !(verdicts.get(o.row()) instanceof Verdict.NotDone)).toList();
                    settled.forEach(o -> known.add(outcome(o, verdicts.get(o.row()))));
                    open.removeAll(settled);
                }
            }
        }
        return known;
    }

    private boolean over(Duration since) {
        return settings.waiter().elapsed().minus(since).compareTo(settings.wholePatience()) >= 0;
    }

    private boolean pass(int look) {
        return settings.waiter().pass(settings.patience().get(Math.min(look, settings.patience().size() - 1)));
    }

    private static Outcome outcome(Outcome unknown, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done(var contact) -> new Outcome(unknown.row(), unknown.change(), OutcomeState.DONE, Optional.empty(), contact);
            case Verdict.NotDone notDone -> as(unknown, OutcomeState.SKIPPED, Optional.empty());
            case Verdict.Refused(ApiError error) -> as(unknown, OutcomeState.FAILED, Optional.of(error));
            case Verdict.Changed(var theirs) -> new Outcome(unknown.row(), unknown.change(), OutcomeState.CONFLICT, unknown.error(), Optional.of(theirs));
            case Verdict.Unsettled(ApiError error) -> as(unknown, OutcomeState.UNKNOWN, Optional.of(error));
            case null -> unknown;
        };
    }

    private static Outcome as(Outcome unknown, OutcomeState state, Optional<ApiError> error) {
        return new Outcome(unknown.row(), unknown.change(), state, error, Optional.empty());
    }

    private Operation operation(JobContext context, Change change) {
        Reader reader = new Reader(lane.gateway(), context.sources());
        OwnCheck check = new OwnCheck(lane.gateway());
        Versions versions = new Versions(lane.book());
        return switch (change) {
            case Change.Create create -> new CreateRows(context, reader, versions, check, journal, new FormerNames(context, journal), freshness(), name -> false);
            case Change.Update update -> new UpdateRows(context, update.mask(), reader, versions, check, Set::of);
            case Change.SetPhoto photo -> {
                PhotoNames names = new PhotoNames(context, versions, journal);
                yield new PhotoRows(context, names, new WornPhotos(context, names, freshness()), journal);
            }
            case Change.Delete delete -> new DeleteRows(context, reader, versions, new FormerNames(context, journal), Optional.empty(), name -> false);
        };
    }

    private Freshness freshness() {
        return new Freshness(settings.waiter()::now, settings.waiter()::elapsed);
    }
}
