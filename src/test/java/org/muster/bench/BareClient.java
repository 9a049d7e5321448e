package org.muster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The least a client can do: one request after another over {@code java.net.http}, each answer read to its end. */
final class BareClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final String token;

    BareClient(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    byte[] get(String path) {
        return send(request(path).GET().build());
    }

    byte[] post(String path, byte[] json) {
        return send(request(path).header("Content-Type", "application/json; charset=UTF-8").POST(HttpRequest.BodyPublishers.ofByteArray(json)).build());
    }

    /** A GET whose parameters are too long for an address, as Google's library sends it. */
    byte[] getLong(String path, String form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").header("X-HTTP-Method-Override", "GET").POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " was refused with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
