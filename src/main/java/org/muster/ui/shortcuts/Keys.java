package org.muster.ui.shortcuts;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Ties the shortcuts to what they do. */
public final class Keys {
    private final Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
    private final BooleanSupplier enabled;

    /** @param enabled whether keys of the window work now; not while a sheet lies over it */
    public Keys(BooleanSupplier enabled) {
        this.enabled = enabled;
    }

    public Keys on(Shortcut shortcut, Runnable action) {
        actions.put(shortcut, action);
        return this;
    }

    /** Makes the window's keys work in whatever scene {@code root} is in. */
    public void inWindow(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::beforeText);
        root.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                of(Shortcut.Where.WINDOW).forEach((shortcut, action) -> shortcut.combinations().forEach(before.getAccelerators()::remove));
            }
            if (now != null) {
                install(now);
            }
        });
    }

    /** A text field keeps some keys for itself, such as Ctrl+H, which takes a letter away there. */
    private void beforeText(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl && enabled.getAsBoolean()) {
            of(Shortcut.Where.WINDOW).forEach((shortcut, action) -> {
                if (!e.isConsumed() && shortcut.matches(e)) {
                    action.run();
                    e.consume();
                }
            });
        }
    }

    private void install(Scene scene) {
        of(Shortcut.Where.WINDOW).forEach((shortcut, action) -> shortcut.combinations().forEach(c -> scene.getAccelerators().put(c, () -> {
            if (enabled.getAsBoolean() && !(shortcut.yieldsToText() && scene.getFocusOwner() instanceof TextInputControl)) {
                action.run();
            }
        })));
    }

    /** Makes the table's keys work while {@code table} has the focus, before it takes them itself. */
    public void inTable(Node table) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getTarget() == table) {
                of(Shortcut.Where.TABLE).forEach((shortcut, action) -> {
                    if (!e.isConsumed() && shortcut.matches(e)) {
                        action.run();
                        e.consume();
                    }
                });
            }
        });
    }

    private Map<Shortcut, Runnable> of(Shortcut.Where where) {
        Map<Shortcut, Runnable> some = new EnumMap<>(actions);
        some.keySet().removeIf(s -> s.where() != where);
        return some;
    }
}
