package org.muster.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.muster.changes.Edit;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;
import org.muster.texts.Texts;
import org.muster.ui.Fxml;

/** One step in the edit sheet. */
public final class StepCard {
    /** What the card asks of the column it stands in. */
    interface Moves {
        void remove(StepCard card);

        void move(StepCard card, int by);
    }

    /** One entry of a drop-down; {@code value} is {@code null} for the whole of it. */
    private record Choice<T>(T value, String text) {}

    private final StepModel step;
    private final ObservableList<org.muster.contacts.Label> labels;
    private final Moves moves;
    private final Texts texts = Texts.of(StepCard.class);
    private final StepSentences sentences = new StepSentences();
    private final Parent view;

    @FXML
    private Label number;

    @FXML
    private Label title;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private ComboBox<Choice<PersonField>> field;

    @FXML
    private ComboBox<Choice<SubField>> part;

    @FXML
    private ComboBox<Choice<String>> label;

    @FXML
    private TextField value;

    @FXML
    private ComboBox<String> known;

    @FXML
    private ComboBox<String> type;

    @FXML
    private TextField replacement;

    @FXML
    private CheckBox regex;

    @FXML
    private CheckBox matchCase;

    @FXML
    private Label help;

    @FXML
    private Label problem;

    StepCard(StepModel step, ObservableList<org.muster.contacts.Label> labels, Moves moves) {
        this.step = step;
        this.labels = labels;
        this.moves = moves;
        this.view = Fxml.load(this);
    }

    StepModel step() {
        return step;
    }

    Parent view() {
        return view;
    }

    /** Puts the focus on what is to be filled in first. */
    void focus() {
        (step.kind().ofLabel() ? label : step.fieldProperty().get() == null && step.kind() != StepKind.REPLACE ? field : value.isVisible() ? value : field).requestFocus();
    }

    /** Shows where it stands among {@code count} steps. */
    void place(int index, int count) {
        number.setText(texts.get("step.number", index + 1));
        title.setText(texts.get("kind." + step.kind()));
        up.setDisable(index == 0);
        down.setDisable(index == count - 1);
        view(up, count > 1);
        view(down, count > 1);
        view.setAccessibleText(texts.get("step.accessible", index + 1, count, title.getText()));
    }

    @FXML
    private void initialize() {
        List<Choice<PersonField>> fields = new ArrayList<>();
        if (step.kind() == StepKind.REPLACE) {
            fields.add(new Choice<>(null, texts.get("field.everywhere")));
        }
        step.kind().fields().forEach(f -> fields.add(new Choice<>(f, f.label())));
        offer(field, fields, step.fieldProperty().get());
        field.valueProperty().subscribe((was, is) -> step.fieldProperty().set(is == null ? null : is.value()));
        step.fieldProperty().subscribe(f -> offer(part, parts(f), step.partProperty().get()));
        part.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                step.partProperty().set(is.value());
            }
        });
        offer(label, labels.stream().filter(l -> step.kind() == StepKind.REMOVE_LABEL || l.assignable()).map(l -> new Choice<>(l.resourceName(), l.name())).toList(), step.labelProperty().get());
        label.valueProperty().subscribe((was, is) -> step.labelProperty().set(is == null ? "" : is.value()));
        value.textProperty().bindBidirectional(step.valueProperty());
        known.getEditor().textProperty().bindBidirectional(step.valueProperty());
        type.getEditor().textProperty().bindBidirectional(step.typeProperty());
        replacement.textProperty().bindBidirectional(step.replacementProperty());
        regex.selectedProperty().bindBidirectional(step.regexProperty());
        matchCase.selectedProperty().bindBidirectional(step.matchCaseProperty());
        step.checkProperty().subscribe(check -> refresh());
        step.fieldProperty().subscribe(f -> refresh()); // another field may leave the check as it was
        step.partProperty().subscribe(p -> refresh());
        refresh();
    }

    private List<Choice<SubField>> parts(PersonField chosen) {
        if (chosen == null) {
            return List.of();
        }
        List<Choice<SubField>> parts = new ArrayList<>();
        List<SubField> possible = step.kind().parts(chosen);
        if (step.kind().wholeField() && possible.size() > 1) {
            parts.add(new Choice<>(null, texts.get("part.all." + step.kind())));
        }
        possible.forEach(p -> parts.add(new Choice<>(p, chosen.label(p).equals(chosen.label()) ? texts.get("part.main") : chosen.label(p))));
        return parts;
    }

    private static <T> void offer(ComboBox<Choice<T>> box, List<Choice<T>> choices, T chosen) {
        box.setConverter(shown(Choice::text));
        box.getItems().setAll(choices);
        box.setValue(choices.stream().filter(c -> Objects.equals(c.value(), chosen)).findFirst().orElse(null));
    }

    private static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String string) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private void refresh() {
        StepKind kind = step.kind();
        SubField target = step.target().orElse(null);
        boolean choices = target != null && (!target.known().isEmpty() || target.kind() == SubFieldKind.FLAG);
        boolean valued = kind == StepKind.SET || kind == StepKind.APPEND || kind == StepKind.REPLACE;
        view(field, kind.ofField());
        view(part, part.getItems().size() > 1);
        view(label, kind.ofLabel());
        view(value, valued && !choices && (kind == StepKind.REPLACE || target != null));
        view(known, choices);
        view(replacement, kind == StepKind.REPLACE);
        view(regex, kind == StepKind.REPLACE);
        view(matchCase, kind == StepKind.REPLACE);
        suggest(known, !choices ? List.of() : target.kind() == SubFieldKind.FLAG ? List.of("true", "false") : target.known());
        SubField typePart = kind == StepKind.APPEND && step.fieldProperty().get() != null ? Edit.Append.typePart(step.fieldProperty().get()).orElse(null) : null;
        view(type, typePart != null);
        suggest(type, typePart == null ? List.of() : typePart.known());
        if (typePart != null) {
            type.setPromptText(step.fieldProperty().get().label(typePart));
            type.setAccessibleText(type.getPromptText());
        }
        value.setPromptText(kind == StepKind.REPLACE ? texts.get("value.find") : target == null ? "" : texts.get("value." + target.kind()));
        value.setAccessibleText(kind == StepKind.REPLACE ? texts.get("value.find") : texts.get("value.accessible"));
        show(help, sentences.help(step));
        String wrong = sentences.problem(step.checkProperty().get());
        show(problem, wrong);
        boolean red = !(step.checkProperty().get() instanceof StepCheck.NotYet);
        problem.getStyleClass().removeAll("danger-text", "muted");
        problem.getStyleClass().add(red ? "danger-text" : "muted");
    }

    private static void suggest(ComboBox<String> box, List<String> known) {
        if (!box.getItems().equals(known)) {
            String typed = box.getEditor().getText();
            box.getItems().setAll(known);
            box.getEditor().setText(typed);
        }
    }

    private static void show(Label label, String text) {
        label.setText(text);
        view(label, !text.isEmpty());
    }

    private static void view(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    @FXML
    private void remove() {
        moves.remove(this);
    }

    @FXML
    private void up() {
        moves.move(this, -1);
    }

    @FXML
    private void down() {
        moves.move(this, 1);
    }
}
