package org.muster.accounts;

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.AuthorizationCodeRequestUrl;
import com.google.api.client.http.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.accounts.AccountProblem.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a user in to Google through the system's browser (RFC 8252): the browser asks the user, its answer comes back on 127.0.0.1, and the
 * code it carries is changed for tokens. PKCE (S256) and {@code state} tie the three together.
 */
public final class SignIn {
    /** See, edit and delete contacts: the one scope that can write them (People API). Nothing else is asked for. */
    public static final String SCOPE = "https://www.googleapis.com/auth/contacts";
    /** How long the browser's answer is waited for, if nothing else is said. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final TokenVault vault;
    private final TokenServer server;
    private final Duration limit;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param vault where the account is written down
     * @param limit how long to wait for the browser's answer; {@link #LIMIT} is a good choice
     */
    public SignIn(TokenVault vault, HttpTransport transport, Duration limit) {
        this.vault = vault;
        this.server = new TokenServer(transport);
        this.limit = limit;
    }

    /**
     * Connects an account. One that turns out to be in the vault already, being the same person's, has its sign-in renewed and keeps its id: two lanes to one
     * account would send to it at the same time.
     *
     * @param label the user's name for it; may be empty, then it is called as its owner, if that is known
     * @param browser opens an address in the system's browser; called once, on the calling thread
     */
    public SignInRun start(ClientSecrets client, OAuthEndpoints endpoints, String label, Consumer<URI> browser) {
        byte[] id = new byte[6];
        random.nextBytes(id);
        GoogleAccount account = new GoogleAccount("google-" + HexFormat.of().formatHex(id), label);
        return start(new StoredAccount(account, client, endpoints, Optional.empty()), browser);
    }

    /** Connects an account again whose sign-in has expired; it keeps its id, its label and its client. */
    public SignInRun again(GoogleAccount account, Consumer<URI> browser) {
        return switch (vault.find(account)) {
            case Attempt.Done<StoredAccount>(StoredAccount stored) -> start(stored, browser);
            case Attempt.Refused<StoredAccount>(AccountProblem problem) -> SignInRun.failed(problem);
        };
    }

    private SignInRun start(StoredAccount stored, Consumer<URI> browser) {
        String state = state();
        LoopbackReceiver receiver;
        try {
            receiver = LoopbackReceiver.open(state, limit);
        } catch (IOException e) {
            LOG.warn("No port could be opened on 127.0.0.1", e);
            return SignInRun.failed(new AccountProblem(Cause.NO_PORT, ""));
        }
        AuthorizationCodeFlow flow = server.flow(stored.client(), stored.endpoints(), SCOPE);
        URI address = address(flow, receiver.getRedirectUri(), state);
        SignInRun run = new SignInRun(Optional.of(address), receiver::stop);
        Thread.ofVirtual().name("sign-in").start(() -> carryOut(run, stored, flow, receiver));
        LOG.info("Sign-in begun");
        open(browser, address);
        return run;
    }

