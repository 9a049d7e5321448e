package org.muster.people;

/** What a request asked for. The same refusal can mean different things to different requests. */
enum Asked {
    /** To read, whatever. */
    READ,
    /** To make contacts. */
    CREATE,
    /** To change contacts, each under its etag. */
    UPDATE,
    /** To delete contacts. */
    DELETE,
    /** To change a contact's photo. */
    PHOTO,
    /** To change labels. */
    LABEL
}
