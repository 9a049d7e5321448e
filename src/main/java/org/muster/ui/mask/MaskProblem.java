package org.muster.ui.mask;

import java.util.Optional;
import org.muster.contacts.PersonField;

/** What is wrong with a piece of mask text. */
sealed interface MaskProblem {
    /** The piece as typed. */
    String piece();

    /** It is no field's path. */
    record NoField(String piece, Optional<PersonField> near) implements MaskProblem {}

    /** Google sends it with every answer; it is in no mask. */
    record AlwaysThere(String piece) implements MaskProblem {}

    /** Only Google writes it. */
    record ReadOnly(String piece) implements MaskProblem {}

    /** It was not read, so it cannot be overwritten. */
    record NotLoaded(String piece) implements MaskProblem {}
}
