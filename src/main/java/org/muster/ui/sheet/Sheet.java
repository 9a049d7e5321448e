package org.muster.ui.sheet;

import javafx.scene.Parent;

/** Something that slides over the window and asks one thing. */
public interface Sheet {
    /** The whole sheet, its title and buttons included. */
    Parent view();

    /** Called once it is on screen: put the focus where the user starts. */
    default void shown() {}

    /**
     * Called when the user wants it gone (Esc, the cross). Answer {@code false} to stay, for example to ask first whether typed work
     * may go.
     */
    default boolean mayClose() {
        return true;
    }

    /** What Ctrl+Enter does, wherever on the sheet the keyboard is: the same as its main button. Also called while that button is disabled. */
    default void mainAction() {}

    /** Called when it is gone, whatever the way: stop what still runs for it. */
    default void closed() {}
}
