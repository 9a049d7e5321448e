package org.muster.ui.shortcuts;

import java.util.Arrays;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;
import org.muster.ui.sheet.Sheet;
import org.muster.ui.sheet.Sheets;

/** The list of every key. */
public final class ShortcutSheet implements Sheet {
    private final Sheets sheets;
    private final Texts texts = Texts.of(ShortcutSheet.class);
    private final Parent view;

    @FXML private FlowPane groups;
    @FXML private Button close;

    public ShortcutSheet(Sheets sheets) {
        this.sheets = sheets;
        this.view = Fxml.load(this);
        Arrays.stream(Shortcut.Group.values()).map(this::group).forEach(groups.getChildren()::add);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        close.requestFocus();
    }

    @FXML
    private void close() {
        sheets.requestClose();
    }

    private VBox group(Shortcut.Group group) {
        Label title = new Label(texts.get("group." + group.name()));
        title.getStyleClass().add("section-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("shortcut-group");
        Arrays.stream(Shortcut.values()).filter(s -> s.group() == group).map(ShortcutSheet::line).forEach(box.getChildren()::add);
        return box;
    }

    private static HBox line(Shortcut shortcut) {
        Label words = new Label(shortcut.words());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(words, between);
        line.getStyleClass().add("shortcut-line");
        List.copyOf(shortcut.combinations()).forEach(c -> {
            Label key = new Label(c.getDisplayText());
            key.getStyleClass().add("key-cap");
            line.getChildren().add(key);
        });
        return line;
    }
}
