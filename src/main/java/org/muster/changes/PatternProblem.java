package org.muster.changes;

import java.util.Objects;

/**
 * Why a search pattern or its replacement cannot be used.
 *
 * @param code what is wrong
 * @param position where, counted in characters from 0
 * @param fragment the piece that is wrong, as typed; may be empty
 */
public record PatternProblem(Code code, int position, String fragment) {
    /** What can be wrong. */
    public enum Code {
        /** There is nothing to look for. */
        EMPTY,
        /** More than {@value TextPattern#LONGEST} characters. */
        TOO_LONG,
        /** Its repetitions multiply to more than the search can hold. */
        TOO_BIG,
        /** {@code (?=…)}, {@code (?!…)}, {@code (?<=…)} or {@code (?<!…)}: no search in linear time can do it. */
        LOOK_AROUND,
        /** {@code \1} or {@code \k<name>} in the pattern: no search in linear time can do it. */
        BACK_REFERENCE,
        /** {@code (} without its {@code )}. */
        UNCLOSED_GROUP,
        /** {@code )} without its {@code (}. */
        UNOPENED_GROUP,
        /** {@code [} without its {@code ]}. */
        UNCLOSED_CLASS,
        /** {@code *}, {@code +}, {@code ?} or {@code {n}} with nothing before it. */
        NOTHING_TO_REPEAT,
        /** A backslash at the very end. */
        TRAILING_BACKSLASH,
        /** Anything else that is no pattern. */
        NOT_A_PATTERN,
        /** The replacement names a group that the pattern does not have. */
        UNKNOWN_GROUP
    }

    public PatternProblem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(fragment);
    }
}
