package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.accounts.AccountProblem.Cause;

/** Signs in over real HTTP against an authority that gives nothing without PKCE and state, and reads in its capture what went over the wire. */
@Timeout(30)
class SignInTest {
    private final TestAuthority authority = new TestAuthority();
    private final TestBrowser browser = new TestBrowser();

    @TempDir
    Path data;

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void connectsAndShowsPkceAndStateOnTheWire() {
        SignInResult result = start().await();

        GoogleAccount account = connected(result);
        assertThat(account.displayName()).isEqualTo("Mine");
        Map<String, String> asked = authority.at("/o/oauth2/v2/auth").getFirst().params();
        Map<String, String> exchanged = authority.at("/token").getFirst().params();
        assertThat(asked)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("code_challenge", TestAuthority.s256(exchanged.get("code_verifier")))
                .containsEntry("access_type", "offline")
                .containsEntry("prompt", "consent")
                .containsEntry("scope", "https://www.googleapis.com/auth/contacts");
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(exchanged.get("code_verifier")).matches("[A-Za-z0-9._~-]{43,128}");
        assertThat(exchanged).containsEntry("redirect_uri", asked.get("redirect_uri")).containsEntry("grant_type", "authorization_code");
    }

    @Test
    void usesAnotherStateVerifierAndPortEachTime() {
        connected(start().await());
        connected(start(new TestBrowser()).await());

        assertThat(authority.at("/o/oauth2/v2/auth")).extracting(seen -> seen.params().get("state")).doesNotHaveDuplicates();
        assertThat(authority.at("/token")).extracting(seen -> seen.params().get("code_verifier")).doesNotHaveDuplicates();
        assertThat(new AccountList(vault(), new NetHttpTransport(), Optional.empty()).read().accounts()).hasSize(3);
    }

