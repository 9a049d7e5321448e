package org.muster.practice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the person allowed: codes, refresh tokens and the access tokens that came of them. Thread-safe. */
final class Grants {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    /** A code that waits to be exchanged. */
    record Code(String challenge, String redirectUri, Set<String> scopes, boolean offline, Instant until) {}

    /** An allowance that lasts. */
    static final class Grant {
        private final Set<String> scopes;
        private final List<String> accessTokens = new ArrayList<>();
        private int refreshes;

        Grant(Set<String> scopes) {
            this.scopes = scopes;
        }

        Set<String> scopes() {
            return scopes;
        }
    }

    private final AccessTokens tokens;
    private final SimClock clock;
    private final Switches switches;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Grant> byRefreshToken = new HashMap<>();

    Grants(AccessTokens tokens, SimClock clock, Switches switches) {
        this.tokens = tokens;
        this.clock = clock;
        this.switches = switches;
    }

    synchronized String code(String challenge, String redirectUri, Set<String> scopes, boolean offline) {
        String code = "4/0" + AccessTokens.random();
        codes.put(code, new Code(challenge, redirectUri, scopes, offline, clock.now().plus(CODE_LIFE)));
        return code;
    }

    /** The code, which can be had only once and for ten minutes. */
    synchronized Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code)).filter(c -> clock.now().isBefore(c.until()));
    }

    /** Whether the verifier is the one the challenge was made of (RFC 7636, S256). */
    static boolean verifies(String verifier, String challenge) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized String refreshToken(Grant grant) {
        String token = "1//0" + AccessTokens.random();
        byRefreshToken.put(token, grant);
        return token;
    }

    synchronized String accessToken(Grant grant) {
        String token = tokens.issue(grant.scopes, clock.now().plus(switches.accessTokenLife().get()));
        grant.accessTokens.add(token);
        return token;
    }

    /** The grant behind a refresh token; empty when it was revoked or used too often. */
    synchronized Optional<Grant> refresh(String refreshToken) {
        Grant grant = byRefreshToken.get(refreshToken);
        if (grant == null || grant.refreshes >= switches.refreshLimit().get()) {
            return Optional.empty();
        }
        grant.refreshes++;
        return Optional.of(grant);
    }

    /** Ends the grant a token belongs to; false when nobody knows the token. */
    synchronized boolean revoke(String token) {
        Optional<Map.Entry<String, Grant>> found = byRefreshToken.entrySet().stream()
                .filter(e -> e.getKey().equals(token) || e.getValue().accessTokens.contains(token)).findFirst();
        found.ifPresent(entry -> {
            entry.getValue().accessTokens.forEach(tokens::revoke);
            byRefreshToken.remove(entry.getKey());
        });
        return found.isPresent();
    }

    /** Ends everything, as the person does on Google's security page. */
    synchronized void revokeAll() {
        codes.clear();
        byRefreshToken.clear();
        tokens.revokeAll();
    }
}
