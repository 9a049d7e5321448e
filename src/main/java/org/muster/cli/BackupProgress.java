package org.muster.cli;

import java.time.Duration;
import org.muster.jobs.BackupNow;
import org.muster.people.ApiError;
import org.muster.texts.Texts;

/**
 * Tells how a backup goes that no job has asked for. Ctrl+C ends it.
 *
 * @param first whether it comes before something else
 */
record BackupProgress(Terminal terminal, Interrupts interrupts, boolean first) implements BackupNow.Watcher {
    private static final Texts TEXTS = Texts.of(BackupProgress.class);

    @Override
    public void progress(int read, int total) {
        terminal.status(TEXTS.get(first ? "watch.backingUp" : "load.progress", read, total));
    }

    @Override
    public void waiting(ApiError error, Duration time) {
        terminal.say(TEXTS.get("backup.waiting", error.cause().what(), Math.max(1, time.toSeconds())));
    }

    @Override
    public boolean ended() {
        return interrupts.asked();
    }
}
