package org.muster.ui.jobs;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;

/**
 * Where the keyboard lands that is sent to the drawer: on the first button of the job at work, else on the list, else on what opens it.
 *
 * @param current the line of the job on the bar
 * @param list the other jobs and the contacts that did not make it
 * @param toggle opens the drawer
 */
record DrawerFocus(Parent current, ListView<?> list, Node toggle) {
    /** Passes the keyboard on whenever {@code drawer} itself gets it. */
    void follow(Parent drawer, BooleanSupplier atWork) {
        drawer.focusedProperty().subscribe(focused -> {
            if (focused) {
                Platform.runLater(() -> { // a scene does not take another focus while it is changing its focus
                    if (drawer.isFocused()) {
                        land(atWork.getAsBoolean());
                    }
                });
            }
        });
    }

    private void land(boolean atWork) {
        Node fallback = list.isVisible() ? list : toggle;
        Node target = atWork ? current.getChildrenUnmodifiable().stream().filter(DrawerFocus::usable).findFirst().orElse(fallback) : fallback;
        target.requestFocus();
        if (target == list && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst(); // without a chosen row nothing shows that the keyboard is here
        }
    }

    private static boolean usable(Node node) {
        return node instanceof ButtonBase && node.isVisible() && !node.isDisabled();
    }
}
