package org.muster.ui.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;
import org.muster.ui.workspace.Workspace;

/** The form of a contact under edit: the usual fields and those that say something, the others from a menu. */
final class EditPane extends VBox {
    private static final Set<PersonField> USUAL = Set.of(
            PersonField.NAMES, PersonField.EMAIL_ADDRESSES, PersonField.PHONE_NUMBERS, PersonField.ORGANIZATIONS, PersonField.MEMBERSHIPS, PersonField.BIRTHDAYS, PersonField.BIOGRAPHIES);

    private final Workspace workspace;
    private final ContactDraft draft;
    private final Runnable onTyped;
    private final Texts texts = Texts.of(EditPane.class);
    private final Map<PersonField, VBox> sections = new EnumMap<>(PersonField.class);
    private final VBox fields = new VBox();
    private Node typedInto;
    private final MenuButton addField = new MenuButton(texts.get("edit.addField"), new FontIcon("fth-plus"));

    EditPane(Workspace workspace, ContactDraft draft, Runnable onTyped) {
        this.workspace = workspace;
        this.draft = draft;
        this.onTyped = onTyped;
        getStyleClass().add("inspector-values");
        fields.getStyleClass().add("inspector-values");
        draft.editable().fields().stream().filter(f -> USUAL.contains(f) || !draft.items(f).isEmpty()).forEach(this::showField);
        addField.setId("add-field");
        addField.getStyleClass().add("flat");
        getChildren().setAll(fields, addField);
        fillMenu();
    }

    /** Puts the keyboard into the first field. */
    void focus() {
        sections.values().stream().flatMap(box -> editors(box).stream()).findFirst().ifPresent(ItemEditor::focus);
    }

    /** Notes where the keyboard is, before everything here is disabled for a while. */
    void rememberFocus() {
        typedInto = getScene().getFocusOwner();
    }

    /** Puts the keyboard where it was. */
    void restoreFocus() {
        if (typedInto != null && typedInto.getScene() != null && !typedInto.isDisabled()) {
            typedInto.requestFocus();
        } else {
            focus();
        }
    }

    private static List<ItemEditor> editors(VBox section) {
        return section.getChildren().stream().filter(ItemEditor.class::isInstance).map(ItemEditor.class::cast).toList();
    }

    private void showField(PersonField field) {
        VBox section = new VBox();
        section.getStyleClass().add("edit-section");
        sections.put(field, section);
        int place = (int) sections.keySet().stream().filter(f -> f.ordinal() < field.ordinal()).count();
        fields.getChildren().add(place, section);
        fill(field);
        if (field == PersonField.NAMES && draft.items(field).isEmpty()) {
            add(field);
        }
    }

    private void fill(PersonField field) {
        VBox section = sections.get(field);
        section.getChildren().setAll(head(field));
        if (field == PersonField.MEMBERSHIPS) {
            section.getChildren().add(new LabelsEditor(workspace, draft, onTyped));
            return;
        }
        draft.items(field).forEach(item -> section.getChildren().add(new ItemEditor(item, onTyped, this::remove)));
    }

    private Node head(PersonField field) {
        Label title = new Label(field.label());
        title.getStyleClass().addAll("section-title", "inspector-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(title, between);
        head.getStyleClass().add("edit-head");
        if (field != PersonField.MEMBERSHIPS && draft.takesMore(field)) {
            Button add = new Button(null, new FontIcon("fth-plus"));
            add.getStyleClass().setAll("icon-button");
            add.setId("add-" + field.path());
            add.setAccessibleText(texts.get("edit.add", field.label()));
            add.setTooltip(new javafx.scene.control.Tooltip(add.getAccessibleText()));
            add.setOnAction(e -> {
                add(field);
                editors(sections.get(field)).getLast().focus();
            });
            head.getChildren().add(add);
        }
        return head;
    }

    private void add(PersonField field) {
        draft.add(field);
        fill(field);
        onTyped.run();
    }

    private void remove(ItemEditor editor) {
        draft.remove(editor.item());
        fill(editor.item().field());
        onTyped.run();
        sections.get(editor.item().field()).requestFocus();
    }

    private void fillMenu() {
        addField.getItems().setAll(draft.editable().fields().stream().filter(f -> !sections.containsKey(f)).map(this::menuItem).toList());
        addField.setVisible(!addField.getItems().isEmpty());
        addField.setManaged(addField.isVisible());
    }

    private MenuItem menuItem(PersonField field) {
        MenuItem item = new MenuItem(field.label());
        item.setOnAction(e -> {
            showField(field);
            add(field);
            fillMenu();
            editors(sections.get(field)).getLast().focus();
        });
        return item;
    }
}
