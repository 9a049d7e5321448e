package org.muster.people;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Gives the answers it was told to, one after another, whatever is asked: for those the practice account never gives. */
final class CannedServer implements AutoCloseable {
    private record Canned(int status, Map<String, String> headers, String body) {}

    private final HttpServer http;
    private final Deque<Canned> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();

    CannedServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::answer);
        http.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    synchronized CannedServer answers(int status, String body) {
        return answers(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body);
    }

    synchronized CannedServer answers(int status, Map<String, String> headers, String body) {
        answers.add(new Canned(status, headers, body));
        return this;
    }

    /** Method and URI of every request so far. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getRequestBody().readAllBytes();
            Canned canned = answers.remove();
            canned.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
