package org.muster.app;

import java.util.Optional;
import org.muster.jobs.Holding;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.store.Backups;
import org.muster.ui.history.AccountHistory;

/**
 * What a window needs of jobs.
 *
 * @param jobs carries them out
 * @param keeping what is kept of them on the disk
 * @param settings how patient they are
 * @param backups the copies of accounts that are kept before jobs change them
 * @param holding which accounts this process may change
 */
record JobDesk(JobService jobs, JobKeeping keeping, JobSettings settings, Backups backups, Holding holding) {
    /** What is remembered of an account, when there is a journal. */
    Optional<AccountHistory> history(String account) {
        return keeping.history().flatMap(jobsDone -> keeping.archive().map(archive -> new AccountHistory(account, jobsDone, archive)));
    }
}
