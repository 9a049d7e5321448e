package org.muster.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.muster.practice.Router.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request off the wire, in Google's order: host, route, token, quota, parameters, method. */
final class HttpFront implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

    private final Dispatcher dispatcher;
    private final WebPages pages;
    private final AccessTokens tokens;
    private final Quotas quotas;
    private final Faults faults;
    private final FaultGate gate;
    private final ErrorBody errors;
    private final RequestLog log;
    private final Set<String> hosts;

    /**
     * @param hosts values of the Host header that mean this server; any other is turned away, so that a web page whose name
     *     was made to point to 127.0.0.1 gets nothing
     */
    HttpFront(Dispatcher dispatcher, WebPages pages, AccessTokens tokens, Quotas quotas, Faults faults,
            ErrorBody errors, RequestLog log, Set<String> hosts) {
        this.dispatcher = dispatcher;
        this.pages = pages;
        this.tokens = tokens;
        this.quotas = quotas;
        this.faults = faults;
        this.gate = new FaultGate(errors);
        this.errors = errors;
        this.log = log;
        this.hosts = hosts;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            serve(exchange);
        } catch (IOException e) {
            LOG.debug("The client went away: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A request failed", e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (!hosts.contains(Wire.header(exchange, "Host").toLowerCase(Locale.ROOT))) {
            Wire.send(exchange, Reply.html(403, "<!DOCTYPE html><title>403</title><p>This server answers to 127.0.0.1 only."));
            return;
        }
        Optional<Reply> page;
        try {
            page = pages.answer(exchange);
        } catch (ApiException e) {
            page = Optional.of(errors.reply(e, Wire.header(exchange, "User-Agent"), false));
        }
        if (page.isPresent()) {
            Wire.send(exchange, page.get());
            return;
        }
        String override = Wire.header(exchange, "X-HTTP-Method-Override");
        String http = override.isEmpty() || !exchange.getRequestMethod().equals("POST")
                ? exchange.getRequestMethod() : override.toUpperCase(Locale.ROOT);
        Optional<Route> route = path == null ? Optional.empty() : Router.find(http, path);
        if (route.isEmpty()) {
            Wire.send(exchange, Reply.htmlNotFound(String.valueOf(path)));
            return;
        }
        api(exchange, route.get());
    }

    private void api(HttpExchange exchange, Route route) throws IOException, InterruptedException {
        ApiMethod method = route.method();
        long start = System.nanoTime();
        long sequence = log.begin(method);
        CountDownLatch hang = faults.hanging();
        Duration delay = faults.delay();
        Optional<Fault> fault = faults.take(method);
        Reply reply = Reply.ok("{}");
        boolean committed = false;
        try {
            reply = answer(exchange, route, fault.isPresent() && !fault.get().afterWrite());
            committed = method.mutates() && reply.status() == 200 && (fault.isEmpty() || fault.get().afterWrite());
            if (!delay.isZero()) {
                Thread.sleep(delay);
            }
        } finally {
            // Before the first byte goes out: the next request of a sequential client must not find this one in flight.
            int status = fault.isPresent() ? FaultGate.status(fault.get(), reply) : reply.status();
            log.end(method, new RequestLog.Entry(sequence, method.id(), method.http(), start, System.nanoTime(),
                    reply.items(), status, committed));
        }
        if (fault.isPresent()) {
            gate.carryOut(fault.get(), exchange, reply, hang);
        } else {
            Wire.send(exchange, reply);
        }
    }

    private Reply answer(HttpExchange exchange, Route route, boolean onlyRead) throws IOException {
        Params params = new Params().parse(exchange.getRequestURI().getRawQuery());
        String userAgent = Wire.header(exchange, "User-Agent");
        boolean xgafv1 = params.text("$.xgafv").equals("1");
        try {
            byte[] body = Wire.read(exchange);
            if (onlyRead) {
                return Reply.ok("{}");
            }
            ApiMethod method = route.method();
            String text = new String(body, StandardCharsets.UTF_8);
            if (method.http().equals("GET") && exchange.getRequestMethod().equals("POST")) {
                params.parse(text);
                text = "";
            }
            tokens.check(token(exchange, params), method);
            quotas.take(method);
            ParamChecker.check(method, params);
            String language = TypeLabels.language(Wire.header(exchange, "Accept-Language"));
            return dispatcher.answer(new Call(method, route.resource(), params,
                    method.http().equals("DELETE") ? "" : text, language));
        } catch (ApiException e) {
            return errors.reply(e, userAgent, xgafv1);
        } catch (RuntimeException e) {
            LOG.error("{} failed", route.method().id(), e);
            return errors.reply(Errors.internal(), userAgent, xgafv1);
        }
    }

    private static String token(HttpExchange exchange, Params params) {
        String header = Wire.header(exchange, "Authorization");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        return params.has("access_token") ? params.text("access_token") : params.text("oauth_token");
    }
}
