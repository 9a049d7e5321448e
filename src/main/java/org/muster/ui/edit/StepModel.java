package org.muster.ui.edit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.muster.changes.Checks;
import org.muster.changes.Edit;
import org.muster.changes.TextPattern;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.SubField;
import org.muster.contacts.SubFieldKind;

/** One step of an edit as it is being typed, and what it amounts to. */
final class StepModel {
    private final StepKind kind;
    private final FieldMask everywhere;
    private final ObjectProperty<PersonField> field = new SimpleObjectProperty<>(this, "field");
    private final ObjectProperty<SubField> part = new SimpleObjectProperty<>(this, "part");
    private final StringProperty value = new SimpleStringProperty(this, "value", "");
    private final StringProperty type = new SimpleStringProperty(this, "type", "");
    private final StringProperty replacement = new SimpleStringProperty(this, "replacement", "");
    private final BooleanProperty regex = new SimpleBooleanProperty(this, "regex");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
    private final StringProperty label = new SimpleStringProperty(this, "label", "");
    private final ReadOnlyObjectWrapper<StepCheck> check = new ReadOnlyObjectWrapper<>(this, "check");

    /** @param everywhere the fields a replacement looks into when none is chosen */
    StepModel(StepKind kind, FieldMask everywhere) {
        this.kind = kind;
        this.everywhere = everywhere;
        field.subscribe((was, is) -> part.set(is == null || kind.wholeField() || kind == StepKind.APPEND ? null : is.mainSubField()));
        List.of(field, part, value, type, replacement, regex, matchCase, label).forEach(p -> p.subscribe(() -> check.set(look())));
        check.set(look());
    }

    /** The step that does what {@code edit} does. */
    static StepModel of(Edit edit, FieldMask everywhere) {
        return switch (edit) {
            case Edit.Set(SubField part, String value) -> {
                StepModel step = new StepModel(StepKind.SET, everywhere);
                step.field.set(part.field());
                step.part.set(part);
                step.value.set(value);
                yield step;
            }
            case Edit.SetAt elsewhere -> throw new IllegalArgumentException("no step of the sheet makes this edit: " + elsewhere);
            case Edit.Append(PersonField field, String value, String type) -> {
                StepModel step = new StepModel(StepKind.APPEND, everywhere);
                step.field.set(field);
                step.value.set(value);
                step.type.set(type);
                yield step;
            }
            case Edit.Clear(PersonField field) -> {
                StepModel step = new StepModel(StepKind.CLEAR, everywhere);
                step.field.set(field);
                yield step;
            }
            case Edit.ClearPart(SubField part) -> {
                StepModel step = new StepModel(StepKind.CLEAR, everywhere);
                step.field.set(part.field());
                step.part.set(part);
                yield step;
            }
            case Edit.Replace(List<SubField> parts, TextPattern pattern) -> {
                StepModel step = new StepModel(StepKind.REPLACE, everywhere);
                List<PersonField> fields = parts.stream().map(SubField::field).distinct().toList();
                step.field.set(fields.size() == 1 ? fields.getFirst() : null);
                step.part.set(parts.size() == 1 ? parts.getFirst() : null);
                step.value.set(pattern.text());
                step.replacement.set(pattern.replacement());
                step.regex.set(pattern.regex());
                step.matchCase.set(pattern.matchCase());
                yield step;
            }
            case Edit.RemoveMarkers marks -> new StepModel(StepKind.REMOVE_MARKERS, everywhere);
            case Edit.AddLabel(String label) -> labelled(StepKind.ADD_LABEL, label, everywhere);
            case Edit.RemoveLabel(String label) -> labelled(StepKind.REMOVE_LABEL, label, everywhere);
        };
    }

    private static StepModel labelled(StepKind kind, String label, FieldMask everywhere) {
        StepModel step = new StepModel(kind, everywhere);
        step.label.set(label);
        return step;
    }

    StepKind kind() {
        return kind;
    }

    /** The field; {@code null} while none is chosen, or for a replacement everywhere. */
    ObjectProperty<PersonField> fieldProperty() {
        return field;
    }

