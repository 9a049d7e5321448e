package org.muster.ui.create;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.muster.exchange.ImportFile;
import org.muster.exchange.ImportResult;
import org.muster.exchange.Importer;
import org.muster.exchange.Progress;
import org.muster.ui.work.Background;

/** One file being read in the background. */
final class FileReading {
    private static final double STEP = 0.005;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Background.Running running;

    /**
     * Starts reading.
     *
     * @param progress gets how far it is, from 0 to 1
     * @param then gets what came of it
     * @param bug hears when reading failed by a fault of ours
     */
    FileReading(Background background, ImportFile file, DoubleConsumer progress, Consumer<ImportResult> then, Runnable bug) {
        running = background.start(() -> new Importer().read(file, new Progress() {
            private double told;

            @Override
            public void at(long done, long total) {
                double now = total == 0 ? 1 : (double) done / total;
                if (now - told > STEP) {
                    told = now;
                    background.onFx(() -> {
                        if (!stopped.get()) {
                            progress.accept(now);
                        }
                    });
                }
            }

            @Override
            public boolean cancelled() {
                return stopped.get();
            }
        }), then, problem -> bug.run());
    }

    /** Stops; nobody hears of it any more. */
    void stop() {
        stopped.set(true);
        running.cancel();
    }
}
