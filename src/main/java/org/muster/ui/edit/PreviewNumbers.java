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
 * @param tooLong contacts Google would not take, as they would be over its limits
 */
record PreviewNumbers(int changes, int contacts, int cleared, int tooLong) {
    static PreviewNumbers of(Preview preview, FieldMask mask, Set<String> takenOut) {
        int changes = 0;
        int contacts = 0;
        int cleared = 0;
        Set<String> tooLong = new HashSet<>();
        Object last = null;
        for (PreviewRow row : preview.rows()) {
            if (mask.contains(row.diff().field()) && !takenOut.contains(row.resourceName())) {
                changes++;
                contacts += row.update() == last ? 0 : 1;
                cleared += row.clears() ? 1 : 0;
                if (row.tooLong()) {
                    tooLong.add(row.resourceName());
                }
                last = row.update();
            }
        }
        return new PreviewNumbers(changes, contacts, cleared, tooLong.size());
    }
}
