package org.muster.ui.rail;

/** The colour of a label or an avatar: the same for the same name, one of the theme's chart colours. */
public final class LabelColor {
    private static final int COLORS = 8;

    private LabelColor() {}

    /** A style class, {@code label-color-0} to {@code label-color-7}. */
    public static String styleClass(String name) {
        int hash = name.codePoints().reduce(102, (h, c) -> h * 31 + c);
        return "label-color-" + Math.floorMod(hash ^ hash >>> 15, COLORS);
    }
}
