package org.muster.ui.mask;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** One field in a picker: its check box, path and badge, and when overwriting what happens to it. */
final class FieldRow extends HBox {
    private static final PseudoClass CLEARING = PseudoClass.getPseudoClass("clearing");
    private static final PseudoClass UNTICKABLE = PseudoClass.getPseudoClass("untickable");

    private final PersonField field;
    private final MaskModel model;
    private final Texts texts;
    private final CheckBox box = new CheckBox();
    private final Label set = count();
    private final Label cleared = count();
    private final Label same = count();
    private final Tooltip whyNot = new Tooltip();

    FieldRow(PersonField field, MaskModel model, Texts texts) {
        this.field = field;
        this.model = model;
        this.texts = texts;
        getStyleClass().add("field-row");
        setId("field-" + field.path());
        box.setId("tick-" + field.path());
        box.setText(field.label());
        box.getStyleClass().add("field-tick");
        box.setOnAction(e -> {
            model.tick(field, box.isSelected());
            refresh();
        });
        Label path = new Label(field.path());
        path.getStyleClass().addAll("mono", "field-path");
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        Label badge = new Label(texts.get("badge." + field.cardinality()));
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        HBox badgeColumn = new HBox(badge);
        badgeColumn.getStyleClass().add("badge-column");
        badgeColumn.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(box, path, badgeColumn);
        if (model.mode() == Mode.OVERWRITE) {
            getChildren().addAll(set, cleared, same);
        }
        refresh();
    }

    PersonField field() {
        return field;
    }

    private static Label count() {
        Label label = new Label();
        label.getStyleClass().add("count-column");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Shows what the model says now. */
    void refresh() {
        boolean tickable = model.tickable(field);
        box.setSelected(model.maskProperty().get().contains(field));
        box.setDisable(!tickable);
        pseudoClassStateChanged(UNTICKABLE, !tickable);
        Tooltip.uninstall(this, whyNot);
        if (!tickable) {
            whyNot.setText(texts.get("why.notLoaded", field.label()));
            Tooltip.install(this, whyNot);
        }
        Counts counts = model.countsProperty().get().get(field);
        set.setText(counts == null ? "" : number(counts.set()));
        cleared.setText(counts == null ? "" : number(counts.cleared()));
        same.setText(counts == null ? "" : number(counts.same()));
        cleared.pseudoClassStateChanged(CLEARING, counts != null && counts.cleared() > 0);
        box.setAccessibleText(accessibleText(counts, tickable));
    }

    private String accessibleText(Counts counts, boolean tickable) {
        String plain = texts.get("row.accessible", field.label(), field.path(), texts.get("badge." + field.cardinality()));
        if (!tickable) {
            return plain + ", " + texts.get("why.notLoaded", field.label());
        }
        return counts == null ? plain : texts.get("row.accessible.counts", plain, counts.set(), counts.cleared(), counts.same());
    }

    private String number(int n) {
        return n == 0 ? texts.get("count.none") : texts.get("count", n);
    }
}
