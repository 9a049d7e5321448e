package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muster.accounts.AccountProblem.Cause;
import org.muster.people.Answer;
import org.muster.people.ErrorCause;
import org.muster.people.GooglePeopleGateway;
import org.muster.people.Timeouts;
import org.muster.practice.OAuthLog;
import org.muster.practice.Fault;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.SampleData;
import org.muster.practice.Switches;

/** From the downloaded client file to contacts through the gateway, against the practice server's own sign-in. */
@Timeout(30)
class SignInToPracticeTest {
    @TempDir
    Path data;

    private PracticeServer practice;
    private AccountList accounts;
    private TokenVault vault;

    @BeforeEach
    void start() throws IOException {
        practice = PracticeServer.start(PracticeConfig.inMemory(SampleData.none()));
        vault = new TokenVault(data);
        accounts = new AccountList(vault, new NetHttpTransport(), Optional.empty());
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void signsInWithPkceAndStateAndReadsThroughTheGateway() throws IOException {
        GooglePeopleGateway gateway = gateway(connected(signIn()));

        OAuthLog.Entry asked = practice.oauthLog().entries(OAuthLog.Kind.AUTH).getFirst();
        OAuthLog.Entry exchanged = practice.oauthLog().entries(OAuthLog.Kind.TOKEN).getFirst();
        assertThat(asked.param("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.param("code_challenge")).isEqualTo(TestAuthority.s256(exchanged.param("code_verifier")));
        assertThat(asked.param("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(gateway.labels()).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void saysSignedOutThroughTheGatewayOnceRevoked() throws IOException {
        GoogleAccount account = connected(signIn());
        GooglePeopleGateway gateway = gateway(account);
        practice.revokeGrants();

        for (int i = 0; i < 2; i++) {
            assertThat(gateway.labels()).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.error().cause()).isEqualTo(ErrorCause.SIGNED_OUT));
            assertThat(gateway.batchDelete(List.of("people/c1"))).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.error().cause()).isEqualTo(ErrorCause.SIGNED_OUT));
        }
        assertThat(practice.oauthLog().entries(OAuthLog.Kind.TOKEN)).hasSize(2); // the exchange, and one refused renewal
        assertThat(accounts.read().signedOut()).containsExactly(account.id());
    }

    @Test
    void followsWhatTheUserChoosesInTheBrowser() throws IOException {
        practice.switches().consent().set(Switches.Consent.UNTICK_WRITING);
        assertThat(signIn()).isEqualTo(new SignInResult.Failed(new AccountProblem(Cause.MISSING_SCOPE, "")));
        practice.switches().consent().set(Switches.Consent.WRONG_STATE);
        assertThat(signIn()).isEqualTo(new SignInResult.WrongState());
    }

    @Test
    void forgettingEndsTheGrant() throws IOException {
        GoogleAccount account = connected(signIn());
        GooglePeopleGateway gateway = gateway(account);

        assertThat(accounts.forget(account)).isEqualTo(Attempt.done(account));
        assertThat(gateway.labels()).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void theSameAccountConnectedTwiceIsOneAccountWithItsSignInRenewed() throws IOException {
        GoogleAccount first = connected(signIn("Mine"));
        String before = vault.find(first) instanceof Attempt.Done<StoredAccount>(StoredAccount stored) ? stored.refreshToken().orElseThrow() : "";
        SignInResult again = signIn("Mine as well");
        assertThat(again).isEqualTo(new SignInResult.Connected(first, true));
        assertThat(again.message()).isEqualTo("Mine was connected already; its sign-in is renewed.");
        assertThat(vault.contents().accounts()).singleElement().satisfies(stored -> {
            assertThat(stored.person()).contains("people/100000000000000000001");
            assertThat(stored.refreshToken()).isPresent().get().isNotEqualTo(before);
        });
        assertThat(gateway(first).labels()).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void anAccountWithoutANameIsCalledAsItsOwner() throws IOException {
        assertThat(connected(signIn("")).displayName()).isEqualTo("Practice Account");
    }

    @Test
    void somebodyElsesSignInNeverTakesTheAccountsPlace() throws IOException {
        GoogleAccount account = connected(signIn("Mine"));
        StoredAccount mine = ((Attempt.Done<StoredAccount>) vault.find(account)).value();
        StoredAccount theirs = new StoredAccount(mine.account(), mine.client(), mine.endpoints(), mine.refreshToken(), Optional.of("people/somebodyElse"));
        vault.save(theirs);
        TestBrowser browser = new TestBrowser();
        SignInResult result = browser.attend(new SignIn(vault, new NetHttpTransport(), TestBrowser.PATIENCE).again(account, browser)).await();
        assertThat(result).isEqualTo(new SignInResult.Failed(new AccountProblem(Cause.OTHER_OWNER, "Practice Account")));
        assertThat(((Attempt.Done<StoredAccount>) vault.find(account)).value().refreshToken()).isEqualTo(theirs.refreshToken());
    }

    @Test
    void whoseItIsMayStayUnknown() throws IOException {
        practice.faults().next(Fault.INTERNAL_500_BEFORE, "people.getBatchGet");
        GoogleAccount account = connected(signIn("Mine"));
        assertThat(vault.contents().accounts()).singleElement().satisfies(stored -> assertThat(stored.person()).isEmpty());
        assertThat(gateway(account).labels()).isInstanceOf(Answer.Ok.class);
    }

    private SignInResult signIn() throws IOException {
        return signIn("Practice");
    }

    private SignInResult signIn(String label) throws IOException {
        Path file = data.resolve("client_secret.json");
        Files.writeString(file, practice.oauthClient().clientSecretJson());
        ClientSecrets client = ((Attempt.Done<ClientSecrets>) ClientSecrets.read(file)).value();
        TestBrowser browser = new TestBrowser();
        SignIn signIn = new SignIn(vault, new NetHttpTransport(), TestBrowser.PATIENCE);
        return browser.attend(signIn.start(client, OAuthEndpoints.under(practice.endpoint()), label, browser)).await();
    }

    private static GoogleAccount connected(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Connected.class);
        return ((SignInResult.Connected) result).account();
    }

    private GooglePeopleGateway gateway(GoogleAccount account) {
        GoogleSession session = ((Attempt.Done<GoogleSession>) accounts.open(account)).value();
        return new GooglePeopleGateway(session.root(), session, Timeouts.STANDARD);
    }
}
