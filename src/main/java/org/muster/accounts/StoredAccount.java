package org.muster.accounts;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What is kept of a connected account.
 *
 * @param refreshToken empty when the sign-in has expired
 * @param person whose account it is, see {@link Identity#person}; empty when nobody knows
 */
record StoredAccount(GoogleAccount account, ClientSecrets client, OAuthEndpoints endpoints, Optional<String> refreshToken, Optional<String> person) {
    /** The form of the file; one that is larger was written by a later version. */
    static final int VERSION = 1;

    StoredAccount {
        Objects.requireNonNull(account);
        Objects.requireNonNull(client);
        Objects.requireNonNull(endpoints);
        Objects.requireNonNull(refreshToken);
        Objects.requireNonNull(person);
    }

    /** One of whom nobody knows whose it is. */
    StoredAccount(GoogleAccount account, ClientSecrets client, OAuthEndpoints endpoints, Optional<String> refreshToken) {
        this(account, client, endpoints, refreshToken, Optional.empty());
    }

    /** The same under the id and name of another. */
    StoredAccount as(GoogleAccount other) {
        return new StoredAccount(other, client, endpoints, refreshToken, person);
    }

    /** The same under another token. */
    StoredAccount withToken(Optional<String> fresh) {
        return new StoredAccount(account, client, endpoints, fresh, person);
    }

    /** Whether both are the same person's at the same server. */
    boolean sameOwner(StoredAccount other) {
        return person.isPresent() && person.equals(other.person) && endpoints.api().equals(other.endpoints.api());
    }

    /** The same under another name. */
    StoredAccount labelled(String label) {
        return new StoredAccount(new GoogleAccount(account.id(), label), client, endpoints, refreshToken, person);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("id", account.id());
        json.addProperty("label", account.label());
        json.addProperty("client_id", client.id());
        json.addProperty("client_secret", client.secret());
        refreshToken.ifPresent(token -> json.addProperty("refresh_token", token));
        person.ifPresent(name -> json.addProperty("person", name));
        json.addProperty("auth", endpoints.auth().toString());
        json.addProperty("token", endpoints.token().toString());
        json.addProperty("revoke", endpoints.revoke().toString());
        json.addProperty("api", endpoints.api().toString());
        return json;
    }

    /** @throws IllegalArgumentException when something is missing or makes no sense; its message holds no values */
    static StoredAccount fromJson(JsonObject json, String expectedId) {
        String id = required(json, "id");
        if (!id.equals(expectedId)) {
            throw new IllegalArgumentException("the file is not the one of its account");
        }
        OAuthEndpoints endpoints =
                new OAuthEndpoints(address(json, "auth"), address(json, "token"), address(json, "revoke"), address(json, "api"));
        String token = JsonText.of(json, "refresh_token");
        String person = JsonText.of(json, "person");
        return new StoredAccount(
                new GoogleAccount(id, JsonText.of(json, "label")),
                new ClientSecrets(required(json, "client_id"), required(json, "client_secret")),
                endpoints,
                token.isEmpty() ? Optional.empty() : Optional.of(token),
                person.isEmpty() ? Optional.empty() : Optional.of(person));
    }

    private static URI address(JsonObject json, String key) {
        return URI.create(required(json, key));
    }

    private static String required(JsonObject json, String key) {
        String value = JsonText.of(json, key);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    /** Says nothing of what must stay secret. */
    @Override
    public String toString() {
        return "StoredAccount[" + account.id() + "]";
    }
}
