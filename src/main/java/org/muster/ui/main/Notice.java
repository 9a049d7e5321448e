package org.muster.ui.main;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.texts.Texts;

/** Something that happened while the account was opened and should be read once. It stays above the table until somebody has done so. */
final class Notice extends HBox {
    Notice(String what, String advice) {
        getStyleClass().add("notice");
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("warning-icon");
        Label title = label(what, "strong");
        Label text = label(advice, "muted");
        text.setId("notice-text");
        VBox words = new VBox(title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button read = new Button(null, new FontIcon("fth-x"));
        read.setId("notice-read");
        read.getStyleClass().setAll("icon-button");
        read.setAccessibleText(Texts.of(Notice.class).get("notice.read"));
        read.setOnAction(e -> ((Pane) getParent()).getChildren().remove(this));
        getChildren().addAll(icon, words, read);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
