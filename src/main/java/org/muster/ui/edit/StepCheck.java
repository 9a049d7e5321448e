package org.muster.ui.edit;

import org.muster.changes.Edit;
import org.muster.changes.PatternProblem;
import org.muster.changes.TextPattern;
import org.muster.contacts.SubFieldKind;

/** Whether a step can be run. */
sealed interface StepCheck {
    /** It can. */
    record Ready(Edit edit) implements StepCheck {}

    /** Something is still to be chosen or typed. */
    record NotYet(Missing what) implements StepCheck {}

    /** The value is not one the part takes. */
    record NotTaken(SubFieldKind kind) implements StepCheck {}

    /** The value is longer than Google takes. */
    record TooLong(int length) implements StepCheck {}

    /** The pattern or its replacement is wrong. */
    record BadPattern(PatternProblem problem, TextPattern.Compiled.Part part) implements StepCheck {}

    /** What a step may still lack. */
    enum Missing {
        FIELD,
        VALUE,
        PATTERN,
        LABEL
    }
}
