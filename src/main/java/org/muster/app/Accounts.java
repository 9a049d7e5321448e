package org.muster.app;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.muster.accounts.Account;
import org.muster.accounts.AccountList;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.FixedToken;
import org.muster.accounts.GoogleAccount;
import org.muster.accounts.GoogleSession;
import org.muster.accounts.PracticeAccount;
import org.muster.app.tour.Tour;
import org.muster.contacts.ContactBook;
import org.muster.jobs.JobService;
import org.muster.jobs.QuotaStart;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.HeldGateway;
import org.muster.people.PeopleGateway;
import org.muster.people.Timeouts;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeProblem;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.ui.PracticeControls;
import org.muster.ui.workspace.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens accounts: one lane per account for the whole run, so that no account ever has two; and one process that changes it. */
final class Accounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    /**
     * How an account is reached.
     *
     * @param door what its lane asks through, which lets changes pass only while this process holds the account
     * @param led how often the door was led elsewhere
     */
    private record Way(JobService.Lane lane, HeldGateway door, Optional<PracticeControls> practice, int led) {}

    private final DataFolder data;
    private final AccountList list;
    private final AccountLocks locks;
    private final PracticeSign sign;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Map<String, Way> open = new HashMap<>();
    /** What happened and nobody was shown yet. */
    private final List<AccountProblem> untold = new CopyOnWriteArrayList<>();
    /** What was logged last of what may fail every two seconds. */
    private String logged = "";
    /** Once it is there, the way to the practice account leads to it. */
    private volatile PracticeServer practice;
    /** Where another process serves the practice account, as far as this one looks into it there. */
    private Optional<PracticeSign.Address> practiceElsewhere = Optional.empty();

    Accounts(DataFolder data, AccountList list, Clock clock) {
        this(data, list, AccountLocks.Kind.WINDOW, clock, System.getenv());
    }

    /**
     * Opens accounts in a process of this kind.
     *
     * @param environment where the token of a server named at start-up is found
     */
    Accounts(DataFolder data, AccountList list, AccountLocks.Kind kind, Clock clock, Map<String, String> environment) {
        this.data = data;
        this.list = list;
        this.locks = new AccountLocks(data.locks(), kind, clock);
        this.sign = new PracticeSign(data.practiceSign());
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    /** Takes an account for this process, which may change it from then on, until {@link #close}; or tells who has it. Refuses when that cannot be kept on the disk. */
    synchronized Attempt<AccountLocks.Hold> hold(Account account) {
        try {
            return Attempt.done(locks.hold(account.id()));
        } catch (IOException e) {
            log("whose an account is cannot be kept", e);
            return Attempt.refused(AccountProblem.Cause.LOCKS_NOT_KEPT, data.locks().toString());
        }
    }

    /** Whether this process holds an account. Once it does, it does until {@link #close}. Any thread may ask, at any time. */
    boolean holds(String accountId) {
        return locks.holds(accountId);
    }

    /** Takes an account and opens it, or gives the one that is open already. Refuses while another process holds it. Blocks for a moment: not on the FX thread. */
    synchronized Attempt<OpenedAccount> open(Account account) {
        return hold(account).then(hold -> switch (hold) {
            case AccountLocks.Hold.Ours ours -> opened(account, new Access.Working());
            case AccountLocks.Hold.Theirs theirs -> inUse(theirs);
        });
    }

    /**
     * Takes an account and opens it; while another process holds it, opens it only to look into it, which its {@link OpenedAccount#access} tells. To be asked again for
     * an account that was only looked into: it keeps its lane. Blocks for a moment: not on the FX thread.
     */
    synchronized Attempt<OpenedAccount> openOrLook(Account account) {
        return hold(account).then(hold -> opened(account, switch (hold) {
            case AccountLocks.Hold.Ours ours -> new Access.Working();
            case AccountLocks.Hold.Theirs theirs -> HolderWords.reading(theirs.by(), clock);
        }));
    }

    /** A window that waits asks for the same again and again. */
    private void log(String what, Exception why) {
        String now = what + ": " + why;
        if (!now.equals(logged)) {
            logged = now;
            LOG.warn(what, why);
        }
    }

    private <T> Attempt<T> inUse(AccountLocks.Hold.Theirs theirs) {
        return Attempt.refused(AccountProblem.Cause.IN_USE, HolderWords.who(theirs.by(), clock));
    }

    /** Takes an account, and gives the way into it. Refuses while another process holds it. */
    synchronized Attempt<JobService.Lane> toChange(Account account) {
        return hold(account).then(hold -> switch (hold) {
            case AccountLocks.Hold.Ours ours -> look(account);
            case AccountLocks.Hold.Theirs theirs -> inUse(theirs);
        });
    }

    /** The way into an account to look, whoever holds it. */
    synchronized Attempt<JobService.Lane> look(Account account) {
        return way(account).then(found -> Attempt.done(found.lane()));
    }

    private Attempt<OpenedAccount> opened(Account account, Access access) {
        return way(account).then(found -> {
            logged = "";
            return Attempt.done(opened(account, found, access));
        });
    }

    private OpenedAccount opened(Account account, Way way, Access access) {
        AccountList.Accounts known = list.read();
        List<AccountProblem> happened = List.copyOf(untold);
        List<AccountProblem> problems = new ArrayList<>(known.problems());
        problems.addAll(happened);
        return new OpenedAccount(account, way.lane(), way.practice(), List.copyOf(problems), () -> untold.removeAll(happened), access, way.led(), known.accounts());
    }

    /** The accounts there are. Reads files. */
    AccountList.Accounts all() {
        return list.read();
    }

    /** Opens an account that was just connected, under its new sign-in. Its lane stays: jobs in it may wait for that very sign-in. */
    synchronized Attempt<OpenedAccount> connected(GoogleAccount account) {
        if (open.get(account.id()) instanceof Way before) {
            switch (list.open(account)) {
                case Attempt.Refused<GoogleSession>(AccountProblem problem) -> {
                    return Attempt.refused(problem.cause(), problem.detail());
                }
                case Attempt.Done<GoogleSession>(GoogleSession session) -> lead(account, before, session.root(), session);
            }
        }
        return openOrLook(account);
    }

    /** The account with this id, if there still is one. Reads files: not on the FX thread. */
    Optional<Account> find(String id) {
        return list.read().accounts().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    private Attempt<Way> way(Account account) {
        Optional<Way> already = Optional.ofNullable(open.get(account.id()));
        return switch (account) {
            case PracticeAccount a -> practice(a, already);
            case EndpointAccount a -> Attempt.done(already.orElseGet(() -> keep(a, a.root(), FixedToken.from(environment))));
            case GoogleAccount a when already.isPresent() -> Attempt.done(already.get());
            case GoogleAccount a -> list.open(a).then(session -> Attempt.done(keep(a, session.root(), session)));
        };
    }

    /** Another device of the practice account's user. */
    Tour.Elsewhere elsewhere() {
        return (resourceName, company) -> practice.changeElsewhere(resourceName, person -> {
            JsonObject organization = new JsonObject();
            organization.addProperty("name", company);
            JsonArray organizations = new JsonArray();
            organizations.add(organization);
            person.add("organizations", organizations);
        });
    }

    private Way keep(Account account, URI root, HttpRequestInitializer credential) {
        BooleanSupplier held = account instanceof PracticeAccount ? () -> practice != null && holds(account.id()) : () -> holds(account.id());
        HeldGateway door = new HeldGateway(gateway(root, credential), held);
        return kept(account, new Way(new JobService.Lane(account.id(), door, new ContactBook(), QuotaStart.of(root)), door, Optional.empty(), 0));
    }

    private Way kept(Account account, Way way) {
        open.put(account.id(), way);
        return way;
    }

    private Way lead(Account account, Way way, URI root, HttpRequestInitializer credential) {
        way.door().leadTo(gateway(root, credential));
        return kept(account, new Way(way.lane(), way.door(), way.practice(), way.led() + 1));
    }

    private static PeopleGateway gateway(URI root, HttpRequestInitializer credential) {
        return new GooglePeopleGateway(root, credential, Timeouts.STANDARD);
    }

    /** Served by the process that holds the account; others look into it there. Its database is never opened by two. */
    private Attempt<Way> practice(PracticeAccount account, Optional<Way> already) {
        return hold(account).then(hold -> switch (hold) {
            case AccountLocks.Hold.Ours ours -> practice != null ? Attempt.done(already.orElseThrow()) : serve(account, already);
            case AccountLocks.Hold.Theirs theirs -> sign.read().map(there -> practiceElsewhere(account, there, already)).or(() -> already).map(Attempt::done).orElseGet(() -> inUse(theirs));
        });
    }

    private Way practiceElsewhere(PracticeAccount account, PracticeSign.Address there, Optional<Way> already) {
        Optional<PracticeSign.Address> before = practiceElsewhere;
        practiceElsewhere = Optional.of(there);
        if (already.isPresent() && !before.equals(practiceElsewhere)) {
            return lead(account, already.get(), there.endpoint(), new FixedToken(there.token()));
        }
        return already.orElseGet(() -> keep(account, there.endpoint(), new FixedToken(there.token())));
    }

    private Attempt<Way> serve(PracticeAccount account, Optional<Way> already) {
        sign.take(); // of one that was killed
        PracticeServer server;
        try {
            server = PracticeServer.start(new PracticeConfig(data.practiceDatabase(), 0, null, SampleData.standard()));
        } catch (PracticeProblem e) {
            log("the practice account cannot be served", e);
            return Attempt.refused(switch (e.reason()) {
                case NO_PORT -> AccountProblem.Cause.PRACTICE_NO_PORT;
                case IN_USE -> AccountProblem.Cause.PRACTICE_IN_USE;
                case NEWER -> AccountProblem.Cause.PRACTICE_NEWER;
                case NOT_KEPT -> AccountProblem.Cause.PRACTICE_NOT_KEPT;
            }, data.practiceDatabase().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PracticeSign.Address here = new PracticeSign.Address(server.endpoint(), server.token());
        server.setAside().ifPresent(file -> untold.add(new AccountProblem(AccountProblem.Cause.PRACTICE_DAMAGED, file.toString())));
        Way way = already.map(looking -> lead(account, looking, here.endpoint(), new FixedToken(here.token()))).orElseGet(() -> keep(account, here.endpoint(), new FixedToken(here.token())));
        practice = server; // from now on changes pass the door, which leads here
        sign.put(here);
        Way served = kept(account, new Way(way.lane(), way.door(), Optional.of(new PracticeDesk(server)), way.led()));
        return Attempt.done(served);
    }

    /** Gives all accounts back, as soon as nothing is on its way to them any more. */
    @Override
    public synchronized void close() {
        open.values().forEach(way -> way.door().close());
        if (practice != null) {
            sign.take();
            practice.close();
        }
        locks.close();
    }
}
