package org.muster.jobs;

/** What a {@link Journal} says of something it was given to write. */
public enum Kept {
    /** It is written, as safely as this journal can. */
    SAFE,
    /** There is no room for it. */
    DISK_FULL,
    /** It cannot be written for another reason, which the log has. */
    NOT_WRITABLE
}
