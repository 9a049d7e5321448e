package org.muster.ui.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/**
 * Keeps the keyboard on the topmost sheet. Without it Tab walks off the sheet into the dimmed window, where a key would change what
 * the user does not look at; so does a sheet that disables the control that has the focus.
 */
final class FocusKeeper {
    private final Supplier<Parent> top;
    private Subscription watching = Subscription.EMPTY;
    private Scene scene;
    private Node last;
    private boolean forwards;
    private boolean backwards;

    /** @param top the topmost sheet, or null when none is open */
    FocusKeeper(Supplier<Parent> top) {
        this.top = top;
    }

    /** Watches {@code now} instead of what it watched before; null for nothing. */
    void watch(Scene now) {
        watching.unsubscribe();
        scene = now;
        last = null;
        if (now == null) {
            watching = Subscription.EMPTY;
            return;
        }
        javafx.event.EventHandler<KeyEvent> tab = e -> {
            forwards = e.getCode() == KeyCode.TAB && !e.isShiftDown();
            backwards = e.getCode() == KeyCode.TAB && e.isShiftDown();
        };
        now.addEventFilter(KeyEvent.KEY_PRESSED, tab);
        watching = Subscription.combine(now.focusOwnerProperty().subscribe(this::moved), () -> now.removeEventFilter(KeyEvent.KEY_PRESSED, tab));
    }

    /** Brings the keyboard onto the topmost sheet when it is not there. */
    void bringIn() {
        Parent sheet = top.get();
        if (scene == null || sheet == null || sheet.getScene() != scene || inside(scene.getFocusOwner(), sheet)) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(sheet, stops);
        if (stops.isEmpty()) {
            sheet.requestFocus(); // nothing to type into for the moment, but Esc still reaches the sheet
        } else if (backwards) {
            stops.getLast().requestFocus();
        } else if (!forwards && stops.contains(last)) {
            last.requestFocus();
        } else {
            stops.getFirst().requestFocus();
        }
    }

    private void moved(Node now) {
        Parent sheet = top.get();
        if (sheet == null) {
            return;
        }
        if (inside(now, sheet)) {
            last = now;
        } else {
            Platform.runLater(this::bringIn); // a scene does not take another focus while it is changing its focus
        }
    }

    private static boolean inside(Node node, Parent sheet) {
        Node n = node;
        while (n != null && n != sheet) {
            n = n.getParent();
        }
        return n != null;
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
