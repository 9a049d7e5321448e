package org.muster.ui.sheet;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows sheets over the window, the newest on top, and gives the focus back when they go. Esc asks the topmost to close, Ctrl+Enter does its main action. */
public final class Sheets {
    /** Does the main action of the topmost sheet. */
    public static final KeyCombination MAIN_ACTION = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** Below this width of the window, in pixels, sheets leave less of it free around them. */
    private static final double NARROW_WIDTH = 1100;

    private record Open(Sheet sheet, Region shadow, Node focusBefore) {}

    private final ModalPane pane = new ModalPane();
    private final StackPane holder = new StackPane();
    private final Deque<Open> open = new ArrayDeque<>();
    private Runnable home = () -> {};
    private final FocusKeeper focus = new FocusKeeper(() -> open.isEmpty() ? null : open.peek().sheet().view());

    public Sheets() {
        pane.setId("sheets");
        pane.setPersistent(true);
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.setAlignment(Pos.CENTER);
        holder.getStyleClass().add("sheet-holder");
        holder.setPickOnBounds(false);
        pane.sceneProperty().subscribe(focus::watch);
        pane.widthProperty().subscribe(width -> holder.pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_WIDTH));
        pane.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !open.isEmpty() && e.getTarget() instanceof Node target && !popupOpen(target)) {
                e.consume();
                requestClose();
            } else if (MAIN_ACTION.match(e) && !open.isEmpty()) {
                e.consume();
                open.peek().sheet().mainAction();
            }
        });
    }

    /** The layer to lay over the window's content. */
    public Node layer() {
        return pane;
    }

    /** @param home puts the keyboard where it belongs once a sheet has done its work and none is left */
    public void setHome(Runnable home) {
        this.home = home;
    }

    /** Whether a sheet is open. */
    public boolean anyOpen() {
        return !open.isEmpty();
    }

    /** Lays {@code sheet} over whatever is open. */
    public void show(Sheet sheet) {
        Node focused = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        if (!open.isEmpty()) {
            open.peek().sheet().view().setDisable(true);
        }
        sheet.view().getStyleClass().add("sheet");
        Region shadow = shadowOf(sheet.view());
        open.push(new Open(sheet, shadow, focused));
        holder.getChildren().addAll(shadow, sheet.view());
        if (open.size() == 1) {
            pane.show(holder);
        }
        sheet.view().applyCss(); // what stands in a scroll pane is part of the scene, and can be focused, only from then on
        sheet.shown();
        focus.bringIn();
    }

    /**
     * Closes the topmost sheet if it agrees.
     *
     * @return whether it did; a sheet that wants to ask first stays
     */
    public boolean requestClose() {
        if (open.isEmpty() || !open.peek().sheet().mayClose()) {
            return false;
        }
        close(open.peek().sheet());
        return true;
    }

    /** Closes {@code sheet} without asking it. Does nothing when it is not open. */
    public void close(Sheet sheet) {
        Open found = open.stream().filter(o -> o.sheet() == sheet).findFirst().orElse(null);
        if (found == null) {
            return;
        }
        open.remove(found);
        holder.getChildren().removeAll(sheet.view(), found.shadow());
        if (open.isEmpty()) {
            pane.hide(true);
        } else {
            open.peek().sheet().view().setDisable(false);
        }
        sheet.closed();
        if (found.focusBefore() != null && found.focusBefore().getScene() != null) {
            found.focusBefore().requestFocus();
        }
    }

    /**
     * Closes {@code sheet}, whose work is on its way. The control it was opened with may stand for something else now, or offer the same once more to a
     * key pressed once too often: the keyboard goes home instead, unless another sheet lies below.
     */
    public void closeDone(Sheet sheet) {
        boolean was = open.stream().anyMatch(o -> o.sheet() == sheet);
        close(sheet);
        if (was && open.isEmpty()) {
            home.run();
        }
    }

    /**
     * The shadow lies behind the sheet as a picture of its own. On the sheet itself the whole of it would be drawn and blurred anew with every key typed,
     * a tenth of a second without a graphics card.
     */
    private static Region shadowOf(Parent view) {
        Region shadow = new Region();
        shadow.getStyleClass().add("sheet-shadow");
        shadow.setManaged(false);
        shadow.setMouseTransparent(true);
        shadow.setCache(true);
        view.layoutXProperty().subscribe(x -> fit(shadow, view));
        view.layoutYProperty().subscribe(y -> fit(shadow, view));
        view.layoutBoundsProperty().subscribe(b -> fit(shadow, view));
        return shadow;
    }

    private static void fit(Region shadow, Parent view) {
        Bounds size = view.getLayoutBounds();
        shadow.resizeRelocate(view.getLayoutX(), view.getLayoutY(), size.getWidth(), size.getHeight());
    }

    /** A drop-down that is open takes Esc for itself. */
    private static boolean popupOpen(Node target) {
        for (Node n = target; n != null && !(n instanceof ScrollPane); n = n.getParent()) {
            if (n instanceof javafx.scene.control.ComboBoxBase<?> box && box.isShowing()) {
                return true;
            }
        }
        return false;
    }
}
