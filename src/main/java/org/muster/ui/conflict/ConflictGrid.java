package org.muster.ui.conflict;

import com.google.api.client.json.GenericJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.muster.contacts.FieldText;
import org.muster.contacts.PersonField;
import org.muster.texts.Texts;

/** The fields of a conflict in three columns, with a choice where both sides changed one. */
final class ConflictGrid {
    private final GridPane grid = new GridPane();
    private final Map<PersonField, ConflictRow.Side> choice;
    private final UnaryOperator<String> labelName;
    private final boolean undo;
    private final Texts texts = Texts.of(ConflictGrid.class);

    /**
     * @param labelName what people call the label with this resource name
     * @param undo whether what was to be written is what stood there before another job
     */
    ConflictGrid(ConflictModel model, UnaryOperator<String> labelName, boolean undo) {
        this.undo = undo;
        this.labelName = labelName;
        this.choice = new EnumMap<>(PersonField.class);
        choice.putAll(model.firstChoice(undo));
        grid.getStyleClass().add("conflict-grid");
        for (double percent : new double[] {13.5, 28, 29, 29.5}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        int at = 0;
        for (String key : new String[] {"column.field", undo ? "column.done" : "column.loaded", undo ? "column.before" : "column.yours", "column.theirs"}) {
            grid.add(cell(new Label(texts.get(key)), "conflict-head"), at++, 0);
        }
        int line = 1;
        for (ConflictRow row : model.rows()) {
            addRow(row, line++);
        }
    }

    GridPane view() {
        return grid;
    }

    /** What is chosen now, for each field that needs a choice. */
    Map<PersonField, ConflictRow.Side> choice() {
        return Map.copyOf(choice);
    }

    private void addRow(ConflictRow row, int line) {
        Label field = new Label(row.field().label());
        field.getStyleClass().add("muted");
        grid.add(cell(field), 0, line);
        grid.add(cell(new Label(words(row.field(), row.loaded(), "value.empty"))), 1, line);
        String theirs = words(row.field(), row.theirs(), row.loaded().isEmpty() ? "value.empty" : "value.cleared");
        switch (row.kind()) {
            case BOTH -> addChoice(row, line, theirs);
            case YOURS -> {
                grid.add(cell(yours(row)), 2, line);
                grid.add(cell(new Label(theirs)), 3, line);
            }
            case THEIRS -> {
                Label none = new Label(texts.get("value.notEdited"));
                none.getStyleClass().add("muted");
                grid.add(cell(none), 2, line);
                grid.add(cell(new Label(theirs), "conflict-theirs"), 3, line);
            }
            case SAME -> {
                grid.add(cell(yours(row)), 2, line);
                grid.add(cell(new Label(texts.get("value.same", theirs))), 3, line);
            }
        }
    }

    private void addChoice(ConflictRow row, int line, String theirs) {
        ToggleGroup group = new ToggleGroup();
        RadioButton mine = radio(group, yoursWords(row), texts.get(undo ? "choose.before" : "choose.yours", row.field().label(), yoursWords(row)));
        RadioButton google = radio(group, theirs, texts.get("choose.theirs", row.field().label(), theirs));
        if (row.yours().isEmpty()) {
            mine.getStyleClass().add("danger-text");
        }
        (choice.get(row.field()) == ConflictRow.Side.YOURS ? mine : google).setSelected(true);
        group.selectedToggleProperty().addListener((p, before, now) -> choice.put(row.field(), now == mine ? ConflictRow.Side.YOURS : ConflictRow.Side.THEIRS));
        grid.add(cell(mine, "conflict-yours"), 2, line);
        grid.add(cell(google, "conflict-theirs"), 3, line);
    }

    private static RadioButton radio(ToggleGroup group, String text, String spoken) {
        RadioButton radio = new RadioButton(text);
        radio.setToggleGroup(group);
        radio.setAccessibleText(spoken);
        return radio;
    }

    private Label yours(ConflictRow row) {
        Label label = new Label(yoursWords(row));
        if (row.yours().isEmpty()) {
            label.getStyleClass().add("danger-text");
        }
        return label;
    }

    private String yoursWords(ConflictRow row) {
        return words(row.field(), row.yours(), undo ? "value.empty" : "value.cleared");
    }

    private String words(PersonField field, List<GenericJson> items, String none) {
        return items.isEmpty() ? texts.get(none) : items.stream().map(i -> words(field, i)).collect(Collectors.joining("\n"));
    }

    private String words(PersonField field, GenericJson item) {
        String text = FieldText.of(field, item);
        if (field == PersonField.MEMBERSHIPS) {
            return labelName.apply(text);
        }
        String type = FieldText.typeOf(item);
        return type.isEmpty() ? text : texts.get("value.typed", text, type);
    }

    private static StackPane cell(Labeled content, String... styles) {
        content.setWrapText(true);
        content.setMaxWidth(Double.MAX_VALUE);
        StackPane cell = new StackPane(content);
        cell.getStyleClass().add("conflict-cell");
        cell.getStyleClass().addAll(styles);
        return cell;
    }
}
