package org.muster.practice;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies on the wire: inflates requests, deflates answers, and can break off in the middle. */
final class Wire {
    /** Inflated; 200 contacts of 128 KB fit. */
    private static final int MAX_BODY = 32 << 20;
    private static final int WORTH_DEFLATING = 512;

    private Wire() {}

    /** The request's body, inflated. */
    static byte[] read(HttpExchange exchange) throws IOException {
        boolean gzip = header(exchange, "Content-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
        try (InputStream raw = exchange.getRequestBody()) {
            byte[] body = raw.readNBytes(MAX_BODY + 1);
            if (gzip && body.length > 0) {
                try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                    body = in.readNBytes(MAX_BODY + 1);
                } catch (java.util.zip.ZipException | java.io.EOFException e) {
                    throw Errors.invalid("Invalid gzip content in the request body.");
                }
            }
            if (body.length > MAX_BODY) {
                throw Errors.invalid("Request payload size exceeds the limit: " + MAX_BODY + " bytes.");
            }
            return body;
        }
    }

    static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = prepare(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** Announces the whole answer, sends half of it and cuts the connection. */
    static void sendHalf(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = prepare(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), Math.max(2, body.length));
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private static byte[] prepare(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        headers.set("Server", "ESF");
        headers.set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(headers::set);
        boolean wanted = header(exchange, "Accept-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
        if (!wanted || reply.body().length < WORTH_DEFLATING || !reply.type().startsWith("application/json")) {
            return reply.body();
        }
        headers.set("Content-Encoding", "gzip");
        headers.set("Vary", "Accept-Encoding");
        ByteArrayOutputStream out = new ByteArrayOutputStream(reply.body().length / 4);
        try (Fast gzip = new Fast(out)) {
            gzip.write(reply.body());
        }
        return out.toByteArray();
    }

    /** On loopback time counts for more than size. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
