package org.muster.practice;

/**
 * The fields an answer shows.
 *
 * @param bits one bit per position in {@link PersonFields#READ}
 */
record ReadMask(long bits) {
    static final ReadMask ALL = new ReadMask((1L << PersonFields.COUNT) - 1);
    static final ReadMask NONE = new ReadMask(0);

    boolean has(int field) {
        return (bits & (1L << field)) != 0;
    }

    boolean isEmpty() {
        return bits == 0;
    }
}
