package org.muster.changes;

/** How much a finding weighs. */
public enum Severity {
    /** It is not sent as long as this stands. */
    ERROR,
    /** It can be sent; somebody should look at it. */
    WARNING
}
