package org.muster.ui.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** The values of a contact, to read and to copy. */
final class ReadPane extends VBox {
    /** Characters beyond which what a value is, such as a job, stands below it instead of beside it, where it would be cut. */
    private static final int SHORT_ASIDE = 14;

    private final Workspace workspace;
    private final Texts texts = Texts.of(ReadPane.class);

    ReadPane(Workspace workspace, Shown shown) {
        this.workspace = workspace;
        getStyleClass().add("inspector-values");
        for (Shown.Section section : shown.sections()) {
            Node body = section.field() == PersonField.MEMBERSHIPS ? labels(section) : lines(section);
            if (body != null) {
                getChildren().add(new VBox(title(section.field().label()), body));
            }
        }
        if (!shown.fromProfile().isEmpty()) {
            VBox box = new VBox(title(texts.get("inspector.profile")));
            shown.fromProfile().forEach(line -> box.getChildren().add(profileLine(line)));
            getChildren().add(box);
        }
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().addAll("section-title", "inspector-title");
        return title;
    }

    private VBox lines(Shown.Section section) {
        VBox box = new VBox();
        section.lines().forEach(line -> box.getChildren().add(line(line)));
        return box;
    }

    private HBox line(Shown.Line line) {
        Label value = new Label(line.text());
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        Label aside = new Label(line.aside());
        aside.getStyleClass().addAll("muted", "small");
        aside.setVisible(!line.aside().isEmpty());
        aside.setManaged(aside.isVisible());
        HBox row = new HBox();
        if (line.aside().length() > SHORT_ASIDE) {
            aside.setWrapText(true);
            aside.setMinHeight(USE_PREF_SIZE);
            VBox words = new VBox(value, aside);
            HBox.setHgrow(words, Priority.ALWAYS);
            row.getChildren().setAll(words, copyButton(line));
        } else {
            aside.getStyleClass().add("inspector-aside");
            row.getChildren().setAll(value, copyButton(line), aside);
        }
        row.getStyleClass().add("inspector-line");
        return row;
    }

    private Button copyButton(Shown.Line line) {
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().setAll("icon-button", "copy-button");
        copy.setAccessibleText(texts.get("inspector.copy", line.field().label(), line.text()));
        copy.setTooltip(new Tooltip(texts.get("inspector.copy.tip")));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(line.text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private HBox profileLine(Shown.Line line) {
        Label value = new Label(line.field() == PersonField.PHOTOS || line.field() == PersonField.COVER_PHOTOS ? line.field().label() : texts.get("inspector.profile.line", line.field().label(), line.text()));
        value.getStyleClass().add("muted");
        value.setMaxWidth(Double.MAX_VALUE);
        value.setTooltip(new Tooltip(line.text()));
        HBox.setHgrow(value, Priority.ALWAYS);
        Label aside = new Label(texts.get("inspector.profile.aside"));
        aside.getStyleClass().addAll("muted", "small", "inspector-aside");
        HBox row = new HBox(value, aside);
        row.getStyleClass().add("inspector-line");
        return row;
    }

    private FlowPane labels(Shown.Section section) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("inspector-chips");
        section.lines().stream()
                .filter(l -> !l.text().equals(org.muster.contacts.Label.MY_CONTACTS))
                .forEach(l -> {
                    Label chip = new Label(workspace.label(l.text()).map(org.muster.contacts.Label::name).orElse(l.text()));
                    chip.getStyleClass().add("chip");
                    chips.getChildren().add(chip);
                });
        return chips.getChildren().isEmpty() ? null : chips;
    }
}
