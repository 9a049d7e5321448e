package org.muster.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the sign-in server gave.
 *
 * @param lifetime how long the access token lasts
 * @param refreshToken empty when none came with it
 * @param scopes what was granted; empty when the server did not say, which means what was asked for (RFC 6749 §5.1)
 */
record Grant(String accessToken, Duration lifetime, Optional<String> refreshToken, Optional<Set<String>> scopes) {
    boolean allows(String scope) {
        return scopes.isEmpty() || scopes.get().contains(scope);
    }

    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "Grant[…]";
    }
}
