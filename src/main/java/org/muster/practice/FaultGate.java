package org.muster.practice;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Carries a {@link Fault} out on the wire. */
final class FaultGate {
    private static final String PORTAL = "<!DOCTYPE html><html><head><title>Sign in to this network</title></head>"
            + "<body><h1>Welcome</h1><p>Accept the terms to go on.</p></body></html>";
    private static final String GATEWAY = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>"
            + "<body><h1>502 Bad Gateway</h1></body></html>";
    private static final String NONSENSE = "{\"createdPeople\":[{\"person\":{\"resourceName\":!!! \u0000\u0001 ]";

    private final ErrorBody errors;

    FaultGate(ErrorBody errors) {
        this.errors = errors;
    }

    /** HTTP status the client will see; 0 for none. */
    static int status(Fault fault, Reply answer) {
        return switch (fault) {
            case QUOTA_429, BACKEND_429 -> 429;
            case INTERNAL_500_BEFORE, INTERNAL_500_AFTER -> 500;
            case UNAVAILABLE_503_BEFORE, UNAVAILABLE_503_AFTER -> 503;
            case HTML_AFTER -> 502;
            case HTML_BEFORE, EMPTY_BODY, NONSENSE_JSON -> 200;
            case BODY_CUT -> answer.status();
            case CUT_BEFORE, CUT_AFTER, HANG_BEFORE, HANG_AFTER -> 0;
        };
    }

    /**
     * Misbehaves. Whatever is left open the caller closes, which cuts the connection.
     *
     * @param answer what would have been answered; only looked at by faults after the write
     * @param hang waited for by the faults that hang
     */
    void carryOut(Fault fault, HttpExchange exchange, Reply answer, CountDownLatch hang)
            throws IOException, InterruptedException {
        switch (fault) {
            case QUOTA_429 -> send(exchange, Errors.quota(Quotas.Metric.CRITICAL_WRITE));
            case BACKEND_429 -> send(exchange, Errors.backendQuota());
            case INTERNAL_500_BEFORE, INTERNAL_500_AFTER -> send(exchange, Errors.internal());
            case UNAVAILABLE_503_BEFORE, UNAVAILABLE_503_AFTER -> send(exchange, Errors.unavailable());
            case CUT_BEFORE, CUT_AFTER -> { }
            case BODY_CUT -> Wire.sendHalf(exchange, answer);
            case HANG_BEFORE, HANG_AFTER -> hang.await();
            case HTML_BEFORE -> Wire.send(exchange, Reply.html(200, PORTAL));
            case HTML_AFTER -> Wire.send(exchange, Reply.html(502, GATEWAY));
            case EMPTY_BODY -> Wire.send(exchange, Reply.ok(""));
            case NONSENSE_JSON -> Wire.send(exchange, Reply.ok(NONSENSE));
        }
    }

    private void send(HttpExchange exchange, ApiException error) throws IOException {
        Wire.send(exchange, errors.reply(error, Wire.header(exchange, "User-Agent"), false));
    }
}
