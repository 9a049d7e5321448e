package org.muster.ui.workspace;

/** What may be done to the contacts of an account from here. */
public sealed interface Access {
    /** Everything. */
    record Working() implements Access {}

    /**
     * They can be looked at, mostly because another process changes them.
     *
     * @param what why, in one line
     * @param advice what can be done here, and how to be able to do more
     * @param since since when; empty when that is not known
     * @param detail for those who know about processes; empty when nothing is known
     */
    record Reading(String what, String advice, String since, String detail) implements Access {}
}
