package org.muster.ui.work;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Background} on virtual threads. */
public final class VirtualThreads implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualThreads.class);

    @Override
    public <T> Running start(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onBug) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().name("muster-background").start(() -> {
            try {
                T result = work.call();
                onFx(() -> {
                    if (!cancelled.get()) {
                        onDone.accept(result);
                    }
                });
            } catch (Exception | Error e) {
                if (cancelled.get()) {
                    return;
                }
                LOG.error("work in the background failed", e);
                onFx(() -> onBug.accept(e));
            }
        });
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    @Override
    public void onFx(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
