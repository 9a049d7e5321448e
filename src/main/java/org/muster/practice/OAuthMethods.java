package org.muster.practice;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sign-in as Google does it for desktop clients, with nobody to click: PKCE with S256 is demanded, only loopback is served. */
final class OAuthMethods {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9\\-._~]{43,128}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9\\-_]{43}");
    private static final String WRITE_SCOPE = ApiMethod.Access.WRITE.scopes().getFirst();
    private static final String READ_SCOPE = ApiMethod.Access.READ.scopes().getLast();

    private final OAuthClient client;
    private final Grants grants;
    private final Switches switches;
    private final OAuthLog log = new OAuthLog();

    OAuthMethods(OAuthClient client, Grants grants, Switches switches) {
        this.client = client;
        this.grants = grants;
        this.switches = switches;
    }

    OAuthLog log() {
        return log;
    }

    /** The consent page, answered at once as the switch says. */
    Reply auth(Params params) {
        return logged(OAuthLog.Kind.AUTH, params, authAnswer(params));
    }

    private Reply authAnswer(Params params) {
        if (!params.text("client_id").equals(client.id())) {
            return page(401, "invalid_client", "The OAuth client was not found.");
        }
        String redirect = params.text("redirect_uri");
        if (!isLoopback(redirect)) {
            return page(400, "redirect_uri_mismatch", "Desktop clients are sent back to http://127.0.0.1 only.");
        }
        if (!params.text("response_type").equals("code")) {
            return page(400, "invalid_request", "Required parameter is missing or wrong: response_type");
        }
        if (params.text("scope").isBlank()) {
            return page(400, "invalid_request", "Missing required parameter: scope");
        }
        if (!params.text("code_challenge_method").equals("S256")
                || !CHALLENGE.matcher(params.text("code_challenge")).matches()) {
            return page(400, "invalid_request", "PKCE is required: code_challenge with code_challenge_method=S256");
        }
        Switches.Consent consent = switches.consent().get();
        String state = params.text("state");
        StringBuilder to = new StringBuilder(redirect).append(redirect.contains("?") ? "&" : "?");
        if (!state.isEmpty()) {
            to.append("state=").append(encode(consent == Switches.Consent.WRONG_STATE ? state + "x" : state)).append('&');
        }
        if (consent == Switches.Consent.DENY) {
            return redirect(to.append("error=access_denied").toString());
        }
        Set<String> scopes = granted(params.text("scope"), consent);
        String code = grants.code(params.text("code_challenge"), redirect, scopes,
                params.text("access_type").equals("offline"));
        return redirect(to.append("code=").append(encode(code)).append("&scope=")
                .append(encode(String.join(" ", scopes))).toString());
    }

    private static Set<String> granted(String asked, Switches.Consent consent) {
        Set<String> scopes = new LinkedHashSet<>(List.of(asked.strip().split("\\s+")));
        if (consent == Switches.Consent.UNTICK_WRITING && scopes.remove(WRITE_SCOPE)) {
            scopes.add(READ_SCOPE);
        }
        return scopes;
    }

    /**
     * Exchanges a code or a refresh token.
     *
     * @param basic the Authorization header, or empty
     */
    Reply token(Params params, String basic) {
        return logged(OAuthLog.Kind.TOKEN, params, tokenAnswer(params, basic));
    }

    private Reply tokenAnswer(Params params, String basic) {
        if (!isClient(params, basic)) {
            return problem(401, "invalid_client", "The provided client secret is invalid.");
        }
        return switch (params.text("grant_type")) {
            case "authorization_code" -> exchange(params);
            case "refresh_token" -> refresh(params);
            default -> problem(400, "unsupported_grant_type", "Invalid grant_type: " + params.text("grant_type"));
        };
    }

    private Reply exchange(Params params) {
        String verifier = params.text("code_verifier");
        if (verifier.isEmpty()) {
            return problem(400, "invalid_grant", "Missing code verifier.");
        }
        Optional<Grants.Code> code = grants.redeem(params.text("code"));
        if (code.isEmpty()) {
            return problem(400, "invalid_grant", "Malformed auth code.");
        }
        if (!code.get().redirectUri().equals(params.text("redirect_uri"))) {
            return problem(400, "redirect_uri_mismatch", "Bad Request");
        }
        if (!VERIFIER.matcher(verifier).matches() || !Grants.verifies(verifier, code.get().challenge())) {
            return problem(400, "invalid_grant", "Invalid code verifier.");
        }
        Grants.Grant grant = new Grants.Grant(code.get().scopes());
        return tokens(grant, code.get().offline() ? grants.refreshToken(grant) : "");
    }

    private Reply refresh(Params params) {
        return grants.refresh(params.text("refresh_token")).map(grant -> tokens(grant, ""))
                .orElseGet(() -> problem(400, "invalid_grant", "Token has been expired or revoked."));
    }

    private Reply tokens(Grants.Grant grant, String refreshToken) {
        JsonObject out = new JsonObject();
        out.addProperty("access_token", grants.accessToken(grant));
        out.addProperty("expires_in", switches.accessTokenLife().get().toSeconds());
        if (!refreshToken.isEmpty()) {
            out.addProperty("refresh_token", refreshToken);
        }
        out.addProperty("scope", String.join(" ", grant.scopes()));
        out.addProperty("token_type", "Bearer");
        return Reply.ok(Json.write(out));
    }

    Reply revoke(Params params) {
        boolean known = grants.revoke(params.text("token"));
        return logged(OAuthLog.Kind.REVOKE, params,
                known ? Reply.ok("{}") : problem(400, "invalid_token", "Token expired or revoked"));
    }

    private boolean isClient(Params params, String basic) {
        String id = params.text("client_id");
        String secret = params.text("client_secret");
        if (basic.startsWith("Basic ")) {
            try {
                String[] pair = new String(Base64.getDecoder().decode(basic.substring(6).strip()),
                        StandardCharsets.UTF_8).split(":", 2);
                id = pair[0];
                secret = pair.length > 1 ? pair[1] : "";
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return id.equals(client.id()) && secret.equals(client.secret());
    }

    private static boolean isLoopback(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return "http".equals(uri.getScheme()) && uri.getUserInfo() == null && uri.getFragment() == null
                    && uri.getHost() != null && Set.of("127.0.0.1", "[::1]", "localhost").contains(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Reply logged(OAuthLog.Kind kind, Params params, Reply reply) {
        log.add(new OAuthLog.Entry(kind, params.asMap(), reply.status()));
        return reply;
    }

    private static Reply redirect(String to) {
        return new Reply(302, "text/html; charset=UTF-8", new byte[0], Map.of("Location", to), 0);
    }

    private static Reply problem(int status, String error, String description) {
        JsonObject out = Json.object("error", error);
        out.addProperty("error_description", description);
        return Reply.json(status, Json.write(out));
    }

    private static Reply page(int status, String error, String description) {
        String text = List.of(error, description).stream().map(t -> t.replace("&", "&amp;").replace("<", "&lt;"))
                .collect(Collectors.joining("</b><p>"));
        return Reply.html(status, "<!DOCTYPE html><meta charset=utf-8><title>Error " + status
                + "</title><h1>Access blocked</h1><p><b>Error " + status + ": " + text);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
