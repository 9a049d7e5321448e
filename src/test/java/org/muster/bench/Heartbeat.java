package org.muster.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/** Asks the FX thread for an answer again and again; the longest wait for one is the longest time the window stood still. */
final class Heartbeat implements AutoCloseable {
    private static final long PAUSE_NANOS = 1_000_000;

    private final List<Double> waits = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().name("heartbeat").start(this::beat);

    private void beat() {
        while (!stopped.get()) {
            CountDownLatch answered = new CountDownLatch(1);
            long asked = System.nanoTime();
            Platform.runLater(answered::countDown);
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            waits.add((System.nanoTime() - asked) / 1e6);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Milliseconds; after {@link #close}. */
    Numbers waits() {
        return new Numbers(waits);
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
