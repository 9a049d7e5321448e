package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;

/**
 * The one desktop client the practice server knows.
 *
 * @param id its client id
 * @param secret its secret, which in a desktop client is none
 * @param endpoint the server's root
 */
public record OAuthClient(String id, String secret, URI endpoint) {
    /** Where the browser is sent. */
    public URI authUri() {
        return endpoint.resolve("o/oauth2/v2/auth");
    }

    /** Where codes become tokens. */
    public URI tokenUri() {
        return endpoint.resolve("token");
    }

    /** Where tokens end. */
    public URI revokeUri() {
        return endpoint.resolve("revoke");
    }

    /** The file a user would download from Google's console: {@code client_secret_….json}. */
    public String clientSecretJson() {
        JsonObject installed = new JsonObject();
        installed.addProperty("client_id", id);
        installed.addProperty("project_id", "muster-practice");
        installed.addProperty("auth_uri", authUri().toString());
        installed.addProperty("token_uri", tokenUri().toString());
        installed.addProperty("client_secret", secret);
        JsonArray redirects = new JsonArray();
        redirects.add("http://localhost");
        installed.add("redirect_uris", redirects);
        JsonObject whole = new JsonObject();
        whole.add("installed", installed);
        return Json.write(whole);
    }

    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }
}
