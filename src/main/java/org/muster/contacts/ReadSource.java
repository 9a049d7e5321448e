package org.muster.contacts;

/** Where Google reads a contact's values from (People API: {@code ReadSourceType}). */
public enum ReadSource {
    /** The person's Google account, domain profile and profile. */
    PROFILE("READ_SOURCE_TYPE_PROFILE"),
    /** The user's own contacts. */
    CONTACT("READ_SOURCE_TYPE_CONTACT"),
    /** Contacts shared in the user's domain. */
    DOMAIN_CONTACT("READ_SOURCE_TYPE_DOMAIN_CONTACT"),
    /** People the user has been in touch with. */
    OTHER_CONTACT("READ_SOURCE_TYPE_OTHER_CONTACT");

    private final String wire;

    ReadSource(String wire) {
        this.wire = wire;
    }

    /** Google's own spelling. */
    public String wire() {
        return wire;
    }
}
