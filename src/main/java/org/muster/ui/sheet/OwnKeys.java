package org.muster.ui.sheet;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;

/**
 * Keeps the keys pressed in a drop-down within it. The toolkit hands those that nobody takes there to whatever had the focus in the window below: a letter typed to choose from a list would be
 * written into a cell that nobody looks at.
 */
public final class OwnKeys {
    private OwnKeys() {}

    /** Keeps them all, but for Esc, which puts the drop-down away. */
    public static void keep(PopupWindow popup) {
        popup.addEventHandler(KeyEvent.ANY, e -> {
            if (e.getCode() != KeyCode.ESCAPE) {
                e.consume();
            }
        });
    }
}
