package org.muster.ui.workspace;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.muster.jobs.BackupNow;
import org.muster.people.ApiError;
import org.muster.texts.Texts;
import org.muster.ui.work.Background;

/**
 * Says how the backup goes that comes before labels are made.
 *
 * @param background where the FX thread is reached
 * @param words hears what there is to say, on the FX thread
 * @param unwanted whether nobody wants the labels any more
 */
public record BackupSaid(Background background, Consumer<String> words, BooleanSupplier unwanted) implements BackupNow.Watcher {
    private static final Texts TEXTS = Texts.of(BackupSaid.class);

    /** Of labels that are wanted, unless the thread is interrupted. */
    public BackupSaid(Background background, Consumer<String> words) {
        this(background, words, () -> false);
    }

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
        return unwanted.getAsBoolean();
    }

    private void say(String sentence) {
        background.onFx(() -> words.accept(sentence));
    }
}
