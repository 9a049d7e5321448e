package org.muster.ui.create;

/** Why nothing was prepared for sending. */
enum NotReady {
    /** A row was changed meanwhile, or looking failed. */
    CHANGED,
    /** Rows look like contacts that are there already, and nobody was told yet. */
    DOUBLES
}
