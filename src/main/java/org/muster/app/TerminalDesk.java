package org.muster.app;

import java.time.Clock;
import java.util.Optional;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.PracticeAccount;
import org.muster.cli.Desk;
import org.muster.cli.Exit;
import org.muster.cli.Refusal;
import org.muster.jobs.JobService;
import org.muster.store.Backups;
import org.muster.store.History;
import org.muster.store.JobArchive;

/** What commands work with, opened as the window opens it. */
record TerminalDesk(Accounts opened, JobService jobs, JobKeeping keeping, Backups backups, Optional<EndpointAccount> endpoint, Clock clock) implements Desk {
    @Override
    public AccountList.Accounts accounts() {
        return opened.all();
    }

    @Override
    public Account usual() {
        return endpoint.<Account>map(e -> e).orElseGet(PracticeAccount::new);
    }

    @Override
    public Attempt<JobService.Lane> open(Account account) throws Refusal {
        return lane(account);
    }

    @Override
    public Attempt<JobService.Lane> openToChange(Account account) throws Refusal {
        if (opened.hold(account) instanceof AccountLocks.Hold.Theirs theirs) {
            throw new Refusal(Exit.IN_USE, HolderWords.what(theirs.by(), clock) + " " + HolderWords.terminalAdvice());
        }
        return lane(account);
    }

    private Attempt<JobService.Lane> lane(Account account) throws Refusal {
        return switch (opened.look(account)) {
            case Attempt.Refused<JobService.Lane>(AccountProblem problem) when problem.cause() == AccountProblem.Cause.IN_USE -> throw new Refusal(Exit.IN_USE, problem.what() + " " + HolderWords.terminalAdvice());
            case Attempt<JobService.Lane> found -> found;
        };
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
