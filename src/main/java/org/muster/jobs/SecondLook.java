package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.muster.changes.Change;
import org.muster.contacts.ContactBook;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.PeopleGateway;

/**
 * Looks once more after a contact that a job ended not knowing of. Changes nothing on the server; the book hears of what is found. What is not found to be
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

    /**
     * Blocks while it asks and waits; an interrupt ends it with what is known.
     *
     * @param job the job, ended or not, of the same account
     * @param unknown one of its outcomes
     * @return done, failed or in conflict; skipped when it was not done, so that it may be sent again; unknown when no answer came this time either
     */
    public Outcome look(Job job, Outcome unknown) {
        JobContext context = new JobContext(job.id(), job.changes(), lane);
        Operation operation = operation(context, unknown.change());
        Outcome known = verdictOf(operation, unknown);
        BookUpdate update = new BookUpdate();
        operation.intoBook(known.row(), known.state(), known.contact(), known.error(), update);
        update.applyTo(lane.book());
        if (known.state() != unknown.state()) {
            journal.settled(job.id(), List.of(known));
        }
        return known;
    }

    private Outcome verdictOf(Operation operation, Outcome unknown) {
        Instant since = settings.waiter().now();
        for (int look = 0; ; look++) {
            switch (operation.look(List.of(unknown.row()))) {
                case Answer.Failed<Map<Integer, Verdict>>(ApiError error) -> {
                    return as(unknown, OutcomeState.UNKNOWN, Optional.of(error));
                }
                case Answer.Ok<Map<Integer, Verdict>>(var verdicts) -> {
                    Verdict verdict = verdicts.get(unknown.row());
                    if (!(verdict instanceof Verdict.NotDone) || over(since)) {
                        return outcome(unknown, verdict);
                    }
                }
            }
            if (!pass(look)) {
                return unknown;
            }
        }
    }

    private boolean over(Instant since) {
        return !settings.waiter().now().isBefore(since.plus(settings.patience().stream().reduce(Duration.ZERO, Duration::plus)));
    }

    private boolean pass(int look) {
        ReentrantLock lock = new ReentrantLock();
        Condition nobodyRings = lock.newCondition();
        lock.lock();
        try {
            settings.waiter().pass(settings.patience().get(Math.min(look, settings.patience().size() - 1)), nobodyRings);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
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
            case Change.Create create -> new CreateRows(context, reader, check);
            case Change.Update update -> new UpdateRows(context, update.mask(), reader, versions, check);
            case Change.Delete delete -> new DeleteRows(context, reader, versions);
        };
    }
}
