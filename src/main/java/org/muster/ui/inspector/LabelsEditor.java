package org.muster.ui.inspector;

import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.Label;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** The labels of the contact under edit: chips that can be taken off, and a menu of the others. */
final class LabelsEditor extends FlowPane {
    private final Workspace workspace;
    private final ContactDraft draft;
    private final Runnable onTyped;
    private final Texts texts = Texts.of(LabelsEditor.class);

    LabelsEditor(Workspace workspace, ContactDraft draft, Runnable onTyped) {
        this.workspace = workspace;
        this.draft = draft;
        this.onTyped = onTyped;
        getStyleClass().add("inspector-chips");
        show();
    }

    private void show() {
        getChildren().clear();
        draft.labels().stream().filter(l -> !l.equals(Label.MY_CONTACTS)).map(this::chip).forEach(getChildren()::add);
        MenuButton add = new MenuButton(texts.get("edit.addLabel"));
        add.setId("add-label");
        add.getStyleClass().addAll("flat", "add-label");
        workspace.labels().stream()
                .filter(l -> l.assignable() && !l.resourceName().equals(Label.MY_CONTACTS) && !draft.labels().contains(l.resourceName()))
                .map(this::item)
                .forEach(add.getItems()::add);
        add.setDisable(add.getItems().isEmpty());
        getChildren().add(add);
    }

    private Button chip(String label) {
        String name = workspace.label(label).map(Label::name).orElse(label);
        Button chip = new Button(name, new FontIcon("fth-x"));
        chip.getStyleClass().setAll("chip", "chip-button");
        chip.setAccessibleText(texts.get("edit.removeLabel", name));
        chip.setOnAction(e -> {
            draft.removeLabel(label);
            changed();
        });
        return chip;
    }

    private MenuItem item(Label label) {
        MenuItem item = new MenuItem(label.name());
        item.setOnAction(e -> {
            draft.addLabel(label.resourceName());
            changed();
        });
        return item;
    }

    private void changed() {
        show();
        getChildren().getLast().requestFocus();
        onTyped.run();
    }
}
