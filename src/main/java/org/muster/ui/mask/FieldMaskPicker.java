package org.muster.ui.mask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** The field-mask picker: one component for what to load, what to overwrite and what to read back. */
public final class FieldMaskPicker {
    private final Texts texts = Texts.of(FieldMaskPicker.class);
    private final MaskModel model;
    private final Map<PersonField, FieldRow> rows = new EnumMap<>(PersonField.class);
    private final Map<ReadSource, CheckBox> sourceBoxes = new EnumMap<>(ReadSource.class);
    private final Parent view;

    @FXML
    private TextField filter;

    @FXML
    private FlowPane presets;

    @FXML
    private CheckBox nothing;

    @FXML
    private HBox header;

    @FXML
    private VBox fields;

    @FXML
    private TextField maskText;

    @FXML
    private Label problem;

    @FXML
    private Label count;

    @FXML
    private Pane sourcesBox;

    @FXML
    private HBox warning;

    @FXML
    private Label warningText;

    @FXML
    private CheckBox confirm;

    /** A picker for one of the three questions. */
    public FieldMaskPicker(Mode mode) {
        this.model = new MaskModel(mode);
        this.view = Fxml.load(this);
    }

    /** The fields chosen. While {@link #validProperty} is false the mask text may say more, which is wrong. */
    public ObjectProperty<FieldMask> maskProperty() {
        return model.maskProperty();
    }

    /** Where to read from; empty means Google's default. Only asked for in {@link Mode#READ}. */
    public ObjectProperty<Set<ReadSource>> sourcesProperty() {
        return model.sourcesProperty();
    }

    /** Whether the choice can be used: no wrong text, not empty (unless "do not read back" was chosen), everything to be emptied confirmed. */
    public ReadOnlyBooleanProperty validProperty() {
        return model.validProperty();
    }

    /**
     * What an update would do, per field: only for {@link Mode#OVERWRITE}. A field that is missing was not read of every contact and cannot be ticked.
     */
    public void setCounts(Map<PersonField, Counts> counts) {
        model.setCounts(counts);
    }

    /** Why the choice cannot be used, for people; empty when it can. */
    public String whyNotValid() {
        if (model.validProperty().get()) {
            return "";
        }
        if (!model.problemsProperty().get().isEmpty()) {
            return problemText();
        }
        return model.maskProperty().get().isEmpty() ? texts.get("empty." + model.mode()) : texts.get("unconfirmed");
    }

    public Parent view() {
        return view;
    }

    /** Puts the focus where the user starts. */
    public void focus() {
        filter.requestFocus();
    }

    @FXML
    private void initialize() {
        Mode mode = model.mode();
        view(header, mode == Mode.OVERWRITE);
        view(nothing, mode == Mode.READ_BACK);
        view(sourcesBox, mode == Mode.READ);
        view(count, mode != Mode.OVERWRITE);
        for (PersonField field : PersonField.values()) {
            if (mode != Mode.OVERWRITE || field.writable()) {
                rows.put(field, new FieldRow(field, model, texts));
            }
        }
        Preset.of(mode).forEach(this::addPreset);
        addSources();
        maskText.textProperty().bindBidirectional(model.textProperty());
        nothing.selectedProperty().bindBidirectional(model.nothingByChoiceProperty());
        confirm.selectedProperty().bindBidirectional(model.confirmedProperty());
        filter.textProperty().subscribe(this::arrange);
        model.countsProperty().subscribe(counts -> {
            arrange();
            refresh();
        });
        model.maskProperty().subscribe(mask -> refresh());
        model.problemsProperty().subscribe(problems -> refresh());
        model.validProperty().subscribe(valid -> refresh());
    }

    private void addPreset(Preset preset) {
        Button button = new Button(texts.get("preset." + preset));
        button.setId("preset-" + preset);
        button.getStyleClass().addAll("small", "preset");
        button.setOnAction(e -> model.choose(preset));
        presets.getChildren().add(button);
    }

    private void addSources() {
        for (ReadSource source : ReadSource.values()) {
            CheckBox box = new CheckBox(texts.get("source." + source));
            box.setId("source-" + source);
            box.getStyleClass().add("small");
            box.setAccessibleText(texts.get("source." + source) + ", " + source.wire());
            box.setOnAction(e -> {
                Set<ReadSource> chosen = EnumSet.noneOf(ReadSource.class);
                chosen.addAll(model.sourcesProperty().get());
                if (box.isSelected()) {
                    chosen.add(source);
                } else {
                    chosen.remove(source);
                }
                model.sourcesProperty().set(Set.copyOf(chosen));
            });
            sourceBoxes.put(source, box);
        }
        FlowPane boxes = new FlowPane(10, 6);
        boxes.getChildren().addAll(sourceBoxes.values());
        sourcesBox.getChildren().add(1, boxes);
        model.sourcesProperty().subscribe(chosen -> sourceBoxes.forEach((source, box) -> box.setSelected(chosen.contains(source))));
    }

    /** Puts the rows in place: by group, and only those the filter lets through. */
    private void arrange() {
        List<Node> shown = new ArrayList<>();
        FieldGroup.arrange(model).forEach((group, members) -> {
            List<FieldRow> found = members.stream().filter(this::matches).map(rows::get).toList();
            if (!found.isEmpty() && group != FieldGroup.LOADED) {
                Label title = new Label(texts.get("group." + group));
                title.getStyleClass().addAll("section-title", "field-group");
                title.setWrapText(true);
                shown.add(title);
            }
            shown.addAll(found);
        });
        if (shown.isEmpty()) {
            Label none = new Label(texts.get("filter.none", filter.getText()));
            none.getStyleClass().addAll("muted", "field-group");
            shown.add(none);
        }
        if (!shown.equals(fields.getChildren())) {
            fields.getChildren().setAll(shown);
        }
    }

    private boolean matches(PersonField field) {
        String wanted = filter.getText().strip().toLowerCase(Locale.getDefault());
        return Stream.concat(Stream.of(field.path(), field.label()), field.subFields().stream().map(field::label)).anyMatch(s -> s.toLowerCase(Locale.getDefault()).contains(wanted));
    }

    private void refresh() {
        rows.values().forEach(FieldRow::refresh);
        count.setText(texts.get("chosen", model.maskProperty().get().size(), rows.size()));
        problem.setText(problemText());
        view(problem, !model.problemsProperty().get().isEmpty());
        Map<PersonField, Integer> lost = model.cleared();
        view(warning, !lost.isEmpty());
        warningText.setText(lost.entrySet().stream().map(e -> emptied(e.getKey(), e.getValue())).collect(Collectors.joining("\n")));
    }

    private String emptied(PersonField field, int contacts) {
        String own = "emptied." + field.path();
        return texts.has(own) ? texts.get(own, contacts) : texts.get("emptied", contacts, field.label());
    }

    private String problemText() {
        return model.problemsProperty().get().stream().map(p -> switch (p) {
            case MaskProblem.NoField(String piece, var near) -> near.map(f -> texts.get("problem.near", piece, f.path())).orElseGet(() -> texts.get("problem.noField", piece));
            case MaskProblem.AlwaysThere(String piece) -> texts.get("problem.alwaysThere", piece);
            case MaskProblem.ReadOnly(String piece) -> texts.get("problem.readOnly", piece);
            case MaskProblem.NotLoaded(String piece) -> texts.get("problem.notLoaded", piece);
        }).collect(Collectors.joining("\n"));
    }

    private static void view(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