    /** Waits for the answer and ends the run with what came of it. */
    private void carryOut(SignInRun run, StoredAccount stored, AuthorizationCodeFlow flow, LoopbackReceiver receiver) {
        try (receiver) {
            switch (receiver.await()) {
                case LoopbackAnswer.Code(String code) -> exchange(run, stored, server.exchange(flow, code, receiver.getRedirectUri()));
                case LoopbackAnswer.Denied(String error) -> end(run, new SignInResult.Denied(error));
                case LoopbackAnswer.WrongState() -> end(run, new SignInResult.WrongState());
                case LoopbackAnswer.TimedOut() -> end(run, new SignInResult.TimedOut());
                case LoopbackAnswer.Cancelled() -> end(run, new SignInResult.Cancelled());
            }
        } catch (InterruptedException e) {
            end(run, new SignInResult.Cancelled());
        } catch (RuntimeException e) {
            // A bug; but whoever waits must not wait for ever. Its message may quote what was sent, so only its kind and place are told.
            LOG.error("A sign-in broke off: {} at {}", e.getClass().getName(), e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?");
            end(run, new SignInResult.Failed(new AccountProblem(Cause.ODD_ANSWER, "")));
        }
    }

    private void exchange(SignInRun run, StoredAccount stored, Attempt<Grant> attempt) {
        switch (attempt) {
            case Attempt.Refused<Grant>(AccountProblem problem) -> end(run, new SignInResult.Failed(problem));
            case Attempt.Done<Grant>(Grant grant) -> keep(run, stored, grant);
        }
    }

    private void keep(SignInRun run, StoredAccount stored, Grant grant) {
        Optional<Cause> lacks = grant.allows(SCOPE)
                ? grant.refreshToken().isEmpty() ? Optional.of(Cause.NO_REFRESH_TOKEN) : Optional.empty()
                : Optional.of(Cause.MISSING_SCOPE);
        if (lacks.isPresent()) {
            giveBack(stored, grant);
            end(run, new SignInResult.Failed(new AccountProblem(lacks.get(), "")));
            return;
        }
        Optional<Identity> owner = Identity.ask(stored.endpoints().api(), grant.accessToken());
        Optional<StoredAccount> asked = vault.find(stored.account()) instanceof Attempt.Done<StoredAccount>(StoredAccount there) ? Optional.of(there) : Optional.empty();
        if (asked.flatMap(StoredAccount::person).isPresent() && owner.isPresent() && !asked.get().person().equals(owner.map(Identity::person))) {
            giveBack(stored, grant);
            end(run, new SignInResult.Failed(new AccountProblem(Cause.OTHER_OWNER, owner.get().name())));
            return;
        }
        if (!run.settle()) {
            giveBack(stored, grant);
            return;
        }
        StoredAccount signedIn = owned(stored, owner).withToken(grant.refreshToken());
        Optional<StoredAccount> twin = vault.contents().accounts().stream().filter(signedIn::sameOwner).findFirst();
        StoredAccount kept = twin.map(known -> signedIn.as(known.account())).orElse(signedIn);
        run.end(switch (vault.save(kept)) {
            case Attempt.Done<GoogleAccount>(GoogleAccount account) -> {
                LOG.info("Sign-in ended: connected");
                yield new SignInResult.Connected(account, twin.isPresent());
            }
            case Attempt.Refused<GoogleAccount>(AccountProblem problem) -> {
                giveBack(stored, grant);
                yield new SignInResult.Failed(problem);
            }
        });
    }

    private static StoredAccount owned(StoredAccount stored, Optional<Identity> owner) {
        GoogleAccount account = stored.account();
        String label = account.label().isBlank() ? owner.map(Identity::name).orElse("") : account.label();
        return new StoredAccount(new GoogleAccount(account.id(), label), stored.client(), stored.endpoints(), stored.refreshToken(), owner.map(Identity::person).or(stored::person));
    }

    /** Tokens nobody will use should not stay valid. */
    private void giveBack(StoredAccount stored, Grant grant) {
        server.revoke(stored.endpoints().revoke(), grant.refreshToken().orElse(grant.accessToken()));
    }

    private static void end(SignInRun run, SignInResult result) {
        if (run.settle()) {
            LOG.info("Sign-in ended: {}", result.getClass().getSimpleName());
            run.end(result);
        }
    }

    /** {@code prompt=consent} makes Google hand out a refresh token each time, not only the first time. */
    private static URI address(AuthorizationCodeFlow flow, String redirect, String state) {
        AuthorizationCodeRequestUrl url = flow.newAuthorizationUrl().setRedirectUri(redirect).setState(state);
        url.set("access_type", "offline");
        url.set("prompt", "consent");
        return url.toURI();
    }

    private String state() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where no browser opens, the user can still copy the address: no reason to give up. */
    private static void open(Consumer<URI> browser, URI address) {
        try {
            browser.accept(address);
        } catch (RuntimeException e) {
            LOG.warn("The browser could not be opened: {}", e.getClass().getName());
        }
    }
}
