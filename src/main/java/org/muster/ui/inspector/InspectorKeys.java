package org.muster.ui.inspector;

import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.muster.ui.shortcuts.Shortcut;

/** The inspector's keys: F2 begins an edit, Ctrl+Enter saves it, Esc gives it up. */
record InspectorKeys(BooleanSupplier reading, BooleanSupplier editing, Runnable edit, Runnable save, Runnable cancel) implements EventHandler<KeyEvent> {
    @Override
    public void handle(KeyEvent e) {
        if (editing.getAsBoolean() && Shortcut.MAIN_ACTION.matches(e)) {
            save.run();
            e.consume();
        } else if (editing.getAsBoolean() && e.getCode() == KeyCode.ESCAPE) {
            cancel.run();
            e.consume();
        } else if (reading.getAsBoolean() && e.getCode() == KeyCode.F2) {
            edit.run();
            e.consume();
        }
    }
}
