package org.muster.ui.jobs;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;

/**
 * Keeps the keyboard with the buttons that hold a job and let it go on, of which one takes another's place. By itself a button that goes hands the keyboard to its
 * neighbour, and a key pressed once too often would cancel the job.
 */
final class SteadyFocus {
    private final List<? extends ButtonBase> buttons;
    private final MenuButton shelter;
    private boolean sheltered;

    /**
     * @param buttons the first of them that can be used gets the keyboard
     * @param shelter has it while there is none of them
     */
    SteadyFocus(List<? extends ButtonBase> buttons, MenuButton shelter) {
        this.buttons = buttons;
        this.shelter = shelter;
    }

    /** Shows, hides or disables the buttons. */
    void during(Runnable update) {
        boolean held = buttons.stream().anyMatch(ButtonBase::isFocused) || sheltered && shelter.isFocused();
        update.run();
        sheltered = false;
        if (!held || buttons.stream().anyMatch(button -> button.isFocused() && usable(button))) {
            return;
        }
        Optional<? extends ButtonBase> next = buttons.stream().filter(SteadyFocus::usable).findFirst();
        next.ifPresent(ButtonBase::requestFocus);
        if (next.isEmpty() && usable(shelter)) {
            shelter.requestFocus();
            sheltered = true;
        }
    }

    private static boolean usable(ButtonBase button) {
        return button.isVisible() && !button.isDisabled();
    }
}
