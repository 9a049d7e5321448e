package org.muster.accounts;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.util.Map;

/** Puts one and the same bearer token on every request, or none: for the practice account and for servers named at start-up. */
public final class FixedToken implements HttpRequestInitializer {
    /** The environment variable that carries the token of a server named at start-up. */
    public static final String VARIABLE = "MUSTER_TOKEN";

    private final String token;

    /** @param token empty to send none */
    public FixedToken(String token) {
        this.token = token.strip();
    }

    /** The token in {@link #VARIABLE}, if it is there. */
    public static FixedToken from(Map<String, String> environment) {
        return new FixedToken(environment.getOrDefault(VARIABLE, ""));
    }

    @Override
    public void initialize(HttpRequest request) {
        request.setCurlLoggingEnabled(false);
        if (!token.isEmpty()) {
            request.getHeaders().setAuthorization("Bearer " + token);
        }
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "FixedToken[…]";
    }
}
