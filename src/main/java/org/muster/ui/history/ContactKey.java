package org.muster.ui.history;

import java.util.Set;
import org.muster.contacts.Contact;
import org.muster.store.History;

/**
 * A contact somebody wants to know the story of.
 *
 * @param name what people call it; may be empty
 * @param knownAs what the journal knows it by
 */
public record ContactKey(String name, Set<String> knownAs) {
    /** A contact of the account. */
    public static ContactKey of(Contact contact) {
        return new ContactKey(contact.displayName(), History.keys(contact));
    }
}
