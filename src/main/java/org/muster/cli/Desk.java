package org.muster.cli;

import java.util.Optional;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.jobs.JobService;
import org.muster.store.Backups;
import org.muster.store.History;
import org.muster.store.JobArchive;

/** What commands work with. Opened by start-up for one command. */
public interface Desk {
    /** The accounts there are. */
    AccountList.Accounts accounts();

    /** The account to work on when none is named. */
    Account usual();

    /** Opens an account to look into it. */
    Attempt<JobService.Lane> open(Account account);

    /** Opens an account to change it. Refuses while another process holds it. */
    Attempt<JobService.Lane> openToChange(Account account);

    /** Carries out jobs. */
    JobService jobs();

    /** The backups of accounts. */
    Backups backups();

    /** What is remembered of jobs; empty when the journal cannot be used, so that no job can be carried out either. */
    Optional<JobArchive> archive();

    /** What jobs have done; there when {@link #archive} is. */
    Optional<History> history();
}
