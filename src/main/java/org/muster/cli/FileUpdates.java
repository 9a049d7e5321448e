package org.muster.cli;

import java.util.List;
import org.muster.changes.Change;
import org.muster.contacts.FieldMask;

/** What a file wants of contacts that are there. */
interface FileUpdates {
    /** The fields that may be overwritten, and so must have been read. */
    FieldMask needs();

    /**
     * The changes it makes of an account. Contacts that would stay as they are make none.
     *
     * @param finder finds the contacts, and hears of rows that cannot be sent
     */
    List<Change.Update> updates(Loaded account, Meant.Finder finder) throws Refusal;
}