    /** The part; {@code null} for the whole field. */
    ObjectProperty<SubField> partProperty() {
        return part;
    }

    /** The value, or the text to look for. */
    StringProperty valueProperty() {
        return value;
    }

    StringProperty typeProperty() {
        return type;
    }

    StringProperty replacementProperty() {
        return replacement;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    /** A label's resource name. */
    StringProperty labelProperty() {
        return label;
    }

    ReadOnlyObjectProperty<StepCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** The part the typed value goes to, once that is known. */
    Optional<SubField> target() {
        return switch (kind) {
            case SET -> Optional.ofNullable(part.get());
            case APPEND -> Optional.ofNullable(field.get()).map(PersonField::mainSubField);
            case CLEAR, REPLACE, ADD_LABEL, REMOVE_LABEL, REMOVE_MARKERS -> Optional.empty();
        };
    }

    /** Whether somebody typed or chose something that would be lost. */
    boolean typed() {
        return !value.get().isEmpty() || !replacement.get().isEmpty() || !label.get().isEmpty() || (kind == StepKind.CLEAR && field.get() != null);
    }

    /** Whether nothing was filled in or chosen yet, though something must be. */
    boolean blank() {
        return kind != StepKind.REMOVE_MARKERS && field.get() == null && !typed();
    }

    private StepCheck look() {
        return switch (kind) {
            case SET, APPEND -> field.get() == null || target().isEmpty() ? new StepCheck.NotYet(StepCheck.Missing.FIELD) : valued(target().get());
            case CLEAR -> {
                if (field.get() == null) {
                    yield new StepCheck.NotYet(StepCheck.Missing.FIELD);
                }
                yield new StepCheck.Ready(part.get() == null ? new Edit.Clear(field.get()) : new Edit.ClearPart(part.get()));
            }
            case REPLACE -> searched();
            case REMOVE_MARKERS -> new StepCheck.Ready(new Edit.RemoveMarkers());
            case ADD_LABEL -> label.get().isEmpty() ? new StepCheck.NotYet(StepCheck.Missing.LABEL) : new StepCheck.Ready(new Edit.AddLabel(label.get()));
            case REMOVE_LABEL -> label.get().isEmpty() ? new StepCheck.NotYet(StepCheck.Missing.LABEL) : new StepCheck.Ready(new Edit.RemoveLabel(label.get()));
        };
    }

    private StepCheck valued(SubField target) {
        String text = value.get();
        if (text.isBlank()) {
            return new StepCheck.NotYet(StepCheck.Missing.VALUE);
        }
        if (!target.accepts(text)) {
            return new StepCheck.NotTaken(target.kind());
        }
        if (text.length() > Checks.MAX_CHARACTERS && target.field() != PersonField.BIOGRAPHIES) {
            return new StepCheck.TooLong(text.length());
        }
        if (kind == StepKind.SET) {
            return new StepCheck.Ready(new Edit.Set(target, text));
        }
        Optional<SubField> typePart = Edit.Append.typePart(field.get());
        String typed = typePart.isEmpty() ? "" : type.get();
        return typed.isEmpty() || typePart.get().accepts(typed) ? new StepCheck.Ready(new Edit.Append(field.get(), text, typed)) : new StepCheck.NotTaken(SubFieldKind.CHOICE);
    }

    private StepCheck searched() {
        if (value.get().isEmpty()) {
            return new StepCheck.NotYet(StepCheck.Missing.PATTERN);
        }
        return switch (TextPattern.compile(value.get(), replacement.get(), regex.get(), matchCase.get())) {
            case TextPattern.Compiled.Bad(var problem, var where) -> new StepCheck.BadPattern(problem, where);
            case TextPattern.Compiled.Ok(TextPattern pattern) -> new StepCheck.Ready(new Edit.Replace(searchedParts(), pattern));
        };
    }

    private List<SubField> searchedParts() {
        if (part.get() != null) {
            return List.of(part.get());
        }
        return field.get() != null
                ? Edit.Replace.partsOf(field.get())
                : kind.fields().stream().filter(everywhere::contains).flatMap(f -> Edit.Replace.partsOf(f).stream()).toList();
    }
}
