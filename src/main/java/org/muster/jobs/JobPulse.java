package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Lets a job's thread wait and hold still, and lets it be seen. */
final class JobPulse {
    private final JobBoard board;
    private final JobControl control;
    private final JobSettings settings;
    private final Runnable changed;
    private final Backoff backoff;
    private final AccountPace pace;
    private final BatchPlan plan;
    private final BackupFirst backup;
    /** The refusal that is being waited out, if it is one and not foresight. */
    private Optional<ApiError> refusal = Optional.empty();

    /**
     * @param pace what is known of the account's quotas
     * @param plan the job's batches, to tell how long the rest of them will take
     * @param backup makes, for this pulse, what copies the account before anything in it is changed
     */
    JobPulse(JobBoard board, JobControl control, JobSettings settings, AccountPace pace, BatchPlan plan, Runnable changed, Function<JobPulse, BackupFirst> backup) {
        this.board = board;
        this.control = control;
        this.settings = settings;
        this.changed = changed;
        this.pace = pace;
        this.plan = plan;
        this.backoff = new Backoff(settings);
        this.backup = backup.apply(this);
    }

    Instant now() {
        return settings.waiter().now();
    }

    /** See {@link Waiter#elapsed}. */
    Duration elapsed() {
        return settings.waiter().elapsed();
    }

    /** Holds still while the job is paused. */
    void holdWhilePaused() {
        if (control.paused()) {
            board.paused(Optional.empty());
            changed.run();
        }
        control.holdWhilePaused();
        if (board.state() == JobState.PAUSED) {
            board.running();
            changed.run();
        }
    }

    /** The job pauses itself: nothing can be sent before the user has put {@code why} right. */
    void pauseBecause(ApiError why) {
        control.pause();
        board.paused(Optional.of(why));
        changed.run();
        control.holdWhilePaused();
        board.running();
        changed.run();
    }

    /** Waits {@code time}, or until somebody asks for something. */
    void waitFor(Waiting.Reason reason, Duration time, Optional<ApiError> why) {
        Instant until = now().plus(time);
        board.waiting(new Waiting(reason, until), why);
        changed.run();
        control.waitUntil(until);
        if (!control.paused()) {
            board.running();
            changed.run();
        }
    }

    /** Waits after a trouble that may go away by itself. A refusal for the quota is waited out when the next {@link #awaitTurn turn} is awaited. */
    void waitAfter(ApiError error) {
        if (error.cause() != ErrorCause.QUOTA) {
            waitFor(reason(error.cause()), error.retryAfter().orElse(backoff.next()), Optional.of(error));
        }
    }

    /** Whether the account has to be copied before anything is sent; see {@link #backedUp}. */
    boolean backupDue() {
        return backup.due();
    }

    /** Copies the account if that is due, before anything in it is changed; whether that is done, which it is not when the job is to end. */
    boolean backedUp() {
        return backup.done();
    }

    /** Whether a request would have to wait for the account's quota. */
    boolean full(RequestCost cost) {
        return pace.full(cost, now());
    }

    /**
     * Waits until the account's quota has room for a request, as far as is known, and holds still when the job is paused meanwhile. Whoever asks to try at once is
     * obeyed.
     *
     * @return whether it may be sent, which it may not when the job is to end
     */
    boolean awaitTurn(RequestCost cost) {
        Duration wait = pace.turn(cost, now());
        board.pacing(pace.forecast(rest(), now()));
        if (!wait.isZero() && !control.closing()) {
            waitFor(Waiting.Reason.QUOTA, wait, refusal);
            holdWhilePaused();
        }
        refusal = Optional.empty();
        return !control.stopping();
    }

    private List<RequestCost> rest() {
        return board.waitingBatches().stream().map(batch -> RequestCost.of(plan.batches().get(batch).kind())).toList();
    }

    /** The server has taken a request. */
    void spent(RequestCost cost) {
        pace.spent(cost, now());
    }

    /** The server has taken a request, if that is what it answers; gives the answer on. */
    <T> Answer<T> heard(RequestCost cost, Answer<T> answer) {
        if (answer instanceof Answer.Ok) {
            spent(cost);
        }
        return answer;
    }

    /** A request failed; what that says about the account's quota is remembered. */
    void failed(RequestCost cost, ApiError error) {
        switch (error.cause()) {
            case QUOTA -> {
                refusal = Optional.of(error);
                pace.refused(cost, error, now());
            }
            case UNREACHABLE -> { } // nothing was sent
            default -> pace.spent(cost, now());
        }
    }

    private static Waiting.Reason reason(ErrorCause cause) {
        return switch (cause) {
            case NO_ANSWER, UNREACHABLE, NOT_PEOPLE_API -> Waiting.Reason.NETWORK;
            default -> Waiting.Reason.SERVER;
        };
    }

    /** A request was taken, or refused for what it says: the server is well. */
    void accepted() {
        backoff.reset();
    }
}
