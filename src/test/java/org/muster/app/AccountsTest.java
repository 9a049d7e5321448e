package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.accounts.AccountList;
import org.muster.accounts.AccountProblem;
import org.muster.accounts.Attempt;
import org.muster.accounts.ClientSecrets;
import org.muster.accounts.EndpointAccount;
import org.muster.accounts.GoogleAccount;
import org.muster.accounts.OAuthEndpoints;
import org.muster.accounts.PracticeAccount;
import org.muster.accounts.SignIn;
import org.muster.accounts.SignInResult;
import org.muster.accounts.TokenVault;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.Job;
import org.muster.jobs.JobService;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.LaneJobService;
import org.muster.jobs.MemoryJournal;
import org.muster.jobs.OutcomeState;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.ui.PracticeControls;
import org.slf4j.LoggerFactory;
import org.testfx.util.WaitForAsyncUtils;

@Execution(ExecutionMode.CONCURRENT)
class AccountsTest {
    @TempDir
    Path folder;

    private DataFolder data;
    private TokenVault vault;
    private Accounts accounts;

    @BeforeEach
    void open() throws Exception {
        data = DataFolder.open(folder.resolve("data"));
        EndpointAccount other = ((Attempt.Done<EndpointAccount>) EndpointAccount.parse("http://127.0.0.1:9")).value();
        vault = new TokenVault(data.path());
        accounts = new Accounts(data, new AccountList(vault, new NetHttpTransport(), Optional.of(other)), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        accounts.close();
        data.close();
    }

    private OpenedAccount opened(String id) {
        return ((Attempt.Done<OpenedAccount>) accounts.open(accounts.find(id).orElseThrow())).value();
    }

    private static List<Contact> people(OpenedAccount account) {
        List<Contact> all = new ArrayList<>();
        assertThat(account.lane().gateway().list(FieldMask.of(PersonField.NAMES, PersonField.ORGANIZATIONS), Set.of(), page -> all.addAll(page.contacts()))).isInstanceOf(Answer.Ok.class);
        return all;
    }

    @Test
    void thePracticeAccountIsThereWithItsPeopleAndItsWeather() {
        OpenedAccount practice = opened("practice");
        assertThat(people(practice)).hasSize(1_204);
        assertThat(practice.practice()).isPresent();
        assertThat(practice.all()).hasSize(2);
    }

    @Test
    void anAccountHasOneLaneHoweverOftenItIsOpened() {
        assertThat(opened("practice").lane()).isSameAs(opened("practice").lane());
    }

    private GoogleAccount signedIn(PracticeServer google) throws Exception {
        Path file = Files.writeString(folder.resolve("client.json"), google.oauthClient().clientSecretJson());
        ClientSecrets client = ((Attempt.Done<ClientSecrets>) ClientSecrets.read(file)).value();
        try (HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            SignIn signIn = new SignIn(vault, new NetHttpTransport(), Duration.ofSeconds(15));
            SignInResult result = signIn.start(client, OAuthEndpoints.under(google.endpoint()), "Mine", address -> browser.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())).await();
            return ((SignInResult.Connected) result).account();
        }
    }

    private JobService.Lane connected(GoogleAccount account) {
        return ((Attempt.Done<OpenedAccount>) accounts.connected(account)).value().lane();
    }

    @Test
    @Timeout(60)
    void aJobThatWaitsForANewSignInGoesOnWithIt() throws Exception {
        try (PracticeServer google = PracticeServer.start(PracticeConfig.inMemory(SampleData.none())); LaneJobService jobs = new LaneJobService(new MemoryJournal(), JobSettings.standard())) {
            JobService.Lane lane = connected(signedIn(google));
            google.revokeGrants();
            Person ada = new Person().setNames(List.of(new Name().setGivenName("Ada")));
            Job job = jobs.submit(lane, new ChangeSet("new", List.of(new Change.Create(ada, "")), FieldMask.of(PersonField.NAMES)));
            CompletableFuture<Optional<ErrorCause>> paused = new CompletableFuture<>();
            Consumer<Job> watch = j -> Optional.of(j.snapshot()).filter(now -> now.state() == JobState.PAUSED).ifPresent(now -> paused.complete(now.problem().map(ApiError::cause)));
            job.addListener(watch);
            watch.accept(job);
            assertThat(paused.get()).contains(ErrorCause.SIGNED_OUT);

            assertThat(connected(signedIn(google))).isSameAs(lane);
            job.resume();
            job.await();
            assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(1);
            assertThat(google.contactCount()).isEqualTo(1);
        }
    }

