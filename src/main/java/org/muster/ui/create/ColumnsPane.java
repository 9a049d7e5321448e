package org.muster.ui.create;

import atlantafx.base.controls.Popover;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.exchange.Column;
import org.muster.exchange.Target;
import org.muster.texts.Texts;
import org.muster.ui.sheet.OwnKeys;

/** Where each column goes; and, for typing, which columns there are. Made anew each time it opens. */
final class ColumnsPane {
    private static final Texts TEXTS = Texts.of(ColumnsPane.class);

    private final CreateGrid grid;
    private final VBox view = new VBox(10);

    ColumnsPane(CreateGrid grid) {
        this.grid = grid;
        view.getStyleClass().add("columns-pane");
        GridPane rows = new GridPane(12, 6);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(grow, new ColumnConstraints(260));
        List<Column> columns = grid.columns();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            Label name = new Label(column.header());
            ComboBox<Target> targets = targets(column, c);
            name.setLabelFor(targets);
            rows.addRow(c, name, targets);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(380);
        view.getChildren().addAll(title("columns.title"), scroll);
        if (grid.typed()) {
            view.getChildren().add(more());
        }
    }

    /** Drops it down from a button. */
    void show(Node from) {
        Popover popover = new Popover(view);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        OwnKeys.keep(popover);
        // a closed drop-down in there keeps Esc to itself
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !(e.getTarget() instanceof ComboBoxBase<?> box && box.isShowing())) {
                e.consume();
                popover.hide();
            }
        });
        popover.show(from);
    }

    private ComboBox<Target> targets(Column column, int index) {
        ComboBox<Target> box = new PrefixSelectionComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(words(column));
        box.setAccessibleText(TEXTS.get("columns.goes", column.header()));
        List<Target> targets = new ArrayList<>();
        targets.add(column.target());
        targets.add(new Target.Ignored());
        targets.add(new Target.AsCustomField(column.header()));
        parts().forEach(targets::add);
        box.getItems().setAll(targets.stream().distinct().toList());
        box.setValue(column.target());
        box.setOnAction(e -> grid.turn(index, box.getValue()));
        return box;
    }

    /** Every part of every writable field, as a first value. */
    private static List<Target> parts() {
        List<Target> parts = new ArrayList<>();
        for (PersonField field : PersonField.values()) {
            if (field.writable()) {
                for (SubField part : field.subFields()) {
                    parts.add(new Target.MapsTo(field, part, 0, ""));
                }
            }
        }
        return parts;
    }

    private static StringConverter<Target> words(Column column) {
        return new StringConverter<>() {
            @Override
            public String toString(Target target) {
                return switch (target) {
                    case null -> "";
                    case Target.MapsTo to -> to.title(column == null ? "" : column.header());
                    case Target.Unknown _ -> TEXTS.get("target.unknown");
                    case Target.Ignored _ -> TEXTS.get("target.ignored");
                    case Target.AsCustomField(String key) -> TEXTS.get("target.custom", key);
                };
            }

            @Override
            public Target fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    private Node more() {
        ComboBox<Target> box = new PrefixSelectionComboBox<>();
        box.setPromptText(TEXTS.get("columns.add"));
        box.setAccessibleText(TEXTS.get("columns.add"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(words(null));
        List<Target> there = grid.columns().stream().map(Column::target).toList();
        box.getItems().setAll(parts().stream().filter(t -> !there.contains(t)).toList());
        box.setOnAction(e -> {
            if (Objects.requireNonNullElse(box.getValue(), new Target.Unknown()) instanceof Target.MapsTo to) {
                grid.addColumn(to);
                box.getScene().getWindow().hide();
            }
        });
        return box;
    }

    private static Label title(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add("strong");
        return label;
    }
}
