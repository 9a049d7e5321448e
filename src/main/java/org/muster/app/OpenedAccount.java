package org.muster.app;

import java.util.List;
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
 * @param all the accounts there are, this one included, in the order to show them
 */
record OpenedAccount(Account account, JobService.Lane lane, Optional<PracticeControls> practice, List<Account> all) {}