    @Test
    void aServerNamedAtStartUpHasNoWeather() {
        OpenedAccount other = opened("endpoint:http://127.0.0.1:9/");
        assertThat(other.practice()).isEmpty();
        assertThat(other.lane().id()).isNotEqualTo("practice");
    }

    @Test
    void anAccountThatIsGoneIsNotFound() {
        assertThat(accounts.find("google:nobody")).isEmpty();
    }

    @Test
    void whatStandsInTheWayOfThePracticeAccountIsSaidAndItCanBeTriedAgain() throws Exception {
        Path inTheWay = Files.createDirectory(data.practiceDatabase());
        AccountProblem problem = ((Attempt.Refused<OpenedAccount>) accounts.open(new PracticeAccount())).problem();
        assertThat(problem.cause()).isEqualTo(AccountProblem.Cause.PRACTICE_NOT_KEPT);
        assertThat(problem.what()).isEqualTo("The practice account cannot be read or saved.");
        assertThat(problem.advice()).contains(inTheWay.toString(), "disk");
        Files.delete(inTheWay);
        assertThat(people(opened("practice"))).hasSize(1_204);
    }

    @Test
    void whatHappenedToThePracticeAccountIsToldUntilItWasShown() throws Exception {
        Files.writeString(data.practiceDatabase(), "no database at all, but long enough to be taken for one that is damaged".repeat(100));
        OpenedAccount dropped = opened("practice");
        assertThat(dropped.problems()).extracting(AccountProblem::cause).containsExactly(AccountProblem.Cause.PRACTICE_DAMAGED);
        OpenedAccount shown = opened("practice");
        assertThat(shown.problems()).as("nobody was shown it").isEqualTo(dropped.problems());
        shown.told().run();
        assertThat(opened("practice").problems()).isEmpty();
    }

    @Test
    void whereItCannotBeKeptWhoseAnAccountIsThatIsSaid() throws Exception {
        Files.writeString(data.locks(), "in the way");
        AccountProblem problem = ((Attempt.Refused<OpenedAccount>) accounts.openOrLook(new PracticeAccount())).problem();
        assertThat(problem.cause()).isEqualTo(AccountProblem.Cause.LOCKS_NOT_KEPT);
        assertThat(problem.advice()).contains(data.locks().toString());
        Files.delete(data.locks());
        assertThat(accounts.openOrLook(new PracticeAccount())).isInstanceOf(Attempt.Done.class);
    }

    @Test
    void whatFailsEveryTwoSecondsIsLoggedOnceUntilItHasWorked() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(Accounts.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.list = new CopyOnWriteArrayList<>(); // other tests may log meanwhile
        said.start();
        logger.addAppender(said);
        try {
            Callable<Long> lines = () -> said.list.stream().filter(e -> e.getThrowableProxy() != null && e.getThrowableProxy().getMessage().contains(data.locks().toString())).count();
            Files.writeString(data.locks(), "in the way");
            accounts.openOrLook(new PracticeAccount());
            accounts.openOrLook(new PracticeAccount());
            assertThat(lines.call()).as("the same again").isOne();
            Files.delete(data.locks());
            EndpointAccount other = (EndpointAccount) accounts.find("endpoint:http://127.0.0.1:9/").orElseThrow();
            assertThat(accounts.openOrLook(other)).isInstanceOf(Attempt.Done.class);
            Path held = Files.move(data.locks(), folder.resolve("held"));
            Files.writeString(data.locks(), "in the way");
            accounts.openOrLook(new PracticeAccount());
            assertThat(lines.call()).as("again, after it worked").isEqualTo(2);
            Files.delete(data.locks());
            Files.move(held, data.locks());
        } finally {
            logger.detachAppender(said);
        }
    }

