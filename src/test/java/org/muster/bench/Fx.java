package org.muster.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The FX thread as seen by a benchmark. */
final class Fx {
    /** Pulses without news after which the window counts as idle. */
    private static final int QUIET = 3;
    private static final long LIMIT_SECONDS = 120;

    private Fx() {}

    /** Starts the toolkit; it stays up when no window is open. */
    static void start() {
        CompletableFuture<Void> up = new CompletableFuture<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            up.complete(null);
        });
        await(up);
    }

    /** Runs {@code what} on the FX thread and waits for it. */
    static <T> T call(Callable<T> what) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(what.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    static void run(Runnable what) {
        call(() -> {
            what.run();
            return null;
        });
    }

    /**
     * Does something on the FX thread and waits until {@code done} holds there and some pulses have passed.
     *
     * @return milliseconds of processor time the FX thread spent from the beginning of the action on
     */
    static double cost(Runnable action, BooleanSupplier done) {
        CompletableFuture<Double> result = new CompletableFuture<>();
        run(() -> {
            long start = cpuNanos();
            action.run();
            new AnimationTimer() {
                private int quiet;

                @Override
                public void handle(long now) {
                    quiet = done.getAsBoolean() ? quiet + 1 : 0;
                    if (quiet > QUIET) {
                        stop();
                        result.complete((cpuNanos() - start) / 1e6);
                    }
                }
            }.start();
        });
        return await(result);
    }

    /** Waits until {@code done} holds on the FX thread and some pulses have passed. */
    static void settle(BooleanSupplier done) {
        cost(() -> { }, done);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
