package org.muster.ui.table;

import java.util.concurrent.CancellationException;

/** Ends work in the background that nobody waits for any more. */
final class Stop {
    private Stop() {}

    static void ifInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
