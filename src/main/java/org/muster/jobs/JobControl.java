package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pause, resume, cancel and close of one job, and the only place where its thread blocks between requests. Asked for from any thread, obeyed by
 * the job's own.
 */
final class JobControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
    private final Waiter waiter;
    private boolean paused;
    private boolean cancelled;
    private boolean closing;
    /** The job has acted on being left: whatever it has cut short counts as such until it is at rest. */
    private boolean heeded;
    /** It is to go on, or to be cancelled, as soon as it is at rest. */
    private boolean again;
    private long rung;
    private long heard;

    JobControl(Waiter waiter) {
        this.waiter = waiter;
    }

    void pause() {
        ring(() -> paused = true);
    }

    void resume() {
        ring(() -> paused = false);
    }

    void cancel() {
        ring(() -> {
            cancelled = true;
            again = heeded;
        });
    }

    /** Muster is being left: no further request but one look at what was not answered. */
    void close() {
        ring(() -> {
            closing = true;
            again = false;
        });
    }

    /** Muster is not being left after all. The job goes on as if nothing had been; or, when it has acted on it already, {@link #goesOn as soon as it is at rest}. */
    void reopen() {
        ring(() -> {
            closing = heeded;
            again = heeded;
        });
    }

    /** Whether a job at rest is not to stay so. If so, it begins anew. */
    boolean goesOn() {
        lock.lock();
        try {
            boolean goesOn = again || !closing;
            if (goesOn) {
                begin();
            }
            return goesOn;
        } finally {
            lock.unlock();
        }
    }

    /** A job at rest begins anew. */
    void begin() {
        ring(() -> {
            closing = false;
            heeded = false;
            again = false;
        });
    }

    private void ring(Runnable what) {
        lock.lock();
        try {
            what.run();
            rung++;
            bell.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing new may be sent any more. Asked by the job itself, which acts on it. */
    boolean stopping() {
        return ask(() -> heed() || cancelled);
    }

    /** Whether the job is to end here, and not to {@link #goesOn begin anew} before. */
    boolean cancelled() {
        return ask(() -> cancelled && !again);
    }

    /** Whether somebody has asked to cancel the job. */
    boolean cancelling() {
        return ask(() -> cancelled);
    }

    /** Whether Muster is being left. Asked by the job itself, which acts on it. */
    boolean closing() {
        return ask(this::heed);
    }

    private boolean heed() {
        heeded |= closing;
        return closing;
    }

    /** Whether the job has to hold still now. A job that is to end does not. */
    boolean paused() {
        return ask(() -> paused && !cancelled && !closing);
    }

    private boolean ask(java.util.function.BooleanSupplier what) {
        lock.lock();
        try {
            return what.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nobody wants the job to hold still or to end. If so, what was asked for so far counts as heard. */
    boolean passes() {
        lock.lock();
        try {
            if (paused || cancelled || closing) {
                return false;
            }
            heard = rung;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks while paused. What was asked for so far counts as heard. */
    void holdWhilePaused() {
        lock.lock();
        try {
            while (paused && !cancelled && !closing) {
                bell.awaitUninterruptibly();
            }
            heard = rung;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until {@code until}, or until somebody pauses, resumes, cancels or closes (also when that happened since the last pause point). */
    void waitUntil(Instant until) {
        lock.lock();
        try {
            while (rung == heard) {
                Duration left = Duration.between(waiter.now(), until);
                if (left.isZero() || left.isNegative()) {
                    break;
                }
                Instant before = waiter.now();
                waiter.pass(left, bell);
                if (waiter.now().isBefore(before)) {
                    break; // the clock was put back: nobody waits for the same hour twice
                }
            }
            heard = rung;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a job's thread", e);
        } finally {
            lock.unlock();
        }
    }
}
