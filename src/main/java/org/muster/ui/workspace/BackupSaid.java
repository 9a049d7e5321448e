package org.muster.ui.workspace;

import java.time.Duration;
import java.util.function.Consumer;
import org.muster.jobs.BackupNow;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.work.Background;

/**
 * Says how the backup goes that comes before labels are made. It cannot be ended from here, other than by interrupting its thread.
 *
 * @param background where the FX thread is reached
 * @param words hears what there is to say, on the FX thread
 */
public record BackupSaid(Background background, Consumer<String> words) implements BackupNow.Watcher {
    private static final Texts TEXTS = Texts.of(BackupSaid.class);

    @Override
    public void progress(int read, int total) {
        say(TEXTS.get(total == 0 ? "common.backingUp.begun" : "common.backingUp", total, read));
    }

    @Override
    public void waiting(ApiError error, Duration time) {
        say(TEXTS.get("common.backingUp.waiting", error.cause().what(), Math.max(1, time.toSeconds())));
    }

    @Override
    public boolean ended() {
        return false;
    }

    private void say(String sentence) {
        background.onFx(() -> words.accept(sentence));
    }
}
