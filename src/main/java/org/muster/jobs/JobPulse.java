package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Lets a job's thread wait and hold still, and lets it be seen. */
final class JobPulse {
    private final JobBoard board;
    private final JobControl control;
    private final JobSettings settings;
    private final Runnable changed;
    private final Backoff backoff;
    private final QuotaWindow quota = new QuotaWindow();

    JobPulse(JobBoard board, JobControl control, JobSettings settings, Runnable changed) {
        this.board = board;
        this.control = control;
        this.settings = settings;
        this.changed = changed;
        this.backoff = new Backoff(settings);
    }

    Instant now() {
        return settings.waiter().now();
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

    /** Waits after a trouble that may go away by itself. */
    void waitAfter(ApiError error) {
        Duration wait = error.cause() == ErrorCause.QUOTA ? quota.refused(now()) : backoff.next();
        waitFor(reason(error.cause()), error.retryAfter().orElse(wait), Optional.of(error));
    }

    private static Waiting.Reason reason(ErrorCause cause) {
        return switch (cause) {
            case QUOTA -> Waiting.Reason.QUOTA;
            case NO_ANSWER, UNREACHABLE, NOT_PEOPLE_API -> Waiting.Reason.NETWORK;
            default -> Waiting.Reason.SERVER;
        };
    }

    /** A request was taken. */
    void accepted() {
        backoff.reset();
        quota.accepted(now());
    }
}
