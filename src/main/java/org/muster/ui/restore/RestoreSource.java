package org.muster.ui.restore;

import java.util.concurrent.Callable;
import org.muster.changes.Returns;
import org.muster.jobs.JobSettings;
import org.muster.store.Backups;

/**
 * Where the sheet gets what it shows.
 *
 * @param account the id of the account that is open
 * @param backups the backups
 * @param returns reads which of the account's contacts were brought back before
 * @param settings how patient a backup is
 */
public record RestoreSource(String account, Backups backups, Callable<Returns> returns, JobSettings settings) {}
