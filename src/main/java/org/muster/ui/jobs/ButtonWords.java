package org.muster.ui.jobs;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

/** Takes the words off the buttons of a line while there is no room for them beside what the line says; the signs stay, and name the words when asked. */
record ButtonWords(HBox line) {
    /** Follows the width of the line and what stands in it. */
    void follow() {
        buttons().forEach(button -> {
            Tooltip words = new Tooltip();
            words.textProperty().bind(button.textProperty());
            button.setTooltip(words);
        });
        ChangeListener<Object> anew = (p, was, is) -> fit();
        line.widthProperty().addListener(anew);
        line.needsLayoutProperty().addListener(anew);
    }

    private Stream<Button> buttons() {
        return line.getChildren().stream().filter(Button.class::isInstance).map(Button.class::cast).filter(button -> button.getStyleClass().contains("job-button") && (button.getTooltip() == null || button.getTooltip().textProperty().isBound()));
    }

    private void fit() {
        if (line.getWidth() <= 0) {
            return;
        }
        List<Node> there = line.getChildren().stream().filter(Node::isManaged).toList();
        double whole = line.getInsets().getLeft() + line.getInsets().getRight() + line.getSpacing() * (there.size() - 1)
                + there.stream().mapToDouble(node -> node.prefWidth(-1)).sum() + buttons().filter(Node::isManaged).mapToDouble(ButtonWords::missing).sum();
        ContentDisplay display = whole > line.getWidth() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        buttons().filter(button -> button.getContentDisplay() != display).forEach(button -> button.setContentDisplay(display));
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
