package org.muster.ui.main;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * Leaves out of a line what is also said elsewhere, so that the rest of it is not cut off in a narrow window.
 *
 * @param line its nodes other than labels count with the width they have when they are shown
 * @param shortened comes first to give way: it is cut short, and goes when there is next to nothing left of it
 * @param dispensable goes next
 */
record Squeeze(HBox line, Label shortened, Label dispensable) {
    /** Below this many pixels a cut text says nothing. */
    private static final double WORTH_SHOWING = 48;

    /** Follows the width of the line and what stands in it. */
    void follow() {
        ChangeListener<Object> anew = (p, was, is) -> fit();
        line.widthProperty().addListener(anew);
        line.needsLayoutProperty().addListener(anew);
        fit();
    }

    private void fit() {
        if (line.getWidth() <= 0) {
            return;
        }
        List<Node> fixed = line.getChildren().stream().filter(node -> node != shortened && node != dispensable && node.isManaged()).toList();
        double free = line.getWidth() - line.getInsets().getLeft() - line.getInsets().getRight();
        for (Node node : fixed) {
            free -= node.prefWidth(-1) + line.getSpacing();
        }
        free += line.getSpacing();
        double both = dispensable.prefWidth(-1) + line.getSpacing();
        show(dispensable, free >= both);
        show(shortened, free - both >= line.getSpacing() + Math.min(WORTH_SHOWING, shortened.prefWidth(-1)));
    }

    private static void show(Node node, boolean there) {
        if (node.isManaged() != there) {
            node.setManaged(there);
            node.setVisible(there);
        }
    }
}
