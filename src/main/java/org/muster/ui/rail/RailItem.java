package org.muster.ui.rail;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.muster.texts.Texts;
import org.muster.ui.table.Scope;

/** One line of the rail: a sign, a name, a count. */
final class RailItem extends ToggleButton {
    /** A number that is not known yet. */
    static final int NOT_KNOWN = -1;

    private final Scope scope;
    private final String name;
    private final Label count = new Label();
    private int counted = NOT_KNOWN;
    private final Texts texts = Texts.of(RailItem.class);

    RailItem(Scope scope, Node sign, String name) {
        this.scope = scope;
        this.name = name;
        Label words = new Label(name);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("rail-name");
        HBox.setHgrow(words, Priority.ALWAYS);
        count.getStyleClass().add("rail-count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(sign, words, count);
        line.getStyleClass().add("rail-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(widthProperty().subtract(16));
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().setAll("rail-item");
        setTooltip(new Tooltip(name));
        say();
    }

    Scope scope() {
        return scope;
    }

    void count(int contacts) {
        if (contacts == counted) {
            return; // asked with each new view, that is with every key in the search field
        }
        counted = contacts;
        say();
    }

    private void say() {
        boolean known = counted != NOT_KNOWN;
        count.setText(known ? texts.get("rail.count", counted) : texts.get("rail.count.notKnown"));
        setAccessibleText(known ? texts.get("rail.accessible", name, counted) : name);
    }

    /** Choosing what is chosen already changes nothing. */
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
