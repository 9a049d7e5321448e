package org.muster.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.muster.contacts.SubField;
import org.muster.texts.Texts;

/** The control for one part of a value, after the part's kind. */
final class PartInput {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ItemDraft item;
    private final SubField part;
    private final Runnable onTyped;
    private final Texts texts = Texts.of(PartInput.class);
    private final Node node;

    PartInput(ItemDraft item, SubField part, Runnable onTyped) {
        this.item = item;
        this.part = part;
        this.onTyped = onTyped;
        String label = item.field().label(part);
        this.node = switch (part.kind()) {
            case TEXT, NUMBER, LABEL -> text(new TextField(), label);
            case DATE -> text(new TextField(), texts.get("edit.date.prompt", label));
            case LONG_TEXT -> longText(label);
            case TYPE -> suggestions(label);
            case CHOICE -> choice(label);
            case FLAG -> flag(label);
        };
        node.setAccessibleText(label);
        node.setId("input-" + part.path().replace('.', '-'));
        node.getStyleClass().add("part-input");
    }

    Node node() {
        return node;
    }

    private void typed(String text) {
        item.type(part, text);
        node.pseudoClassStateChanged(WRONG, !item.accepts(part));
        onTyped.run();
    }

    private <T extends TextInputControl> T text(T input, String prompt) {
        input.setText(item.text(part));
        input.setPromptText(prompt);
        input.textProperty().subscribe((before, now) -> typed(now));
        return input;
    }

    private TextArea longText(String label) {
        TextArea area = text(new TextArea(), label);
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(item.text(part).lines().count() + 1, 2, 6));
        return area;
    }

    private ComboBox<String> suggestions(String label) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(part.known());
        box.setEditable(true);
        box.setPromptText(label);
        box.getEditor().setText(item.text(part));
        box.setValue(item.text(part));
        box.getEditor().textProperty().subscribe((before, now) -> typed(now));
        return box;
    }

    private ComboBox<String> choice(String label) {
        ComboBox<String> box = new PrefixSelectionComboBox<>();
        List<String> choices = new ArrayList<>(part.known());
        choices.addFirst("");
        box.getItems().setAll(choices);
        box.setPromptText(label);
        box.setValue(item.text(part));
        box.valueProperty().subscribe((before, now) -> typed(now == null ? "" : now));
        return box;
    }

    private CheckBox flag(String label) {
        CheckBox box = new CheckBox(label);
        box.setSelected(item.text(part).equals("true"));
        box.selectedProperty().subscribe((before, now) -> typed(now ? "true" : ""));
        return box;
    }
}
