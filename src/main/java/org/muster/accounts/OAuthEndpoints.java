package org.muster.accounts;

import java.net.URI;
import java.util.Set;

/**
 * Where one signs in, and where the contacts then are. Each must be https, or on this computer: secrets go there.
 *
 * @param auth where the browser is sent
 * @param token where codes and refresh tokens become access tokens
 * @param revoke where a refresh token is given back
 * @param api where the People API begins, with a slash at the end
 */
public record OAuthEndpoints(URI auth, URI token, URI revoke, URI api) {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "[::1]", "localhost");

    /** @throws IllegalArgumentException when one of them is neither https nor on this computer */
    public OAuthEndpoints {
        requireSafe(auth);
        requireSafe(token);
        requireSafe(revoke);
        requireSafe(api);
        if (!api.getPath().endsWith("/")) {
            throw new IllegalArgumentException("the API root must end with a slash");
        }
    }

    /** Google's own (developers.google.com/identity/protocols/oauth2/native-app). */
    public static OAuthEndpoints google() {
        return new OAuthEndpoints(
                URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                URI.create("https://oauth2.googleapis.com/token"),
                URI.create("https://oauth2.googleapis.com/revoke"),
                URI.create("https://people.googleapis.com/"));
    }

    /** All of them under one root that ends with a slash, as a stand-in server has them. */
    public static OAuthEndpoints under(URI root) {
        return new OAuthEndpoints(root.resolve("o/oauth2/v2/auth"), root.resolve("token"), root.resolve("revoke"), root);
    }

    private static void requireSafe(URI address) {
        boolean https = "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
        boolean local = "http".equalsIgnoreCase(address.getScheme()) && address.getHost() != null && THIS_COMPUTER.contains(address.getHost());
        if (!https && !local) {
            throw new IllegalArgumentException("neither https nor on this computer: " + address);
        }
    }
}
