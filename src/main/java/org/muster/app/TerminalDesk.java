package org.muster.app;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.PracticeAccount;
import org.muster.cli.Desk;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;
import org.muster.store.Backups;
import org.muster.store.History;
import org.muster.store.JobArchive;

/** What commands work with, opened as the window opens it; the journal, which is looked through from its beginning, only for commands that need it. For one thread. */
final class TerminalDesk implements Desk, AutoCloseable {
    private final Accounts opened;
    private final DataFolder folder;
    private final Optional<EndpointAccount> endpoint;
    private final Consumer<String> news;
    private Optional<Work> work = Optional.empty();

    /** Jobs, and what is kept of them. */
    private record Work(JobService jobs, JobKeeping keeping) {}

    /** @param news hears what the user should know about the journal */
    TerminalDesk(Accounts opened, DataFolder folder, Optional<EndpointAccount> endpoint, Consumer<String> news) {
        this.opened = opened;
        this.folder = folder;
        this.endpoint = endpoint;
        this.news = news;
    }

    private Work work() {
        if (work.isEmpty()) {
            JobKeeping keeping = JobKeeping.open(folder, Clock.systemUTC());
            work = Optional.of(new Work(new LaneJobService(keeping.journal(), JobSettings.standard(), backups(), opened::holds), keeping));
            keeping.news().forEach(one -> news.accept(one.what() + " " + one.advice()));
        }
        return work.get();
    }

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
    public JobService jobs() {
        return work().jobs();
    }

    @Override
    public Backups backups() {
        return new Backups(folder.backups(), Clock.systemDefaultZone());
    }

    @Override
    public Optional<JobArchive> archive() {
        return work().keeping().archive();
    }

    @Override
    public Optional<History> history() {
        return work().keeping().history();
    }

    /** Lets the jobs come to rest; then all is noted. */
    @Override
    public void close() {
        work.ifPresent(open -> {
            try {
                open.jobs().close();
            } finally {
                open.keeping().close();
            }
        });
    }
}
