package org.muster.ui.mask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;

/**
 * The rules of a field-mask picker: the mask and its text follow each other; text that is wrong stays as typed and is named, while its right part already
 * counts.
 */
final class MaskModel {
    private static final Set<String> ALWAYS_THERE = Set.of("etag", "resourceName");

    private final Mode mode;
    private final ObjectProperty<FieldMask> mask = new SimpleObjectProperty<>(this, "mask", FieldMask.none());
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<List<MaskProblem>> problems = new ReadOnlyObjectWrapper<>(this, "problems", List.of());
    private final ObjectProperty<Set<ReadSource>> sources = new SimpleObjectProperty<>(this, "sources", Set.of());
    private final ReadOnlyObjectWrapper<Map<PersonField, Counts>> counts = new ReadOnlyObjectWrapper<>(this, "counts", Map.of());
    private final BooleanProperty confirmed = new SimpleBooleanProperty(this, "confirmed");
    private final BooleanProperty nothingByChoice = new SimpleBooleanProperty(this, "nothingByChoice");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid");
    /** What the confirmation was given for. */
    private Map<PersonField, Integer> confirmedFor = Map.of();
    private boolean following;

    MaskModel(Mode mode) {
        this.mode = mode;
        mask.subscribe((was, is) -> maskChanged());
        text.subscribe((was, is) -> textChanged());
        confirmed.subscribe((was, is) -> {
            confirmedFor = is ? cleared() : Map.of();
            validate();
        });
        nothingByChoice.subscribe((was, is) -> {
            if (is) {
                text.set("");
            }
            validate();
        });
        validate();
    }

    Mode mode() {
        return mode;
    }

    ObjectProperty<FieldMask> maskProperty() {
        return mask;
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<List<MaskProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    ObjectProperty<Set<ReadSource>> sourcesProperty() {
        return sources;
    }

    ReadOnlyObjectProperty<Map<PersonField, Counts>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** That what will be emptied may be emptied. Falls back to no when more would be. */
    BooleanProperty confirmedProperty() {
        return confirmed;
    }

    /** "Do not read back", said on purpose. */
    BooleanProperty nothingByChoiceProperty() {
        return nothingByChoice;
    }

    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Sets what an update would do, per field. A field that is missing here was not read of every contact and cannot be overwritten. */
    void setCounts(Map<PersonField, Counts> now) {
        counts.set(now.isEmpty() ? Map.of() : new EnumMap<>(now));
        if (mode == Mode.OVERWRITE) {
            textChanged();
        }
        recheckConfirmation();
        validate();
    }

    /** Whether the field may be ticked at all. */
    boolean tickable(PersonField field) {
        return mode != Mode.OVERWRITE || (field.writable() && counts.get().containsKey(field));
    }

    boolean changes(PersonField field) {
        return counts.get().containsKey(field) && counts.get().get(field).changes();
    }

    /** The fields the edit changes. */
    FieldMask changed() {
        return FieldMask.of(counts.get().keySet().stream().filter(this::changes).toList());
    }

    void tick(PersonField field, boolean on) {
        if (tickable(field)) {
            mask.set(on ? mask.get().plus(field) : mask.get().minus(FieldMask.of(field)));
        }
    }

    void choose(Preset preset) {
        text.set(preset.mask(changed()).toString());
        if (mode == Mode.READ_BACK && preset == Preset.NOTHING) {
            nothingByChoice.set(true);
        }
    }

    /** Ticked fields that some contacts lose, with how many. */
    Map<PersonField, Integer> cleared() {
        Map<PersonField, Integer> lost = new EnumMap<>(PersonField.class);
        counts.get().forEach((field, c) -> {
            if (c.cleared() > 0 && mask.get().contains(field)) {
                lost.put(field, c.cleared());
            }
        });
        return lost;
    }

    private void maskChanged() {
        if (!following) {
            String wrong = problems.get().stream().map(MaskProblem::piece).collect(Collectors.joining(","));
            following = true;
            text.set(Stream.of(mask.get().toString(), wrong).filter(s -> !s.isEmpty()).collect(Collectors.joining(",")));
            following = false;
        }
        if (!mask.get().isEmpty()) {
            nothingByChoice.set(false);
        }
        recheckConfirmation();
        validate();
    }

    private void textChanged() {
        if (following) {
            return;
        }
        List<MaskProblem> wrong = new ArrayList<>();
        Set<PersonField> right = EnumSet.noneOf(PersonField.class);
        for (String piece : text.get().split("[,;\\s]+")) {
            if (!piece.isEmpty()) {
                FieldMask parsed = FieldMask.parse(piece).mask();
                parsed.fields().stream().findFirst().ifPresentOrElse(field -> take(piece, field, right, wrong), () -> wrong.add(noField(piece)));
            }
        }
        following = true;
        problems.set(List.copyOf(wrong));
        mask.set(FieldMask.of(right));
        following = false;
        validate();
    }

    private void take(String piece, PersonField field, Set<PersonField> right, List<MaskProblem> wrong) {
        if (mode == Mode.OVERWRITE && !field.writable()) {
            wrong.add(new MaskProblem.ReadOnly(piece));
        } else if (!tickable(field)) {
            wrong.add(new MaskProblem.NotLoaded(piece));
        } else {
            right.add(field);
        }
    }

    private static MaskProblem noField(String piece) {
        return ALWAYS_THERE.contains(piece) ? new MaskProblem.AlwaysThere(piece) : new MaskProblem.NoField(piece, NearestField.to(piece));
    }

    /** A yes to emptying 27 notes is no yes to emptying 28, nor to emptying names. */
    private void recheckConfirmation() {
        Map<PersonField, Integer> lost = cleared();
        if (confirmed.get() && (lost.isEmpty() || !lost.entrySet().stream().allMatch(e -> confirmedFor.getOrDefault(e.getKey(), 0) >= e.getValue()))) {
            confirmed.set(false);
        }
    }

    private void validate() {
        boolean right = problems.get().isEmpty();
        valid.set(right && switch (mode) {
            case READ -> !mask.get().isEmpty();
            case READ_BACK -> !mask.get().isEmpty() || nothingByChoice.get();
            case OVERWRITE -> !mask.get().isEmpty() && (cleared().isEmpty() || confirmed.get());
        });
    }
}
