package org.muster.accounts;

import com.google.api.client.http.HttpTransport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.accounts.AccountProblem.Cause;

/** The accounts there are: the practice account always, a server named at start-up, and what was connected. */
public final class AccountList {
    private final TokenVault vault;
    private final TokenServer server;
    private final Optional<EndpointAccount> endpoint;

    /** @param endpoint the server named at start-up, if any */
    public AccountList(TokenVault vault, HttpTransport transport, Optional<EndpointAccount> endpoint) {
        this.vault = vault;
        this.server = new TokenServer(transport);
        this.endpoint = endpoint;
    }

    /**
     * The accounts at one moment.
     *
     * @param accounts in the order to show them
     * @param signedOut ids of those that must be connected again before they can be used
     * @param problems what was written down but cannot be used
     */
    public record Accounts(List<Account> accounts, Set<String> signedOut, List<AccountProblem> problems) {}

    /** Reads which accounts there are. */
    public Accounts read() {
        TokenVault.Contents contents = vault.contents();
        List<Account> accounts = new ArrayList<>();
        endpoint.ifPresent(accounts::add);
        accounts.add(new PracticeAccount());
        contents.accounts().forEach(stored -> accounts.add(stored.account()));
        Set<String> signedOut = contents.accounts().stream()
                .filter(stored -> stored.refreshToken().isEmpty())
                .map(stored -> stored.account().id())
                .collect(Collectors.toUnmodifiableSet());
        return new Accounts(List.copyOf(accounts), signedOut, contents.problems());
    }

    /** Opens a connected account for use; {@link Cause#EXPIRED} when it must be connected again first. Asks no server. */
    public Attempt<GoogleSession> open(GoogleAccount account) {
        return vault.find(account).then(stored -> stored.refreshToken()
                .map(token -> Attempt.done(new GoogleSession(stored, token, vault, server, InstantSource.system())))
                .orElseGet(() -> Attempt.refused(Cause.EXPIRED, "")));
    }

    /** Gives a connected account another name. */
    public Attempt<GoogleAccount> rename(GoogleAccount account, String label) {
        return vault.find(account).then(stored -> vault.save(stored.labelled(label)));
    }

    /**
     * Tells Google to forget the sign-in, then removes the account from here, whatever Google answered. Blocks while Google is asked.
     *
     * @return {@link Cause#NOT_REVOKED} when it is gone from here but Google could not be told
     */
    public Attempt<GoogleAccount> forget(GoogleAccount account) {
        boolean told = switch (vault.find(account)) {
            case Attempt.Done<StoredAccount>(StoredAccount stored) ->
                stored.refreshToken().map(token -> server.revoke(stored.endpoints().revoke(), token)).orElse(true);
            case Attempt.Refused<StoredAccount> unreadable -> false;
        };
        Attempt<GoogleAccount> removed = vault.delete(account);
        return removed instanceof Attempt.Done && !told ? Attempt.refused(Cause.NOT_REVOKED, account.displayName()) : removed;
    }
}
