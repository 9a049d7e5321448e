package org.muster.ui.mask;

/**
 * What an update does to one field, in contacts.
 *
 * @param set will hold other values
 * @param cleared will hold none any more
 * @param same stay as they are
 */
public record Counts(int set, int cleared, int same) {
    /** Whether anything is done to the field. */
    public boolean changes() {
        return set > 0 || cleared > 0;
    }
}
