package org.muster.contacts;

/** What kind of value a sub-field of a contact field holds. */
public enum SubFieldKind {
    /** One line of text, at most 1,024 characters (Google's per-field limit). */
    TEXT,
    /** Text of several lines. Only notes may be longer than 1,024 characters. */
    LONG_TEXT,
    /** Free text with well-known values, such as {@code work} or {@code home}. */
    TYPE,
    /** One of a closed list of values. */
    CHOICE,
    /** A date; year, or month and day, may be missing. Written {@code 1815-12-10}, {@code --12-10} or {@code 1815}. */
    DATE,
    /** Yes or no. */
    FLAG,
    /** A whole number. */
    NUMBER,
    /** A contact group's resource name. */
    LABEL
}
