package org.muster.ui.jobs;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;

/**
 * Keeps the keyboard where a key pressed once too often does no harm. By itself a button that goes hands it to its neighbour: after Pause that is the one that
 * cancels the job, after Cancel the one that puts it away with the list of what was not done.
 */
final class SteadyFocus {
    private final List<ButtonBase> leading;
    private final List<ButtonBase> leaving;
    private final List<ButtonBase> shelters;
    private boolean sheltered;

    /**
     * @param leading buttons that take each other's place; the first that can be used gets the keyboard
     * @param leaving other buttons whose keyboard is looked after when they go
     * @param shelters have the keyboard, the first that can be used, while there is none of the leading
     */
    SteadyFocus(List<ButtonBase> leading, List<ButtonBase> leaving, List<ButtonBase> shelters) {
        this.leading = leading;
        this.leaving = leaving;
        this.shelters = shelters;
    }

    /** Shows, hides or disables the buttons. */
    void during(Runnable update) {
        boolean held = Stream.concat(leading.stream(), leaving.stream()).anyMatch(ButtonBase::isFocused) || sheltered && shelters.stream().anyMatch(ButtonBase::isFocused);
        update.run();
        sheltered = false;
        if (!held || Stream.concat(leading.stream(), leaving.stream()).anyMatch(button -> button.isFocused() && usable(button))) {
            return;
        }
        sheltered = leading.stream().noneMatch(SteadyFocus::usable);
        (sheltered ? shelters : leading).stream().filter(SteadyFocus::usable).findFirst().ifPresent(ButtonBase::requestFocus);
    }

    private static boolean usable(ButtonBase button) {
        return button.isVisible() && !button.isDisabled();
    }
}
