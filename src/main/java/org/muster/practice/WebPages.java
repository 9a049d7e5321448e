package org.muster.practice;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** What is served beside the API: photos. */
final class WebPages {
    private final PhotoMethods photos;

    WebPages(PhotoMethods photos) {
        this.photos = photos;
    }

    /** The answer, or empty when the path belongs to the API. */
    Optional<Reply> answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path != null && path.startsWith("/photos/")) {
            return Optional.of(photos.picture(path));
        }
        return Optional.empty();
    }
}
