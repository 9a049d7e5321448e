package org.muster.app.tour;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Leads through the window from a thread of its own: acts on the FX thread, waits for what it shows, takes pictures. */
final class Guide {
    private static final int PATIENCE_SECONDS = 180;
    /** Layout, styles and popups need a few pulses until they stand still. */
    private static final int STILL_PULSES = 6;

    private final Stage stage;
    private final Camera camera;

    Guide(Stage stage, Camera camera) {
        this.stage = stage;
        this.camera = camera;
    }

    /** Runs something on the FX thread and waits for it. */
    <T> T onFx(Callable<T> action) throws InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return await(done, "the window to act");
    }

    /** Runs something on the FX thread and waits for it. */
    void act(Runnable action) throws InterruptedException {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    /** Presses the button, tick box or link with this id, in the window or in a popup over it. */
    void press(String id) throws InterruptedException {
        until(() -> ready(id), "“" + id + "” to be ready");
        act(() -> ((ButtonBase) find(id)).fire());
    }

    /** Whether the button with this id can be pressed. On the FX thread. */
    boolean ready(String id) {
        return find(id) instanceof ButtonBase button && !button.isDisabled();
    }

    /** Whether something with this id is to be seen. On the FX thread. */
    boolean there(String id) {
        return find(id) != null;
    }

    /** Whether the list or table with this id has rows. On the FX thread. */
    boolean filled(String id) {
        return switch (find(id)) {
            case ListView<?> list -> !list.getItems().isEmpty();
            case TableView<?> table -> !table.getItems().isEmpty();
            case null, default -> false;
        };
    }

    /** Chooses a row of the list with this id. On the FX thread. */
    void choose(String id, int row) {
        ((ListView<?>) find(id)).getSelectionModel().clearAndSelect(row);
    }

    /** The text field with this id. On the FX thread. */
    TextInputControl text(String id) {
        return (TextInputControl) find(id);
    }

    /** What the button with this id says. On the FX thread. */
    String words(String id) {
        return ((Labeled) find(id)).getText();
    }

    private Node find(String id) {
        for (Window window : Window.getWindows()) {
            Node found = window instanceof PopupWindow || window == stage ? window.getScene().getRoot().lookup("#" + id) : null;
            if (found != null && seen(found)) {
                return found;
            }
        }
        return null;
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the window shows something; looked at once a pulse. */
    void until(BooleanSupplier shown, String what) throws InterruptedException {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        AnimationTimer watch = new AnimationTimer() {
            @Override
            public void handle(long now) {
                try {
                    if (shown.getAsBoolean()) {
                        seen.complete(null);
                    }
                } catch (RuntimeException e) {
                    seen.completeExceptionally(e);
                }
            }
        };
        Platform.runLater(watch::start);
        try {
            await(seen, what);
        } finally {
            Platform.runLater(watch::stop);
        }
    }

    /** Saves what the window shows, once it stands still. */
    void picture(String name) throws InterruptedException, IOException {
        int[] pulses = {0};
        until(() -> ++pulses[0] > STILL_PULSES, "the window to stand still");
        camera.keep(onFx(() -> Camera.look(stage)), name);
    }

    private static <T> T await(CompletableFuture<T> future, String what) throws InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("waited in vain for " + what, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("failed while waiting for " + what, e.getCause());
        }
    }
}
