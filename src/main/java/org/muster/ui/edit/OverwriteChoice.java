package org.muster.ui.edit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.ui.mask.Counts;
import org.muster.ui.mask.FieldMaskPicker;

/** Keeps the overwrite mask at what the edit changes, but for what the user ticked or unticked by hand. */
public final class OverwriteChoice {
    private final FieldMaskPicker picker;
    private final Set<PersonField> unticked = EnumSet.noneOf(PersonField.class);
    private final Set<PersonField> extra = EnumSet.noneOf(PersonField.class);
    private FieldMask changed = FieldMask.none();
    private boolean following;

    /** @param picker shows the mask; it belongs to this choice from now on */
    public OverwriteChoice(FieldMaskPicker picker) {
        this.picker = picker;
        picker.maskProperty().subscribe((was, is) -> {
            if (!following) {
                unticked.removeAll(changed.fields());
                unticked.addAll(changed.minus(is).fields());
                extra.clear();
                extra.addAll(is.minus(changed).fields());
            }
        });
    }

    /** Takes in what the edit does now. */
    public void follow(Map<PersonField, Counts> counts) {
        following = true;
        changed = FieldMask.of(counts.entrySet().stream().filter(e -> e.getValue().changes()).map(Map.Entry::getKey).toList());
        picker.setCounts(counts);
        FieldMask byHand = FieldMask.of(extra).intersect(FieldMask.of(counts.keySet()));
        picker.maskProperty().set(changed.minus(FieldMask.of(unticked)).union(byHand));
        following = false;
    }

    /** The fields that are overwritten. */
    public FieldMask mask() {
        return picker.maskProperty().get();
    }

    /** Whether the user asked to leave the field alone. */
    boolean leftAlone(PersonField field) {
        return unticked.contains(field);
    }
}
