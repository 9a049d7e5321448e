package org.muster.exchange;

import java.util.List;
import java.util.regex.Pattern;
import org.muster.texts.Texts;

/** The kinds of source a grid can be filled from. */
public enum Format {
    /** Google Contacts' own CSV since 2024: {@code First Name … Labels … E-mail 1 - Label}. */
    GOOGLE_CSV_2024,
    /** Google Contacts' own CSV before: {@code Name, Given Name … Group Membership … E-mail 1 - Type}. */
    GOOGLE_CSV_OLD,
    /** Outlook's English CSV. */
    OUTLOOK_CSV,
    /** Any other CSV. */
    OTHER_CSV,
    VCARD_2_1,
    VCARD_3_0,
    VCARD_4_0,
    /** Typed or pasted in the window. */
    TYPED;

    private static final Pattern GOOGLES = Pattern.compile(" ?::: ?");

    /** Its name for people. */
    public String label() {
        return Texts.of(Format.class).get("format." + this);
    }

    /** Whether it is one of Google's own, where {@code :::} separates several values in one cell and {@code *} marks the default. */
    public boolean google() {
        return this == GOOGLE_CSV_2024 || this == GOOGLE_CSV_OLD;
    }

    public boolean vcard() {
        return this == VCARD_2_1 || this == VCARD_3_0 || this == VCARD_4_0;
    }

    /** The pieces of a cell that may hold several values. */
    List<String> pieces(String cell) {
        return google() ? List.of(GOOGLES.split(cell, -1)) : List.of(cell);
    }

    /** The label names in a cell. Google's and ours stand between {@code :::}; elsewhere commas and semicolons separate them, too, unless quotes say otherwise. */
    List<String> labelNames(String cell) {
        return google() || vcard() ? List.of(GOOGLES.split(cell.strip())) : LabelList.split(cell);
    }
}
