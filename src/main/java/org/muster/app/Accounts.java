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
import org.muster.people.Timeouts;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeProblem;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.ui.PracticeControls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens accounts: one lane per account for the whole run, so that no account ever has two; and one process that changes it. */
final class Accounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    /** How an account is reached. */
    private record Way(JobService.Lane lane, Optional<PracticeControls> practice) {}

    private final DataFolder data;
    private final AccountList list;
    private final AccountLocks locks;
    private final PracticeSign sign;
    private final Clock clock;
    private final Map<String, String> environment;
    private final Map<String, Way> open = new HashMap<>();
    private final List<AccountProblem> untold = new ArrayList<>();
    private PracticeServer practice;

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

    /**
     * Takes an account for this process, which may change it from then on, until {@link #close}.
     *
     * @throws UncheckedIOException when locks cannot be kept
     */
    synchronized AccountLocks.Hold hold(Account account) {
        try {
            return locks.hold(account.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes an account and opens it, or gives the one that is open already. Refuses while another process holds it. Blocks for a moment: not on the FX thread. */
    synchronized Attempt<OpenedAccount> open(Account account) {
        return hold(account) instanceof AccountLocks.Hold.Theirs theirs ? inUse(theirs) : look(account);
    }

    private <T> Attempt<T> inUse(AccountLocks.Hold.Theirs theirs) {
        return Attempt.refused(AccountProblem.Cause.IN_USE, HolderWords.who(theirs.by(), clock));
    }

    /** Opens an account to look into it, whoever holds it; or gives the one that is open already. */
    synchronized Attempt<OpenedAccount> look(Account account) {
        Way already = open.get(account.id());
        Attempt<Way> way = already != null ? Attempt.done(already) : way(account);
        return switch (way) {
            case Attempt.Done<Way>(Way found) -> Attempt.done(opened(account, found));
            case Attempt.Refused<Way>(AccountProblem problem) -> Attempt.refused(problem.cause(), problem.detail());
        };
    }

    private OpenedAccount opened(Account account, Way way) {
        AccountList.Accounts known = list.read();
        List<AccountProblem> problems = new ArrayList<>(known.problems());
        problems.addAll(untold);
        untold.clear();
        return new OpenedAccount(account, way.lane(), way.practice(), List.copyOf(problems), known.accounts());
    }

    /** The accounts there are. Reads files. */
    AccountList.Accounts all() {
        return list.read();
    }

    /** Opens an account that was just connected, under its new sign-in. */
    synchronized Attempt<OpenedAccount> connected(GoogleAccount account) {
        open.remove(account.id());
        return open(account);
    }

    /** The account with this id, if there still is one. Reads files: not on the FX thread. */
    Optional<Account> find(String id) {
        return list.read().accounts().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    private Attempt<Way> way(Account account) {
        return switch (account) {
            case PracticeAccount a -> practice(a);
            case EndpointAccount a -> Attempt.done(keep(a, a.root(), FixedToken.from(environment), Optional.empty()));
            case GoogleAccount a -> switch (list.open(a)) {
                case Attempt.Refused<GoogleSession>(AccountProblem problem) -> Attempt.refused(problem.cause(), problem.detail());
                case Attempt.Done<GoogleSession>(GoogleSession session) -> Attempt.done(keep(a, session.root(), session, Optional.empty()));
            };
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

    private Way keep(Account account, URI root, HttpRequestInitializer credential, Optional<PracticeControls> controls) {
        Way way = new Way(lane(account, root, credential), controls);
        open.put(account.id(), way);
        return way;
    }

    private static JobService.Lane lane(Account account, URI root, HttpRequestInitializer credential) {
        return new JobService.Lane(account.id(), new GooglePeopleGateway(root, credential, Timeouts.STANDARD), new ContactBook(), QuotaStart.of(root));
    }

    /** Served by the process that holds the account; others look into it there. Its database is never opened by two. */
    private Attempt<Way> practice(PracticeAccount account) {
        if (hold(account) instanceof AccountLocks.Hold.Theirs theirs) {
            return sign.read().<Attempt<Way>>map(there -> Attempt.done(new Way(lane(account, there.endpoint(), new FixedToken(there.token())), Optional.empty()))).orElseGet(() -> inUse(theirs));
        }
        sign.take(); // of one that was killed
        try {
            practice = PracticeServer.start(new PracticeConfig(data.practiceDatabase(), 0, null, SampleData.standard()));
        } catch (PracticeProblem e) {
            LOG.warn("the practice account cannot be served", e);
            return Attempt.refused(switch (e.reason()) {
                case NO_PORT -> AccountProblem.Cause.PRACTICE_NO_PORT;
                case IN_USE -> AccountProblem.Cause.PRACTICE_IN_USE;
                case NEWER -> AccountProblem.Cause.PRACTICE_NEWER;
                case NOT_KEPT -> AccountProblem.Cause.PRACTICE_NOT_KEPT;
            }, data.practiceDatabase().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sign.put(new PracticeSign.Address(practice.endpoint(), practice.token()));
        practice.setAside().ifPresent(file -> untold.add(new AccountProblem(AccountProblem.Cause.PRACTICE_DAMAGED, file.toString())));
        return Attempt.done(keep(account, practice.endpoint(), new FixedToken(practice.token()), Optional.of(new PracticeDesk(practice))));
    }

    @Override
    public synchronized void close() {
        if (practice != null) {
            sign.take();
            practice.close();
        }
        locks.close();
    }
}
