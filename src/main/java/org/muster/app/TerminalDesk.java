package org.muster.app;

import java.util.Optional;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.PracticeAccount;
import org.muster.cli.Desk;
import org.muster.jobs.JobService;
import org.muster.store.Backups;
import org.muster.store.History;
import org.muster.store.JobArchive;

/** What commands work with, opened as the window opens it. */
record TerminalDesk(Accounts opened, JobService jobs, JobKeeping keeping, Backups backups, Optional<EndpointAccount> endpoint) implements Desk {
    @Override
    public AccountList.Accounts accounts() {
        return opened.all();
    }

    @Override
    public Account usual() {
        return endpoint.<Account>map(e -> e).orElseGet(PracticeAccount::new);
    }

    @Override
    public Attempt<JobService.Lane> open(Account account) {
        return opened.look(account);
    }

    @Override
    public Attempt<JobService.Lane> openToChange(Account account) {
        return opened.toChange(account);
    }

    @Override
    public Optional<JobArchive> archive() {
        return keeping.archive();
    }

    @Override
    public Optional<History> history() {
        return keeping.history();
    }
}
