package org.muster.accounts;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Another server that speaks the People API, named at start-up. Its bearer token, if any, is no part of this.
 *
 * @param root where its API begins, with a slash at the end
 */
public record EndpointAccount(URI root) implements Account {
    public EndpointAccount {
        if (!usable(root)) {
            throw new IllegalArgumentException("not an http address that ends with a slash");
        }
    }

    /** Reads an address as typed; a slash at the end may be left out. */
    public static Attempt<EndpointAccount> parse(String address) {
        String trimmed = address.strip();
        try {
            URI root = new URI(trimmed.endsWith("/") ? trimmed : trimmed + "/");
            return usable(root) ? Attempt.done(new EndpointAccount(root)) : Attempt.refused(AccountProblem.Cause.BAD_ENDPOINT, trimmed);
        } catch (URISyntaxException e) {
            return Attempt.refused(AccountProblem.Cause.BAD_ENDPOINT, trimmed);
        }
    }

    /** User names and passwords in an address would end up on screen and in logs, so there must be none. */
    private static boolean usable(URI root) {
        boolean http = "http".equalsIgnoreCase(root.getScheme()) || "https".equalsIgnoreCase(root.getScheme());
        return http && root.getHost() != null && root.getRawUserInfo() == null && root.getRawQuery() == null && root.getRawFragment() == null
                && root.getRawPath().endsWith("/");
    }

    @Override
    public String id() {
        return "endpoint:" + root;
    }

    @Override
    public String displayName() {
        return root.getRawAuthority();
    }
}
