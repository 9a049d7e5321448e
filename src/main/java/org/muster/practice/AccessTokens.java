package org.muster.practice;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who may call: the token of the server itself, which may do everything, and those the token end-point handed out. */
final class AccessTokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Grant(Set<String> scopes, Instant until) {}

    private final String master;
    private final SimClock clock;
    private final Map<String, Grant> granted = new ConcurrentHashMap<>();

    AccessTokens(String master, SimClock clock) {
        this.master = master;
        this.clock = clock;
    }

    /** 256 bits that nobody can guess. */
    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String master() {
        return master;
    }

    String issue(Set<String> scopes, Instant until) {
        String token = "ya29.practice-" + random();
        granted.put(token, new Grant(Set.copyOf(scopes), until));
        return token;
    }

    void revoke(String token) {
        granted.remove(token);
    }

    void revokeAll() {
        granted.clear();
    }

    /**
     * Lets a call pass.
     *
     * @param token what the client sent, or empty
     * @throws ApiException 401 or 403
     */
    void check(String token, ApiMethod method) {
        if (token.isEmpty()) {
            throw Errors.missingToken();
        }
        if (java.security.MessageDigest.isEqual(token.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                master.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            return;
        }
        Grant grant = granted.get(token);
        if (grant == null || !clock.now().isBefore(grant.until())) {
            throw Errors.badToken();
        }
        List<String> wanted = method.access().scopes();
        if (wanted.stream().noneMatch(grant.scopes()::contains)) {
            throw Errors.scopeMissing(method.id());
        }
    }
}
