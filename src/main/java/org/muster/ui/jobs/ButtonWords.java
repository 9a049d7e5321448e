package org.muster.ui.jobs;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/**
 * Takes the words off buttons of a line while there is no room for them beside what the line says; the signs stay, and name the words when asked.
 *
 * @param buttons those whose sign is understood without words, and does no harm if it is not
 */
record ButtonWords(HBox line, List<Button> buttons) {
    /** Follows the width of the line and what stands in it. */
    void follow() {
        buttons.stream().filter(button -> button.getTooltip() == null).forEach(button -> {
            Tooltip words = new Tooltip();
            words.textProperty().bind(button.textProperty());
            button.setTooltip(words);
        });
        ChangeListener<Object> anew = (p, was, is) -> fit();
        line.widthProperty().addListener(anew);
        line.needsLayoutProperty().addListener(anew);
    }

    private void fit() {
        if (line.getWidth() <= 0) {
            return;
        }
        List<Node> there = line.getChildren().stream().filter(Node::isManaged).toList();
        double whole = line.getInsets().getLeft() + line.getInsets().getRight() + line.getSpacing() * (there.size() - 1)
                + there.stream().mapToDouble(node -> node.prefWidth(-1)).sum() + buttons.stream().filter(Node::isManaged).mapToDouble(ButtonWords::missing).sum();
        ContentDisplay display = whole > line.getWidth() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        buttons.stream().filter(button -> button.getContentDisplay() != display).forEach(button -> button.setContentDisplay(display));
    }

    /** How much wider a button is with its words. */
    private static double missing(Button button) {
        if (button.getContentDisplay() == ContentDisplay.LEFT) {
            return 0;
        }
        Text words = new Text(button.getText());
        words.setFont(button.getFont());
        return Math.ceil(words.getLayoutBounds().getWidth()) + button.getGraphicTextGap();
    }
}
