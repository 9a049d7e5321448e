package org.muster.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sign-in: loopback only, PKCE always, tokens that end. */
class PracticeSignInTest {
    private static final String VERIFIER = "abcdefghijklmnopqrstuvwxyz0123456789-._~ABCDEFG";
    private static final String CONTACTS = "https://www.googleapis.com/auth/contacts";
    private static final String REDIRECT = "http://127.0.0.1:54321/";

    private Practice practice;

    @BeforeEach
    void start() throws IOException {
        practice = new Practice();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    private Map<String, String> authParams() throws Exception {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("client_id", practice.server.oauthClient().id());
        params.put("redirect_uri", REDIRECT);
        params.put("response_type", "code");
        params.put("scope", CONTACTS + " openid");
        params.put("state", "st ate");
        params.put("access_type", "offline");
        params.put("code_challenge_method", "S256");
        params.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII))));
        return params;
    }

    private Practice.Answer auth(Map<String, String> params) throws Exception {
        return practice.send(HttpRequest.newBuilder(
                URI.create(practice.server.oauthClient().authUri() + "?" + form(params))).build());
    }

    private static String form(Map<String, String> params) {
        return params.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(),
                StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private static Params location(Practice.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        String location = answer.raw().headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT + "?");
        return new Params().parse(URI.create(location).getRawQuery());
    }

    private Map<String, String> exchangeParams(String code) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("grant_type", "authorization_code");
        params.put("client_id", practice.server.oauthClient().id());
        params.put("client_secret", practice.server.oauthClient().secret());
        params.put("redirect_uri", REDIRECT);
        params.put("code", code);
        params.put("code_verifier", VERIFIER);
        return params;
    }

    private Practice.Answer post(URI uri, Map<String, String> params) throws Exception {
        return practice.send(HttpRequest.newBuilder(uri).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(params))).build());
    }

    private Practice.Answer token(Map<String, String> params) throws Exception {
        return post(practice.server.oauthClient().tokenUri(), params);
    }

    private Practice.Answer signIn() throws Exception {
        return token(exchangeParams(location(auth(authParams())).text("code")));
    }

    private Practice.Answer refresh(String refreshToken) throws Exception {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id",
                practice.server.oauthClient().id(), "client_secret", practice.server.oauthClient().secret()));
    }

    private int list(String accessToken) throws Exception {
        return practice.send("GET", "v1/contactGroups", null, "Authorization", "Bearer " + accessToken).status();
    }

    @Test
    void signsInAndKeepsARecord() throws Exception {
        Params back = location(auth(authParams()));
        assertThat(back.text("state")).isEqualTo("st ate");
        Practice.Answer tokens = token(exchangeParams(back.text("code")));
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json().get("token_type").getAsString()).isEqualTo("Bearer");
        assertThat(tokens.json().get("scope").getAsString()).contains(CONTACTS);
        assertThat(list(tokens.json().get("access_token").getAsString())).isEqualTo(200);
        OAuthLog log = practice.server.oauthLog();
        assertThat(log.entries(OAuthLog.Kind.AUTH).getFirst().param("code_challenge_method")).isEqualTo("S256");
        assertThat(log.entries(OAuthLog.Kind.TOKEN).getFirst().param("code_verifier")).isEqualTo(VERIFIER);
        assertThat(log.entries(OAuthLog.Kind.TOKEN).getFirst().toString()).doesNotContain(VERIFIER, "practice-secret");
        assertThat(token(exchangeParams(back.text("code"))).json().get("error").getAsString()).as("a code works once")
                .isEqualTo("invalid_grant");
        assertThat(practice.server.oauthClient().clientSecretJson()).contains("\"installed\"", "/o/oauth2/v2/auth", "/token");
    }

    @ParameterizedTest
    @CsvSource({"code_challenge,,400", "code_challenge,short,400", "code_challenge_method,,400",
        "code_challenge_method,plain,400", "client_id,somebody,401", "redirect_uri,https://evil.example/,400",
        "redirect_uri,http://127.0.0.1.evil.example/,400", "redirect_uri,http://u@127.0.0.1/,400",
        "redirect_uri,urn:ietf:wg:oauth:2.0:oob,400", "response_type,token,400", "scope,,400"})
    void refusesWhatIsNotSafe(String param, String value, int status) throws Exception {
        Map<String, String> params = authParams();
        params.remove(param);
        if (value != null) {
            params.put(param, value);
        }
        Practice.Answer answer = auth(params);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.raw().headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"code_verifier,,invalid_grant", "code_verifier,ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw,invalid_grant",
        "code,4/0nonsense,invalid_grant", "redirect_uri,http://127.0.0.1:1/,redirect_uri_mismatch",
        "client_secret,wrong,invalid_client", "grant_type,password,unsupported_grant_type"})
    void exchangesOnlyForWhoeverAsked(String param, String value, String error) throws Exception {
        Map<String, String> params = exchangeParams(location(auth(authParams())).text("code"));
        params.remove(param);
        if (value != null) {
            params.put(param, value);
        }
        Practice.Answer answer = token(params);
        assertThat(answer.status()).isBetween(400, 401);
        assertThat(answer.json().get("error").getAsString()).isEqualTo(error);
    }

    @Test
    void refreshesUntilItIsRevokedOrUsedUp() throws Exception {
        var tokens = signIn().json();
        String refresh = tokens.get("refresh_token").getAsString();
        String access = tokens.get("access_token").getAsString();
        practice.server.advance(Duration.ofHours(1));
        assertThat(list(access)).as("an access token that ran out").isEqualTo(401);
        String renewed = refresh(refresh).json().get("access_token").getAsString();
        assertThat(list(renewed)).isEqualTo(200);
        practice.server.switches().refreshLimit().set(1);
        Practice.Answer usedUp = refresh(refresh);
        assertThat(usedUp.status()).isEqualTo(400);
        assertThat(usedUp.json().get("error_description").getAsString()).isEqualTo("Token has been expired or revoked.");
        practice.server.switches().restore();
        assertThat(post(practice.server.oauthClient().revokeUri(), Map.of("token", renewed)).status()).isEqualTo(200);
        assertThat(list(renewed)).isEqualTo(401);
        assertThat(refresh(refresh).json().get("error").getAsString()).isEqualTo("invalid_grant");
        assertThat(post(practice.server.oauthClient().revokeUri(), Map.of("token", renewed)).status()).isEqualTo(400);
        String other = signIn().json().get("access_token").getAsString();
        practice.server.revokeGrants();
        assertThat(list(other)).isEqualTo(401);
    }

    @Test
    void enforcesScopes() throws Exception {
        practice.server.switches().consent().set(Switches.Consent.UNTICK_WRITING);
        var tokens = signIn().json();
        assertThat(tokens.get("scope").getAsString()).contains("contacts.readonly");
        String access = tokens.get("access_token").getAsString();
        assertThat(list(access)).isEqualTo(200);
        Practice.Answer write = practice.send("POST", "v1/contactGroups", "{\"contactGroup\":{\"name\":\"x\"}}",
                "Authorization", "Bearer " + access);
        assertThat(write.status()).isEqualTo(403);
        assertThat(write.errorStatus()).isEqualTo("PERMISSION_DENIED");
        assertThat(write.message()).isEqualTo("Request had insufficient authentication scopes.");
        assertThat(write.detail().get("reason").getAsString()).isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    }

    @Test
    void canSayNoOrForgeTheState() throws Exception {
        practice.server.switches().consent().set(Switches.Consent.DENY);
        Params denied = location(auth(authParams()));
        assertThat(denied.text("error")).isEqualTo("access_denied");
        assertThat(denied.has("code")).isFalse();
        practice.server.switches().consent().set(Switches.Consent.WRONG_STATE);
        assertThat(location(auth(authParams())).text("state")).isNotEqualTo("st ate").isNotEmpty();
    }

    @Test
    void givesARefreshTokenOnlyForOfflineAccess() throws Exception {
        Map<String, String> params = authParams();
        params.remove("access_type");
        assertThat(token(exchangeParams(location(auth(params)).text("code"))).json().has("refresh_token")).isFalse();
    }
}
