package org.muster.contacts;

/**
 * A label (Google's API calls it contact group).
 *
 * @param resourceName such as {@code contactGroups/65189743883aabaf}
 * @param name as people see it
 * @param system whether Google made it
 * @param memberCount how many contacts carried it when it was read
 */
public record Label(String resourceName, String name, boolean system, int memberCount) {
    /** Everybody in "My contacts" carries this one. */
    public static final String MY_CONTACTS = "contactGroups/myContacts";
    /** The starred contacts. */
    public static final String STARRED = "contactGroups/starred";

    /** Whether contacts may be given this label: user labels, my contacts and starred (People API). */
    public boolean assignable() {
        return !system || resourceName.equals(MY_CONTACTS) || resourceName.equals(STARRED);
    }
}
