package org.muster.contacts.json;

import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.FieldMetadata;
import com.google.api.services.people.v1.model.Source;
import com.google.api.services.people.v1.model.Status;

/**
 * Lets what is said again and again within one answer (types, labels, the source of every value of a contact) be kept once. Whoever changes a contact
 * changes a copy of it, so nobody notices.
 */
final class Sharing {
    private static final int FEWEST_TEXTS = 1 << 5;
    private static final int MOST_TEXTS = 1 << 12;

    private final String[] texts;
    /** Where each of them stands. */
    private final int[] begins;
    private final int[] ends;
    private final Repeats metadata = new Repeats();
    private final Repeats sources = new Repeats();
    private final Repeats labels = new Repeats();
    private final Repeats statuses = new Repeats();

    /** @param bytes how long the answer is */
    Sharing(int bytes) {
        int places = Integer.highestOneBit(Math.clamp(bytes / 16, FEWEST_TEXTS, MOST_TEXTS));
        texts = new String[places];
        begins = new int[places];
        ends = new int[places];
    }

    /** The text that was passed last, perhaps the same object as before. */
    String of(Scan json) {
        int place = (json.hash() ^ json.hash() >>> 12) & texts.length - 1;
        if (texts[place] == null || !json.isAsAt(begins[place], ends[place])) {
            texts[place] = json.text();
            begins[place] = json.from();
            ends[place] = json.to();
        }
        return texts[place];
    }

    /** Those of this class that were read last; {@code null} where it does not pay to look for them. */
    Repeats of(Class<?> model) {
        return model == FieldMetadata.class ? metadata : model == Source.class ? sources : model == ContactGroupMembership.class ? labels : model == Status.class ? statuses : null;
    }
}
