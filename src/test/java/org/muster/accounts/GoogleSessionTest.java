package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.accounts.AccountProblem.Cause;
import org.muster.people.SignedOutException;

/** A connected account in use, over real HTTP. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(30)
class GoogleSessionTest {
    private final TestAuthority authority = new TestAuthority();
    private final NetHttpTransport transport = new NetHttpTransport();

    @TempDir
    Path data;

    private TokenVault vault;
    private AccountList list;
    private GoogleAccount account;
    private GoogleSession session;

    @BeforeEach
    void connect() {
        vault = new TokenVault(data);
        list = new AccountList(vault, transport, Optional.empty());
        TestBrowser browser = new TestBrowser();
        SignInResult result = browser.attend(new SignIn(vault, transport, TestBrowser.PATIENCE).start(authority.client(), authority.endpoints(), "Mine", browser)).await();
        account = ((SignInResult.Connected) result).account();
        session = open(account);
        authority.seen.clear();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void renewsOnceForManyRequests() throws IOException {
        assertThat(call()).isEqualTo(200);
        assertThat(call()).isEqualTo(200);

        assertThat(authority.at("/token")).singleElement().satisfies(seen -> assertThat(seen.params()).containsEntry("grant_type", "refresh_token"));
        assertThat(session.root()).isEqualTo(authority.root());
    }

    @Test
    void renewsOnceForRequestsSideBySide() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(this::call));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(authority.at("/token")).hasSize(1);
    }

    @Test
    void renewsBeforeTheTokenEnds() throws IOException {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        StoredAccount stored = vault.contents().accounts().getFirst();
        session = new GoogleSession(stored, stored.refreshToken().orElseThrow(), vault, new TokenServer(transport), () -> now[0]);
        call();
        now[0] = now[0].plusSeconds(authority.lifetime - 61);
        call();
        assertThat(authority.at("/token")).hasSize(1);

        now[0] = now[0].plusSeconds(2);
        call();
        assertThat(authority.at("/token")).hasSize(2);
    }

    @Test
    void renewsATokenTheServerRefusesAndSendsAgain() throws IOException {
        call();
        authority.accessToken = "taken back by the server";

        assertThat(call()).isEqualTo(200);
        assertThat(authority.at("/token")).hasSize(2);
    }

    @Test
    void doesNotGoRoundInCircles() {
        authority.apiRefuses = true;

        assertThatThrownBy(this::call).isInstanceOfSatisfying(HttpResponseException.class, e -> assertThat(e.getStatusCode()).isEqualTo(401));
        assertThat(authority.at("/v1/x")).hasSize(2);
        assertThat(authority.at("/token")).hasSize(2);
    }

    @Test
    void asksNothingMoreOnceTheSignInHasExpired() {
        authority.refreshToken = "another one";

        assertThatThrownBy(this::call).isInstanceOf(SignedOutException.class);
        assertThatThrownBy(this::call).isInstanceOf(SignedOutException.class);

        assertThat(authority.at("/token")).hasSize(1);
        assertThat(authority.at("/v1/x")).isEmpty();
        assertThat(session.signedOut()).hasValue(new AccountProblem(Cause.EXPIRED, ""));
        assertThat(list.read().signedOut()).containsExactly(account.id());
        assertThat(list.open(account)).isEqualTo(Attempt.refused(Cause.EXPIRED, ""));
    }

    @Test
    void worksAgainAfterConnectingAgain() throws IOException {
        authority.refreshToken = "another one";
        assertThatThrownBy(this::call).isInstanceOf(SignedOutException.class);

        new SignIn(vault, transport, TestBrowser.PATIENCE).again(account, new TestBrowser()).await();
        session = open(account);

        assertThat(call()).isEqualTo(200);
        assertThat(list.read().signedOut()).isEmpty();
    }

    @Test
    void anOldSessionDoesNotSpoilANewSignIn() {
        new SignIn(vault, transport, TestBrowser.PATIENCE).again(account, new TestBrowser()).await();

        assertThatThrownBy(this::call).isInstanceOf(SignedOutException.class); // its refresh token was replaced
        assertThat(list.read().signedOut()).isEmpty();
    }

    @Test
    void takesAnUnreachableSignInServerForABadConnectionAndRecovers() throws IOException {
        authority.tokenAnswer = new TestAuthority.Canned(503, "text/html", "<h1>Later</h1>");
        assertThatThrownBy(this::call).isInstanceOf(ConnectException.class);
        assertThat(authority.at("/v1/x")).isEmpty();
        assertThat(session.signedOut()).isEmpty();

        authority.tokenAnswer = null;
        assertThat(call()).isEqualTo(200);
    }

    @Test
    void keepsTheSignInWhenItIsTheClientThatIsRefused() {
        authority.tokenAnswer = new TestAuthority.Canned(401, "application/json", "{\"error\":\"invalid_client\"}");

        assertThatThrownBy(this::call).isInstanceOf(SignedOutException.class);
        assertThat(session.signedOut()).map(AccountProblem::cause).hasValue(Cause.CLIENT_REFUSED);
        assertThat(list.read().signedOut()).isEmpty();
    }

    @Test
    void keepsARefreshTokenThatReplacesTheOld() throws IOException {
        authority.rotate = true;
        call();

        assertThat(vault.contents().accounts().getFirst().refreshToken()).hasValue(authority.refreshToken);
        session = open(account);
        assertThat(call()).isEqualTo(200);
    }

    @Test
    void forgettingRevokesAndRemoves() {
        assertThat(list.forget(account)).isEqualTo(Attempt.done(account));

        assertThat(authority.at("/revoke")).singleElement().satisfies(seen -> assertThat(seen.params()).containsEntry("token", authority.refreshToken));
        assertThat(list.read().accounts()).containsExactly(new PracticeAccount());
        assertThat(data.resolve("accounts")).isEmptyDirectory();
    }

    @Test
    void forgettingRemovesAlsoWhenGoogleCannotBeTold() {
        authority.revokeAnswer = new TestAuthority.Canned(503, "text/html", "later");

        assertThat(list.forget(account)).isEqualTo(Attempt.refused(Cause.NOT_REVOKED, "Mine"));
        assertThat(list.read().accounts()).containsExactly(new PracticeAccount());
    }

    @Test
    void forgettingWhatWasRevokedAlreadyIsNoProblem() {
        authority.revokeAnswer = new TestAuthority.Canned(400, "application/json", "{\"error\":\"invalid_token\"}");

        assertThat(list.forget(account)).isEqualTo(Attempt.done(account));
    }

    @Test
    void renamingKeepsTheSignIn() throws IOException {
        GoogleAccount renamed = new GoogleAccount(account.id(), "Work");
        assertThat(list.rename(account, "Work")).isEqualTo(Attempt.done(renamed));

        assertThat(list.read().accounts()).containsExactly(new PracticeAccount(), renamed);
        session = open(renamed);
        assertThat(call()).isEqualTo(200);
    }

    private GoogleSession open(GoogleAccount which) {
        return ((Attempt.Done<GoogleSession>) list.open(which)).value();
    }

    private int call() throws IOException {
        HttpRequest request = transport.createRequestFactory(session).buildGetRequest(new GenericUrl(session.root().resolve("v1/x")));
        HttpResponse response = request.execute();
        response.disconnect();
        return response.getStatusCode();
    }
}
