package org.muster.ui.edit;

import java.util.HashSet;
import java.util.Set;
import org.muster.contacts.FieldMask;

/**
 * What a preview adds up to, without the contacts taken out and under the mask.
 *
 * @param changes fields of contacts that will differ
 * @param contacts contacts with at least one of these
 * @param cleared of the changes, those that leave a field empty
 * @param emptied contacts with at least one of those
 * @param toCheck contacts with something that is not as it should be afterwards
 */
record PreviewNumbers(int changes, int contacts, int cleared, int emptied, int toCheck) {
    static PreviewNumbers of(Preview preview, FieldMask mask, Set<String> takenOut) {
        int changes = 0;
        int contacts = 0;
        int cleared = 0;
        int emptied = 0;
        Object lastEmptied = null;
        Set<String> toCheck = new HashSet<>();
        Object last = null;
        for (PreviewRow row : preview.rows()) {
            if (mask.contains(row.diff().field()) && !takenOut.contains(row.resourceName())) {
                changes++;
                contacts += row.update() == last ? 0 : 1;
                if (row.clears()) {
                    cleared++;
                    emptied += row.update() == lastEmptied ? 0 : 1;
                    lastEmptied = row.update();
                }
                if (row.toCheck()) {
                    toCheck.add(row.resourceName());
                }
                last = row.update();
            }
        }
        return new PreviewNumbers(changes, contacts, cleared, emptied, toCheck.size());
    }
}
