package org.muster.accounts;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.muster.accounts.AccountProblem.Cause;
import org.muster.people.SignedOutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected account in use: puts a valid access token on every request of its gateway. Access tokens are renewed a minute before they end or when
 * the server refuses one, once per request, and live in memory only. After the sign-in itself was refused nothing is asked any more: every request
 * ends with {@link SignedOutException} until the account is connected again. Sets no timeouts.
 */
public final class GoogleSession implements HttpRequestInitializer {
    private static final Logger LOG = LoggerFactory.getLogger(GoogleSession.class);
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final StoredAccount stored;
    private final TokenVault vault;
    private final TokenServer server;
    private final InstantSource clock;

    // Guarded by this.
    private String refreshToken;
    private String accessToken;
    private Instant renewAt = Instant.MIN;
    private AccountProblem signedOut;

    GoogleSession(StoredAccount stored, String refreshToken, TokenVault vault, TokenServer server, InstantSource clock) {
        this.stored = stored;
        this.refreshToken = refreshToken;
        this.vault = vault;
        this.server = server;
        this.clock = clock;
    }

    public GoogleAccount account() {
        return stored.account();
    }

    /** Where the account's People API begins. */
    public URI root() {
        return stored.endpoints().api();
    }

    /** Why the account must be connected again; empty as long as the sign-in holds. */
    public synchronized Optional<AccountProblem> signedOut() {
        return Optional.ofNullable(signedOut);
    }

    @Override
    public void initialize(HttpRequest request) {
        Guard guard = new Guard();
        request.setInterceptor(guard);
        request.setUnsuccessfulResponseHandler(guard);
        request.setCurlLoggingEnabled(false);
    }

    /** One request's way through: at most one renewal because the server refused its token. */
    private final class Guard implements HttpExecuteInterceptor, HttpUnsuccessfulResponseHandler {
        private String used;
        private boolean renewed;

        @Override
        public void intercept(HttpRequest request) throws IOException {
            used = token();
            request.getHeaders().setAuthorization("Bearer " + used);
        }

        @Override
        public boolean handleResponse(HttpRequest request, HttpResponse response, boolean supportsRetry) {
            if (response.getStatusCode() != 401 || renewed || !supportsRetry) {
                return false;
            }
            renewed = true;
            drop(used);
            return true;
        }
    }

    /** Another request may have renewed it meanwhile; then that one stays. */
    private synchronized void drop(String refused) {
        if (refused.equals(accessToken)) {
            accessToken = null;
        }
    }

    /**
     * @throws SignedOutException when the sign-in is not valid any more
     * @throws ConnectException when the sign-in server gave no usable answer; as with an unreachable API, nothing was sent to it
     */
    private String token() throws IOException {
        AccountProblem problem;
        synchronized (this) {
            if (signedOut != null) {
                throw new SignedOutException(signedOut.cause().name());
            }
            if (accessToken != null && clock.instant().isBefore(renewAt)) {
                return accessToken;
            }
            switch (server.refresh(stored, refreshToken)) {
                case Attempt.Done<Grant>(Grant grant) -> {
                    return take(grant);
                }
                case Attempt.Refused<Grant>(AccountProblem refusal) -> problem = refusal;
            }
            if (problem.cause() != Cause.EXPIRED && problem.cause() != Cause.CLIENT_REFUSED) {
                throw new ConnectException("sign-in server: " + problem.cause());
            }
            signedOut = problem;
            accessToken = null;
            if (problem.cause() == Cause.EXPIRED) {
                vault.replaceToken(stored.account(), refreshToken, Optional.empty());
            }
        }
        LOG.info("The account must be connected again: {}", problem.cause());
        throw new SignedOutException(problem.cause().name());
    }

    private String take(Grant grant) {
        accessToken = grant.accessToken();
        renewAt = clock.instant().plus(grant.lifetime()).minus(EARLY);
        grant.refreshToken().filter(fresh -> !fresh.equals(refreshToken)).ifPresent(fresh -> {
            vault.replaceToken(stored.account(), refreshToken, Optional.of(fresh));
            refreshToken = fresh;
        });
        return accessToken;
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "GoogleSession[" + stored.account().id() + "]";
    }
}
