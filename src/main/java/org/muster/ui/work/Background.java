package org.muster.ui.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where work goes that must not hold up the window. Its twin for tests runs everything at once on the calling thread. */
public interface Background {
    /**
     * Runs {@code work} away from the FX thread, then one of the two on it. A failure is a bug (expected problems are values); it has been logged
     * when {@code onBug} hears of it.
     */
    <T> Running start(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onBug);

    /** Puts {@code action} onto the FX thread; at once when that is the calling thread. The one hop to it. */
    void onFx(Runnable action);

    /** Work under way. */
    interface Running {
        /** Interrupts the work; neither consumer is called after this. */
        void cancel();
    }
}
