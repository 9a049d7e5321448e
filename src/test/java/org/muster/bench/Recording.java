package org.muster.bench;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signs requests in and, while it is wanted, keeps their bodies: what Muster sends is what the bare sender sends afterwards. */
final class Recording implements HttpRequestInitializer {
    private final String token;
    private List<byte[]> bodies;

    Recording(String token) {
        this.token = token;
    }

    void start() {
        bodies = new ArrayList<>();
    }

    /** The bodies sent since the start, in their order; no more are kept. */
    List<byte[]> stop() {
        List<byte[]> recorded = bodies;
        bodies = null;
        return recorded;
    }

    @Override
    public void initialize(HttpRequest request) {
        request.getHeaders().setAuthorization("Bearer " + token);
        if (bodies != null) {
            request.setInterceptor(this::keep);
        }
    }

    /** Reads do not count, though long ones have a body as well: what is compared is the sending. */
    private void keep(HttpRequest request) throws IOException {
        if (request.getContent() != null && request.getContent().getType() != null && request.getContent().getType().contains("json")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            request.getContent().writeTo(body);
            bodies.add(body.toByteArray());
        }
    }
}
