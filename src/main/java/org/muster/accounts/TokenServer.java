package org.muster.accounts;

import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.RefreshTokenRequest;
import com.google.api.client.auth.oauth2.TokenRequest;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.json.gson.GsonFactory;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.accounts.AccountProblem.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to the server that hands out tokens. Secrets go in bodies, never in addresses; the HTTP library's own logging of bodies is switched
 * off; redirects are not followed. Blocks for 20 s to connect and 20 s to read at most.
 */
final class TokenServer {
    private static final Logger LOG = LoggerFactory.getLogger(TokenServer.class);
    private static final int LIMIT = 256 * 1024;

    private final HttpTransport transport;

    TokenServer(HttpTransport transport) {
        this.transport = transport;
    }

    /**
     * The library's plain flow, with PKCE (RFC 7636, S256). Google's subclass of it leaves PKCE out without a word, since it builds the address
     * and the token request anew.
     */
    AuthorizationCodeFlow flow(ClientSecrets client, OAuthEndpoints endpoints, String scope) {
        return new AuthorizationCodeFlow.Builder(
                        BearerToken.authorizationHeaderAccessMethod(),
                        transport,
                        GsonFactory.getDefaultInstance(),
                        new GenericUrl(endpoints.token()),
                        authentication(client),
                        client.id(),
                        endpoints.auth().toString())
                .setScopes(List.of(scope))
                .enablePKCE()
                .build();
    }

    /** Changes the code the browser brought for tokens. */
    Attempt<Grant> exchange(AuthorizationCodeFlow flow, String code, String redirect) {
        return grant(flow.newTokenRequest(code).setRedirectUri(redirect).setScopes(null), Cause.CODE_REFUSED);
    }

    /** Changes a refresh token for an access token. {@link Cause#EXPIRED} when the server does not take it any more. */
    Attempt<Grant> refresh(StoredAccount account, String refreshToken) {
        TokenRequest request = new RefreshTokenRequest(
                        transport, GsonFactory.getDefaultInstance(), new GenericUrl(account.endpoints().token()), refreshToken)
                .setClientAuthentication(authentication(account.client()));
        return grant(request, Cause.EXPIRED);
    }

    /** Gives a token back. One that is not valid any more counts as given back. */
    boolean revoke(URI endpoint, String token) {
        try {
            Reply reply = post(new GenericUrl(endpoint), Map.of("token", token), null);
            return reply.ok() || "invalid_token".equals(reply.error());
        } catch (IOException e) {
            LOG.info("The sign-in server could not be told to revoke: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private static HttpExecuteInterceptor authentication(ClientSecrets client) {
        return new ClientParametersAuthentication(client.id(), client.secret());
    }

    private Attempt<Grant> grant(TokenRequest request, Cause onInvalidGrant) {
        Reply reply;
        try {
            // The request is sent by hand: the library's own way prints a stack trace when an error's body is no JSON.
            reply = post(request.getTokenServerUrl(), request, request.getClientAuthentication());
        } catch (IOException e) {
            LOG.info("The sign-in server gave no answer: {}", e.getClass().getSimpleName());
            return Attempt.refused(Cause.UNREACHABLE, request.getTokenServerUrl().getHost());
        }
        if (!reply.ok()) {
            LOG.info("The sign-in server refused: HTTP {}", reply.status());
            return refusal(reply, onInvalidGrant);
        }
        return reply.json().flatMap(TokenServer::read).<Attempt<Grant>>map(Attempt::done).orElseGet(() -> Attempt.refused(Cause.ODD_ANSWER, "HTTP " + reply.status()));
    }

    private static Attempt<Grant> refusal(Reply reply, Cause onInvalidGrant) {
        // RFC 6749 §5.2 keeps 401 for a refused client; the JDK's HTTP client loses the body of a 401 to a POST.
        String error = reply.error().isEmpty() && reply.status() == 401 ? "invalid_client" : reply.error();
        return switch (error) {
            case "invalid_grant" -> Attempt.refused(onInvalidGrant, "");
            case "invalid_client", "unauthorized_client", "deleted_client" -> Attempt.refused(Cause.CLIENT_REFUSED, error);
            case "" -> Attempt.refused(reply.status() >= 500 ? Cause.SERVER : Cause.ODD_ANSWER, "HTTP " + reply.status());
            default -> Attempt.refused(Cause.SERVER, error);
        };
    }

    private static Optional<Grant> read(JsonObject json) {
        String access = JsonText.of(json, "access_token");
        String refresh = JsonText.of(json, "refresh_token");
        String scope = JsonText.of(json, "scope");
        long seconds = json.get("expires_in") instanceof JsonPrimitive number && number.isNumber() ? number.getAsNumber().longValue() : 0;
        // Without a lifetime the token is used once and then renewed.
        return access.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grant(
                        access,
                        Duration.ofSeconds(Math.clamp(seconds, 0, 86_400)),
                        refresh.isEmpty() ? Optional.empty() : Optional.of(refresh),
                        scope.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(List.of(scope.strip().split(" +"))))));
    }

    private Reply post(GenericUrl url, Object form, HttpExecuteInterceptor authentication) throws IOException {
        HttpRequest request = transport.createRequestFactory().buildPostRequest(url, new UrlEncodedContent(form));
        request.setInterceptor(authentication);
        request.setLoggingEnabled(false);
        request.setCurlLoggingEnabled(false);
        request.setContentLoggingLimit(0);
        request.setFollowRedirects(false);
        request.setThrowExceptionOnExecuteError(false);
        HttpResponse response = request.execute();
        try (InputStream in = response.getContent()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(LIMIT);
            return new Reply(response.getStatusCode(), new String(body, StandardCharsets.UTF_8));
        } finally {
            response.disconnect();
        }
    }

    private record Reply(int status, String body) {
        boolean ok() {
            return status == 200;
        }

        Optional<JsonObject> json() {
            try {
                return JsonParser.parseString(body) instanceof JsonObject json ? Optional.of(json) : Optional.empty();
            } catch (JsonParseException e) {
                return Optional.empty();
            }
        }

        /** The server's error word; empty when it said none. */
        String error() {
            String word = json().map(json -> JsonText.of(json, "error")).orElse("");
            return word.matches("[a-z_]{1,60}") ? word : "";
        }

        /** Says nothing of the body. */
        @Override
        public String toString() {
            return "HTTP " + status;
        }
    }
}
