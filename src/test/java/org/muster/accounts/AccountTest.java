package org.muster.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.accounts.AccountProblem.Cause;

class AccountTest {
    @TempDir
    Path data;

    @Test
    void readsTheAddressOfAServer() {
        EndpointAccount account = ((Attempt.Done<EndpointAccount>) EndpointAccount.parse(" http://127.0.0.1:8080/people ")).value();

        assertThat(account.root()).isEqualTo(URI.create("http://127.0.0.1:8080/people/"));
        assertThat(account.displayName()).isEqualTo("127.0.0.1:8080");
        assertThat(account.id()).isEqualTo("endpoint:http://127.0.0.1:8080/people/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "people.example", "ftp://people.example/", "https://me:secret@people.example/", "https://people.example/?key=1", "https://people.example/#x", "http://a b/", "mailto:a@b", "http:///x"})
    void refusesWhatIsNone(String address) {
        assertThat(EndpointAccount.parse(address)).isEqualTo(Attempt.refused(Cause.BAD_ENDPOINT, address));
    }

    @Test
    void sendsTheTokenOfTheEnvironmentOrNone() throws IOException {
        try (TestAuthority server = new TestAuthority()) {
            call(server, FixedToken.from(Map.of("MUSTER_TOKEN", "abc\n")));
            call(server, FixedToken.from(Map.of()));

            assertThat(server.seen).extracting(TestAuthority.Seen::authorization).containsExactly("Bearer abc", null);
        }
    }

    @Test
    void listsTheServerFirstAndThePracticeAccountAlways() {
        EndpointAccount endpoint = new EndpointAccount(URI.create("https://people.example/"));
        AccountList list = new AccountList(new TokenVault(data), new NetHttpTransport(), Optional.of(endpoint));

        assertThat(list.read().accounts()).containsExactly(endpoint, new PracticeAccount());
        assertThat(new PracticeAccount().displayName()).isEqualTo("Practice account");
        assertThat(new GoogleAccount("google-1", "").displayName()).isEqualTo("Google account");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemSaysWhatHappenedAndWhatToDo(Cause cause) {
        AccountProblem problem = new AccountProblem(cause, "it");

        assertThat(problem.what()).endsWith(".").doesNotContain("{");
        assertThat(problem.advice()).contains(".").doesNotContain("{");
    }

    @Test
    void everyEndOfASignInSaysWhatHappened() {
        assertThat(new SignInResult.Connected(new GoogleAccount("google-1", "Ada’s")).message()).isEqualTo("Ada’s is connected.");
        assertThat(new SignInResult.Cancelled().message()).isNotBlank();
        assertThat(new SignInResult.TimedOut().message()).isNotBlank();
        assertThat(new SignInResult.WrongState().message()).isNotBlank();
        assertThat(new SignInResult.Denied("access_denied").message()).contains("access_denied");
        assertThat(new SignInResult.Failed(new AccountProblem(Cause.MISSING_SCOPE, "")).message()).contains("tick it");
    }

    private static void call(TestAuthority server, FixedToken token) throws IOException {
        new NetHttpTransport()
                .createRequestFactory(token)
                .buildGetRequest(new GenericUrl(server.root().resolve("v1/x")))
                .setThrowExceptionOnExecuteError(false)
                .execute()
                .disconnect();
    }
}
