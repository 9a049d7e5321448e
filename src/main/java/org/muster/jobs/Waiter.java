package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time as jobs know it: a seam, so that tests need not wait for minutes to pass. */
public interface Waiter {
    /** What time it is. */
    Instant now();

    /** The time that has passed since some moment, which goes on evenly whatever is done to the clock; it may stand still while the computer sleeps. */
    Duration elapsed();

    /**
     * Blocks until {@code time} has passed or {@code woken} is signalled, whichever is first; may come back early. The caller holds the
     * condition's lock.
     */
    void pass(Duration time, Condition woken) throws InterruptedException;

    /**
     * Blocks until {@code time} has passed.
     *
     * @return whether it has; not when the thread was interrupted, which it is then still
     */
    default boolean pass(Duration time) {
        ReentrantLock lock = new ReentrantLock();
        Condition nobodyRings = lock.newCondition();
        lock.lock();
        try {
            pass(time, nobodyRings);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The time of the clock on the wall. */
    static Waiter system() {
        return new Waiter() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void pass(Duration time, Condition woken) throws InterruptedException {
                woken.await(time.toMillis() + 1, TimeUnit.MILLISECONDS);
            }
        };
    }
}
