package org.muster.practice;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is served beside the API: photos and sign-in. */
final class WebPages {
    private final PhotoMethods photos;
    private final OAuthMethods oauth;

    WebPages(PhotoMethods photos, OAuthMethods oauth) {
        this.photos = photos;
        this.oauth = oauth;
    }

    /** The answer, or empty when the path belongs to the API. */
    Optional<Reply> answer(HttpExchange exchange) throws IOException {
        String path = String.valueOf(exchange.getRequestURI().getPath());
        String request = exchange.getRequestMethod() + " " + path;
        if (request.startsWith("GET /photos/")) {
            return Optional.of(photos.picture(path));
        }
        return switch (request) {
            case "GET /o/oauth2/v2/auth", "GET /o/oauth2/auth" -> Optional.of(oauth.auth(query(exchange)));
            case "POST /token" -> Optional.of(oauth.token(form(exchange, new Params()),
                    Wire.header(exchange, "Authorization")));
            case "POST /revoke" -> Optional.of(oauth.revoke(form(exchange, query(exchange))));
            default -> Optional.empty();
        };
    }

    private static Params query(HttpExchange exchange) {
        return new Params().parse(exchange.getRequestURI().getRawQuery());
    }

    private static Params form(HttpExchange exchange, Params into) throws IOException {
        return into.parse(new String(Wire.read(exchange), StandardCharsets.UTF_8));
    }
}