    @Test
    void nothingPassesToThePracticeAccountBeforeItIsServedHere() throws Exception {
        try (PracticeServer gone = PracticeServer.start(PracticeConfig.inMemory(SampleData.standard()))) {
            AccountLocks other = new AccountLocks(data.locks(), AccountLocks.Kind.WINDOW, Clock.systemUTC());
            other.hold("practice");
            new PracticeSign(data.practiceSign()).put(new PracticeSign.Address(gone.endpoint(), gone.token()));
            OpenedAccount looked = ((Attempt.Done<OpenedAccount>) accounts.openOrLook(new PracticeAccount())).value();
            other.close();
            accounts.hold(new PracticeAccount());
            assertThat(looked.lane().gateway().createLabel("Zither players")).isInstanceOfSatisfying(Answer.Failed.class, f -> assertThat(((Answer.Failed<?>) f).error().cause()).isEqualTo(ErrorCause.HELD_ELSEWHERE));
            assertThat(opened("practice").lane().gateway().createLabel("Zither players")).isInstanceOf(Answer.Ok.class);
            assertThat(gone.log().entries()).extracting(entry -> entry.methodId()).doesNotContain("contactGroups.create");
        }
    }

    @Test
    void anotherDeviceChangesWhatIsRead() {
        OpenedAccount practice = opened("practice");
        Contact first = people(practice).getFirst();
        accounts.elsewhere().renameCompany(first.resourceName(), "Babbage & Co.");
        assertThat(people(practice)).filteredOn(c -> c.resourceName().equals(first.resourceName()))
                .allSatisfy(c -> assertThat(c.items(PersonField.ORGANIZATIONS).getFirst()).containsEntry("name", "Babbage & Co."));
    }

    @Test
    void everySwitchAndWeatherOfTheDeskTurnsTheServer() {
        PracticeControls desk = opened("practice").practice().orElseThrow();
        assertThat(desk.switches()).isNotEmpty();
        for (PracticeControls.Switch turned : desk.switches()) {
            for (String position : turned.positions()) {
                desk.turn(turned.id(), position);
                assertThat(desk.switches()).contains(new PracticeControls.Switch(turned.id(), turned.positions(), position));
            }
        }
        for (PracticeControls.Weather weather : desk.weathers()) {
            desk.weather(weather);
            assertThat(desk.weather()).isEqualTo(weather);
        }
    }

    @Test
    @Timeout(60)
    void anAccountIsNotGivenBackWhileALabelIsOnItsWay() throws Exception {
        try (PracticeServer server = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()))) {
            EndpointAccount account = ((Attempt.Done<EndpointAccount>) EndpointAccount.parse(server.endpoint().toString())).value();
            Accounts leaving = new Accounts(data, new AccountList(vault, new NetHttpTransport(), Optional.of(account)), AccountLocks.Kind.WINDOW, Clock.systemUTC(), Map.of("MUSTER_TOKEN", server.token()));
            JobService.Lane lane = ((Attempt.Done<OpenedAccount>) leaving.open(account)).value().lane();
            server.faults().next(Fault.HANG_AFTER, "contactGroups.create");
            CompletableFuture<?> label = CompletableFuture.supplyAsync(() -> lane.gateway().createLabel("Choir"));
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> server.faults().pending() == 0);

            Thread closing = Thread.ofVirtual().start(leaving::close);
            assertThat(closing.join(Duration.ofMillis(300))).isFalse();
            try (AccountLocks next = new AccountLocks(data.locks(), AccountLocks.Kind.TERMINAL, Clock.systemUTC())) {
                assertThat(next.hold(account.id())).isInstanceOf(AccountLocks.Hold.Theirs.class);
                server.faults().release();
                closing.join();
                label.join(); // as good as there
                assertThat(next.hold(account.id())).isInstanceOf(AccountLocks.Hold.Ours.class);
            }
        }
    }
}
