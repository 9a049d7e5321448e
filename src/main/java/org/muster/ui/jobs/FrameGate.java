package org.muster.ui.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import org.muster.ui.work.Background;

/** Lets any amount of news through to the window at most once per pulse, so that a fast job cannot keep the FX thread busy. */
final class FrameGate {
    private final Background background;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AnimationTimer timer;

    /** @param onPulse what to do on the FX thread; it sees everything that happened before the latest {@link #request} */
    FrameGate(Background background, Runnable onPulse) {
        this.background = background;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                asked.set(false);
                onPulse.run();
            }
        };
    }

    /** There is news. From any thread, as often as one likes. */
    void request() {
        if (asked.compareAndSet(false, true)) {
            background.onFx(timer::start);
        }
    }
}
