package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;

/** Time that jumps: a wait is over at once, and the practice server's clock goes with it. */
final class JumpingWaiter implements Waiter {
    private final Consumer<Duration> world;
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2025-01-01T00:00:00Z");
    private boolean frozen;

    JumpingWaiter(Consumer<Duration> world) {
        this.world = world;
    }

    /** From now on time stands still: waits end only when somebody rings. */
    synchronized void freeze() {
        frozen = true;
    }

    synchronized void thaw() {
        frozen = false;
    }

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
                world.accept(time);
                return;
            }
        }
        woken.await();
    }
}
