package org.muster.ui.inspector;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;
import org.muster.texts.Texts;

/** One value under edit: its usual parts, the others behind a link, and a way to take it out. */
final class ItemEditor extends VBox {
    private static final Set<String> USUAL = Set.of(
            "givenName", "familyName", "streetAddress", "city", "postalCode", "country",
            "organizations.name", "organizations.title", "key", "date", "protocol", "value", "person", "username", "url");

    /** Parts that say how a value is kept, not what it is. */
    private static final Set<String> INTERNAL = Set.of("biographies.contentType");

    private final ItemDraft item;
    private final Runnable onTyped;
    private final Texts texts = Texts.of(ItemEditor.class);
    private PartInput first;

    ItemEditor(ItemDraft item, Runnable onTyped, Consumer<ItemEditor> onRemove) {
        this.item = item;
        this.onTyped = onTyped;
        getStyleClass().add("item-editor");
        List<SubField> shown = item.field().subFields().stream().filter(this::usual).toList();
        List<SubField> others = item.field().subFields().stream().filter(p -> !shown.contains(p) && !item.shadowed(p) && !INTERNAL.contains(p.path())).toList();
        addLines(shown, others, onRemove);
    }

    ItemDraft item() {
        return item;
    }

    void focus() {
        first.node().requestFocus();
    }

    private boolean usual(SubField part) {
        if (item.shadowed(part)) {
            return false;
        }
        return part.equals(item.field().mainSubField())
                || USUAL.contains(part.name())
                || USUAL.contains(part.path())
                || typePart(part)
                || !item.text(part).isEmpty() && !INTERNAL.contains(part.path());
    }

    /** The kind of a value, to stand beside it. */
    private boolean typePart(SubField part) {
        return part.name().equals("type") && part.kind() == SubFieldKind.TYPE && item.field() != PersonField.ORGANIZATIONS;
    }

    private void addLines(List<SubField> shown, List<SubField> others, Consumer<ItemEditor> onRemove) {
        first = new PartInput(item, shown.getFirst(), onTyped);
        HBox line = new HBox(first.node());
        line.getStyleClass().add("item-line");
        HBox.setHgrow(first.node(), Priority.ALWAYS);
        shown.stream().filter(this::typePart).findFirst().ifPresent(type -> {
            PartInput input = new PartInput(item, type, onTyped);
            input.node().getStyleClass().add("type-input");
            line.getChildren().add(input.node());
        });
        if (!others.isEmpty()) {
            line.getChildren().add(moreButton(others));
        }
        line.getChildren().add(removeButton(onRemove));
        getChildren().add(line);
        shown.stream().skip(1).filter(p -> !typePart(p)).forEach(p -> {
            PartInput input = new PartInput(item, p, onTyped);
            HBox indented = new HBox(input.node());
            indented.getStyleClass().add("item-line");
            HBox.setHgrow(input.node(), Priority.ALWAYS);
            getChildren().add(indented);
        });
    }

    private Button moreButton(List<SubField> others) {
        Button more = new Button(null, new FontIcon("fth-more-horizontal"));
        more.getStyleClass().setAll("icon-button");
        more.setAccessibleText(texts.get("edit.more", item.field().label()));
        more.setTooltip(new Tooltip(more.getAccessibleText()));
        more.setOnAction(e -> {
            int at = getChildren().size();
            others.forEach(part -> getChildren().add(new PartInput(item, part, onTyped).node()));
            more.setVisible(false);
            more.setManaged(false);
            getChildren().get(at).requestFocus();
        });
        return more;
    }

    private Button removeButton(Consumer<ItemEditor> onRemove) {
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.getStyleClass().setAll("icon-button");
        remove.setAccessibleText(texts.get("edit.remove", item.field().label()));
        remove.setTooltip(new Tooltip(remove.getAccessibleText()));
        remove.setOnAction(e -> onRemove.accept(this));
        return remove;
    }
}
