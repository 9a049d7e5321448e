package org.muster.ui.mask;

/** The three questions a field mask answers. */
public enum Mode {
    /** What is loaded: any of the 29 readable fields, at least one, and from which sources. */
    READ,
    /** What an update replaces: any of the 24 writable fields that were read. What it would empty needs a tick of its own. */
    OVERWRITE,
    /** What Google answers a write with: any of the 29 readable fields, or none by choice. */
    READ_BACK
}
