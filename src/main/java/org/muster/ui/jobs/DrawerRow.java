package org.muster.ui.jobs;

/** One row of the drawer's list. Rows are compared by identity. */
sealed interface DrawerRow permits JobRow, Missed {
    /** The job it belongs to. */
    JobModel job();
}
