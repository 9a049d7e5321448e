package org.muster.app;

import java.util.List;
import java.util.Optional;
import org.muster.accounts.Account;
import org.muster.accounts.AccountProblem;
import org.muster.jobs.JobService;
import org.muster.ui.PracticeControls;
import org.muster.ui.workspace.Access;

/**
 * An account ready to be worked on, or only to be looked into.
 *
 * @param account which one
 * @param lane the way to its server, and its contacts
 * @param practice its controls, when it is the practice account
 * @param problems what the user should hear of once: it happened, or was found, while this account was opened
 * @param told to be called once the user was shown them; until then those that happened are told again
 * @param access whether it may be changed
 * @param led how often its lane has been led to another server: what was read before one such time may be of another, or none
 * @param all the accounts there are, this one included, in the order to show them
 */
record OpenedAccount(Account account, JobService.Lane lane, Optional<PracticeControls> practice, List<AccountProblem> problems, Runnable told, Access access, int led, List<Account> all) {}
