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
        ring(() -> cancelled = true);
    }

    /** Muster is being left: no further request but one look at what was not answered. */
    void close() {
        ring(() -> closing = true);
    }

    /** Muster is not being left after all, and the job goes on. */
    void reopen() {
        ring(() -> closing = false);
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

    /** Whether nothing new may be sent any more. */
    boolean stopping() {
        return ask(() -> cancelled || closing);
    }

    boolean cancelled() {
        return ask(() -> cancelled);
    }

    boolean closing() {
        return ask(() -> closing);
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
