package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.muster.ui.work.Background;

/** Work that is done when the test says so, in the order it says. On the FX thread only. */
final class HeldWork implements Background {
    private final List<Runnable> held = new ArrayList<>();

    /** How much was begun, done or not. */
    int begun() {
        return held.size();
    }

    /** Does the work that was begun as the so many-th, from 0. */
    void finish(int number) {
        held.get(number).run();
    }

    @Override
    public <T> Running start(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onBug) {
        held.add(() -> {
            try {
                onDone.accept(work.call());
            } catch (Exception e) {
                onBug.accept(e);
            }
        });
        return () -> { };
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