    @Test
    void tellsTheUserInTheBrowserToGoBack() throws Exception {
        start().await();

        HttpResponse<String> page = browser.page.get();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).contains("go back to Muster").doesNotContain("4/code");
    }

    @Test
    void refusesAnAnswerWithAnotherState() throws Exception {
        authority.stateSentBack = state -> new StringBuilder(state).reverse().toString();

        assertThat(start().await()).isEqualTo(new SignInResult.WrongState());
        assertThat(authority.at("/token")).isEmpty();
        assertThat(browser.page.get().statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAnAnswerWithoutState() {
        authority.stateSentBack = state -> null;

        assertThat(start().await()).isEqualTo(new SignInResult.WrongState());
        assertThat(authority.at("/token")).isEmpty();
    }

    @Test
    void saysThatTheUserSaidNo() throws Exception {
        authority.deny = true;

        assertThat(start().await()).isEqualTo(new SignInResult.Denied("access_denied"));
        assertThat(browser.page.get().body()).contains("not granted");
        assertNothingKept();
    }

    @Test
    void endsAfterItsTimeLimitAndClosesThePort() {
        SignInRun run = new SignIn(vault(), new NetHttpTransport(), Duration.ofMillis(1)).start(authority.client(), authority.endpoints(), "", address -> {});

        assertThat(run.await()).isEqualTo(new SignInResult.TimedOut());
        assertClosed(run);
    }

    @Test
    void canBeCancelledWhileTheBrowserIsOpen() {
        SignInRun run = signIn().start(authority.client(), authority.endpoints(), "", address -> {});

        assertThat(run.cancel()).isTrue();
        assertThat(run.await()).isEqualTo(new SignInResult.Cancelled());
        assertThat(run.cancel()).isFalse();
        assertClosed(run);
        assertNothingKept();
    }

    @Test
    void givesTokensBackThatArriveAfterCancelling() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        authority.beforeTokenAnswer = () -> {
            asked.countDown();
            await(cancelled);
        };
        SignInRun run = start();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(run.cancel()).isTrue();
        cancelled.countDown();

        assertThat(run.await()).isEqualTo(new SignInResult.Cancelled());
        assertThat(authority.revoked.poll(20, TimeUnit.SECONDS)).isEqualTo(authority.refreshToken);
        assertNothingKept();
    }

    @Test
    void cannotBeCancelledOnceConnected() {
        SignInRun run = start();
        connected(run.await());

        assertThat(run.cancel()).isFalse();
        connected(run.await());
    }

    @Test
    void noticesThatTheBoxForContactsWasNotTicked() {
        authority.grantedScope = "openid";

        assertThat(start().await()).isEqualTo(failed(Cause.MISSING_SCOPE, ""));
        assertThat(authority.at("/revoke")).hasSize(1);
        assertNothingKept();
    }

    @Test
    void findsItsScopeAmongOthers() {
        authority.grantedScope = "openid " + SignIn.SCOPE + " email";

        connected(start().await());
    }

    @Test
    void wantsARefreshToken() {
        authority.withRefreshToken = false;

        assertThat(start().await()).isEqualTo(failed(Cause.NO_REFRESH_TOKEN, ""));
        assertNothingKept();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | application/json | {\"error\":\"invalid_grant\"}                  | CODE_REFUSED   | ''",
        "401 | application/json | {\"error\":\"invalid_client\"}                 | CLIENT_REFUSED | invalid_client",
        "400 | application/json | {\"error\":\"invalid_request\"}                | SERVER         | invalid_request",
        "500 | text/html        | <h1>Oops</h1>                                  | SERVER         | HTTP 500",
        "404 | text/html        | <h1>Not here</h1>                              | ODD_ANSWER     | HTTP 404",
        "400 | application/json | {\"error\":                                    | ODD_ANSWER     | HTTP 400",
        "400 | application/json | {\"error\":\"<script>\"}                       | ODD_ANSWER     | HTTP 400",
        "302 | http://127.0.0.1/elsewhere | ''                                   | ODD_ANSWER     | HTTP 302",
        "200 | text/html        | <h1>Please pay for the Wi-Fi</h1>              | ODD_ANSWER     | HTTP 200",
        "200 | application/json | ''                                             | ODD_ANSWER     | HTTP 200",
        "200 | application/json | []                                             | ODD_ANSWER     | HTTP 200",
        "200 | application/json | {\"access_token\":7}                           | ODD_ANSWER     | HTTP 200",
    })
    void codesWhateverTheTokenServerAnswers(int status, String type, String body, Cause cause, String detail) {
        authority.tokenAnswer = new TestAuthority.Canned(status, type, body);

        assertThat(start().await()).isEqualTo(failed(cause, detail));
        assertNothingKept();
    }

    @Test
    void saysThatTheTokenServerCannotBeReached() throws IOException {
        URI nowhere;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/token");
        }
        OAuthEndpoints right = authority.endpoints();
        OAuthEndpoints wrong = new OAuthEndpoints(right.auth(), nowhere, right.revoke(), right.api());

        assertThat(signIn().start(authority.client(), wrong, "", browser).await()).isEqualTo(failed(Cause.UNREACHABLE, "127.0.0.1"));
    }

    @Test
    void goesOnWhenNoBrowserOpens() {
        SignInRun run = signIn().start(authority.client(), authority.endpoints(), "", address -> {
            throw new IllegalStateException("no browser here");
        });

        browser.accept(run.address().orElseThrow());

        connected(run.await());
    }

    @Test
    void givesTokensBackThatCannotBeKept() throws IOException {
        Files.writeString(data.resolve("accounts"), "a file where the directory should be");

        assertThat(start().await()).isInstanceOfSatisfying(SignInResult.Failed.class, failed -> assertThat(failed.problem().cause()).isEqualTo(Cause.VAULT_UNWRITABLE));
        assertThat(authority.at("/revoke").getFirst().params()).containsEntry("token", authority.refreshToken);
    }

    @Test
    void connectsAgainUnderTheSameIdAndName() {
        GoogleAccount first = connected(start().await());

        GoogleAccount again = connected(again(first).await());

        assertThat(again).isEqualTo(first);
        assertThat(vault().contents().accounts()).singleElement().satisfies(stored -> assertThat(stored.refreshToken()).hasValue(authority.refreshToken));
    }

    @Test
    void sendsSecretsOnlyOverTlsOrWithinThisComputer() {
        URI safe = URI.create("https://accounts.example/");
        assertThatThrownBy(() -> OAuthEndpoints.under(URI.create("http://accounts.example/"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OAuthEndpoints.under(URI.create("http://127.0.0.1.example/"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(OAuthEndpoints.under(safe).token()).isEqualTo(URI.create("https://accounts.example/token"));
        assertThat(OAuthEndpoints.google().api()).isEqualTo(URI.create("https://people.googleapis.com/"));
    }

    private SignInRun start() {
        return start(browser);
    }

    private SignInRun start(TestBrowser with) {
        return with.attend(signIn().start(authority.client(), authority.endpoints(), "Mine", with));
    }

    private SignInRun again(GoogleAccount account) {
        TestBrowser another = new TestBrowser();
        return another.attend(signIn().again(account, another));
    }

    private SignIn signIn() {
        return new SignIn(vault(), new NetHttpTransport(), TestBrowser.PATIENCE);
    }

    private TokenVault vault() {
        return new TokenVault(data);
    }

    private static GoogleAccount connected(SignInResult result) {
        assertThat(result).isInstanceOf(SignInResult.Connected.class);
        return ((SignInResult.Connected) result).account();
    }

    private static SignInResult failed(Cause cause, String detail) {
        return new SignInResult.Failed(new AccountProblem(cause, detail));
    }

    private void assertNothingKept() {
        assertThat(vault().contents().accounts()).isEmpty();
    }

    private static void assertClosed(SignInRun run) {
        String redirect = run.address().orElseThrow().getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
        URI listener = URI.create(redirect);
        assertThatThrownBy(() -> new Socket(listener.getHost(), listener.getPort()).close()).isInstanceOf(ConnectException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
