package org.muster.accounts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A sign-in server on 127.0.0.1 that is as strict as Google's: no code without a state and an S256 challenge, no token without its verifier. */
final class TestAuthority implements AutoCloseable {
    static final String CLIENT = "1234-client.apps.example";
    static final String SECRET = "S3CRET-of-the-client";

    /** One request as it came in, its parameters from the query or the body. */
    record Seen(String path, Map<String, String> params, String authorization) {}

    /** An answer that a test wants instead of the right one. */
    record Canned(int status, String type, String body) {}

    private record Asked(String challenge, String redirect) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Asked> codes = new HashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** The tokens given back, to be waited for. */
    final BlockingQueue<String> revoked = new LinkedBlockingQueue<>();

    /** Every secret that was ever handed out or in. */
    final List<String> secrets = new CopyOnWriteArrayList<>(List.of(SECRET));

    volatile String accessToken = "none yet";
    volatile String refreshToken = "none yet";
    volatile String grantedScope = SignIn.SCOPE;
    volatile boolean deny;
    volatile boolean withRefreshToken = true;
    volatile boolean rotate;
    volatile long lifetime = 3599;
    volatile boolean apiRefuses;
    volatile Function<String, String> stateSentBack = state -> state;
    volatile Canned tokenAnswer;
    volatile Canned revokeAnswer = new Canned(200, "application/json", "{}");
    volatile Runnable beforeTokenAnswer = () -> {};

    TestAuthority() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/o/oauth2/v2/auth", exchange -> handle(exchange, this::authorize));
        server.createContext("/token", exchange -> handle(exchange, this::token));
        server.createContext("/revoke", exchange -> handle(exchange, this::revoke));
        server.createContext("/v1/", exchange -> handle(exchange, this::api));
        server.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    OAuthEndpoints endpoints() {
        return OAuthEndpoints.under(root());
    }

    ClientSecrets client() {
        return new ClientSecrets(CLIENT, SECRET);
    }

    List<Seen> at(String path) {
        return seen.stream().filter(request -> request.path().equals(path)).toList();
    }

    private Canned authorize(Seen request) {
        Map<String, String> asked = request.params();
        String redirect = asked.getOrDefault("redirect_uri", "");
        if (!"code".equals(asked.get("response_type")) || !CLIENT.equals(asked.get("client_id")) || !redirect.matches("http://127\\.0\\.0\\.1:\\d+(/.*)?")) {
            return new Canned(400, "text/html", "bad request");
        }
        if (!"S256".equals(asked.get("code_challenge_method")) || !asked.getOrDefault("code_challenge", "").matches("[A-Za-z0-9_-]{43}")) {
            return new Canned(400, "text/html", "no PKCE");
        }
        if (asked.getOrDefault("state", "").length() < 32) {
            return new Canned(400, "text/html", "no state");
        }
        String state = stateSentBack.apply(asked.get("state"));
        String stateParam = state == null ? "" : "&state=" + encoded(state);
        if (deny) {
            return new Canned(302, redirect + "?error=access_denied" + stateParam, "");
        }
        String code = fresh("4/code");
        codes.put(code, new Asked(asked.get("code_challenge"), redirect));
        return new Canned(302, redirect + "?code=" + encoded(code) + "&scope=" + encoded(grantedScope) + stateParam, "");
    }

    private Canned token(Seen request) {
        Map<String, String> form = request.params();
        beforeTokenAnswer.run();
        if (form.containsKey("code_verifier")) {
            secrets.add(form.get("code_verifier"));
        }
        if (tokenAnswer != null) {
            return tokenAnswer;
        }
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            return error("invalid_client");
        }
        if ("refresh_token".equals(form.get("grant_type"))) {
            return refreshToken.equals(form.get("refresh_token")) ? tokens(rotate) : error("invalid_grant");
        }
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        boolean proven = asked != null && asked.challenge().equals(s256(form.getOrDefault("code_verifier", ""))) && asked.redirect().equals(form.get("redirect_uri"));
        return proven ? tokens(withRefreshToken) : error("invalid_grant");
    }

    private Canned revoke(Seen request) {
        revoked.add(request.params().get("token"));
        return revokeAnswer;
    }

    private Canned tokens(boolean newRefreshToken) {
        accessToken = fresh("ya29.access");
        if (newRefreshToken) {
            refreshToken = fresh("1//refresh");
        }
        String refresh = newRefreshToken ? ",\"refresh_token\":\"" + refreshToken + "\"" : "";
        return new Canned(200, "application/json", "{\"access_token\":\"" + accessToken + "\",\"expires_in\":" + lifetime + ",\"token_type\":\"Bearer\",\"scope\":\"" + grantedScope + "\"" + refresh + "}");
    }

    private Canned api(Seen request) {
        boolean known = !apiRefuses && ("Bearer " + accessToken).equals(request.authorization());
        return known ? new Canned(200, "application/json", "{}") : new Canned(401, "application/json", "{\"error\":{\"code\":401,\"status\":\"UNAUTHENTICATED\"}}");
    }

    private static Canned error(String word) {
        return new Canned(400, "application/json", "{\"error\":\"" + word + "\",\"error_description\":\"Bad Request\"}");
    }

    private String fresh(String kind) {
        String secret = kind + "-" + made.incrementAndGet() + "-" + Long.toHexString(System.nanoTime());
        secrets.add(secret);
        return secret;
    }

    private void handle(HttpExchange exchange, Function<Seen, Canned> answer) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String query = exchange.getRequestURI().getRawQuery();
            Seen request = new Seen(exchange.getRequestURI().getPath(), params(query == null ? body : query), exchange.getRequestHeaders().getFirst("Authorization"));
            seen.add(request);
            Canned canned = answer.apply(request);
            byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set(canned.status() == 302 ? "Location" : "Content-Type", canned.type());
            exchange.sendResponseHeaders(canned.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static Map<String, String> params(String raw) {
        Map<String, String> params = new HashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                params.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return Map.copyOf(params);
    }

    static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
