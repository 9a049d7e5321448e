package org.muster.app;

import java.util.Optional;
import org.muster.accounts.Account;
import org.muster.jobs.JobService;
import org.muster.ui.PracticeControls;

/**
 * An account ready to be worked on.
 *
 * @param account which one
 * @param lane the way to its server, and its contacts
 * @param practice its controls, when it is the practice account
 */
record OpenedAccount(Account account, JobService.Lane lane, Optional<PracticeControls> practice) {}
