package org.muster.ui.table;

import org.muster.contacts.Contact;
import org.muster.contacts.Label;

/** What the rail shows: everybody, or those who carry a label. */
public sealed interface Scope {
    /** Every contact of the account. */
    record Everybody() implements Scope {}

    /** Those who carry a label; {@link Label#STARRED} for the starred ones. */
    record Labelled(String labelResourceName) implements Scope {}

    /** Whether {@code contact} is in it. */
    default boolean holds(Contact contact) {
        return switch (this) {
            case Everybody() -> true;
            case Labelled(String label) -> contact.hasLabel(label);
        };
    }

    /** The starred contacts. */
    static Scope starred() {
        return new Labelled(Label.STARRED);
    }
}
