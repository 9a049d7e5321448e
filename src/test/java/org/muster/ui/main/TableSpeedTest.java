package org.muster.ui.main;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.contacts.PersonField;
import org.muster.ui.OnFx;
import org.muster.ui.sheet.Sheets;
import org.muster.ui.table.SortKey;
import org.muster.ui.theme.Theme;
import org.muster.ui.work.Background;
import org.muster.ui.work.VirtualThreads;
import org.muster.ui.workspace.Workspace;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Prints how much time of the FX thread (processor time, without the drawing of the next frame) is taken by a key in the search field and by a sort, at 25,000 rows. Asserts nothing about time. */
@Tag("speed")
@ExtendWith(ApplicationExtension.class)
class TableSpeedTest {
    private static final int ROWS = 25_000;

    /** Measures what is done on the FX thread with a result. */
    private static final class Stopwatch implements Background {
        private final Background real = new VirtualThreads();
        private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

        @Override
        public <T> Running start(Callable<T> work, Consumer<? super T> onDone, Consumer<Throwable> onBug) {
            return real.start(work, result -> {
                long from = cpu();
                onDone.accept(result);
                nanos.add(cpu() - from);
            }, onBug);
        }

        @Override
        public void onFx(Runnable action) {
            real.onFx(action);
        }
    }

    /** Processor time of the calling thread: what else the machine does shall not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private final Stopwatch stopwatch = new Stopwatch();
    private Workspace workspace;
    private MainWindow window;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Theme theme = new Theme();
        theme.install();
        workspace = new FakeAccount(People.many(ROWS)).workspace(stopwatch);
        window = new MainWindow(workspace, new RecordingScreens(), new Sheets(), new HBox(), theme, anchor -> { });
        Scene scene = new Scene(window.view(), 960, 720);
        theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void keysAndSorts() {
        OnFx.fx(workspace::reload);
        OnFx.until(() -> window.model().viewProperty().get().total() == ROWS);
        String text = "maria silva has:email";
        measure("key", () -> {
            for (int round = 0; round < 3; round++) {
                for (int i = 1; i <= text.length(); i++) {
                    String typed = text.substring(0, i);
                    one(() -> window.model().searchTextProperty().set(typed), () -> window.model().viewProperty().get().filter().query().text().equals(typed.strip()));
                }
            }
        });
        OnFx.fx(() -> window.model().searchTextProperty().set(""));
        OnFx.until(() -> window.model().viewProperty().get().matched().size() == ROWS);
        measure("sort", () -> {
            for (int round = 0; round < 10; round++) {
                List<SortKey> order = List.of(new SortKey(round % 4 < 2 ? PersonField.EMAIL_ADDRESSES : PersonField.NAMES, round % 2 == 0));
                one(() -> window.model().sortProperty().set(order), () -> window.model().viewProperty().get().sort().equals(order));
            }
        });
        OnFx.fx(stage::hide);
    }

    /** The change itself on the FX thread, then waiting for what comes of it. */
    private void one(Runnable change, Callable<Boolean> done) {
        OnFx.fx(() -> {
            long from = cpu();
            change.run();
            stopwatch.nanos.add(cpu() - from);
        });
        OnFx.until(done);
    }

    private void measure(String what, Runnable run) {
        run.run();
        stopwatch.nanos.clear();
        run.run();
        List<Long> sorted = stopwatch.nanos.stream().sorted().toList();
        System.out.printf("%-5s on the FX thread, %d rows: median %.1f ms, p99 %.1f ms, max %.1f ms%n", what, ROWS, sorted.get(sorted.size() / 2) / 1e6, sorted.get((int) (sorted.size() * 0.99)) / 1e6, sorted.getLast() / 1e6);
    }
}
