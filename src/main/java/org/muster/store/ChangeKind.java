package org.muster.store;

/** What a job did, or was to do, to a contact. By the names that stand in the journal. */
public enum ChangeKind {
    /** It was made. */
    CREATE,
    /** Some of its fields were replaced. */
    UPDATE,
    /** It was deleted. */
    DELETE,
    /** It was given a photo. */
    PHOTO
}
