package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;

/** Time that jumps: a wait is over at once, and the practice server's clock goes with it. */
public final class JumpingWaiter implements Waiter {
    private final Consumer<Duration> world;
    private Instant now = Instant.parse("2025-01-01T00:00:00Z");
    private final List<Duration> waits = new ArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private Duration elapsed = Duration.ZERO;
    private boolean frozen;

    public JumpingWaiter(Consumer<Duration> world) {
        this.world = world;
    }

    /** From now on time stands still: waits end only when somebody rings. */
    synchronized void freeze() {
        frozen = true;
    }

    synchronized void thaw() {
        frozen = false;
    }

    /** Blocks until one more wait has begun since time was frozen. */
    void awaitWait() throws InterruptedException {
        begun.acquire();
    }

    /** Somebody puts the clock forward or back; no time passes. */
    synchronized void jump(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    /** Every wait that has begun, oldest first. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void pass(Duration time, Condition woken) throws InterruptedException {
        synchronized (this) {
            waits.add(time);
            if (!frozen) {
                now = now.plus(time);
                elapsed = elapsed.plus(time);
                world.accept(time);
                return;
            }
        }
        begun.release();
        woken.await();
    }
}
