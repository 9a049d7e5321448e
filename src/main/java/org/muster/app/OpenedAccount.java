package org.muster.app;

import java.util.List;
import java.util.Optional;
import org.muster.accounts.Account;
import org.muster.accounts.AccountProblem;
import org.muster.jobs.JobService;
import org.muster.ui.PracticeControls;

/**
 * An account ready to be worked on.
 *
 * @param account which one
 * @param lane the way to its server, and its contacts
 * @param practice its controls, when it is the practice account
 * @param problems what the user should hear of once: it happened, or was found, while this account was opened
 * @param all the accounts there are, this one included, in the order to show them
 */
record OpenedAccount(Account account, JobService.Lane lane, Optional<PracticeControls> practice, List<AccountProblem> problems, List<Account> all) {}
