package org.muster.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.muster.ui.theme.Theme;

/** One run of Muster with a window: from the toolkit's start to its end. */
final class MusterApp {
    private final Options options;
    private final DataFolder data;
    private final Optional<Path> tour;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger exitCode = new AtomicInteger();

    MusterApp(Options options, DataFolder data, Optional<Path> tour) {
        this.options = options;
        this.data = data;
        this.tour = tour;
    }

    /** Runs until the window is closed or the tour is over. */
    int run() throws InterruptedException {
        Platform.startup(() -> {
            Theme theme = new Theme();
            theme.install();
            over.countDown();
        });
        over.await();
        Platform.exit();
        return exitCode.get();
    }
}
