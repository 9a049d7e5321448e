package org.muster.practice;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer before it goes on the wire.
 *
 * @param status HTTP status
 * @param type media type
 * @param body plain bytes
 * @param headers further headers
 * @param items contacts or names the request spoke of, for the log
 */
record Reply(int status, String type, byte[] body, Map<String, String> headers, int items) {
    private static final String JSON = "application/json; charset=UTF-8";

    static Reply json(int status, String body) {
        return new Reply(status, JSON, body.getBytes(StandardCharsets.UTF_8), Map.of(), 0);
    }

    static Reply ok(String body) {
        return json(200, body);
    }

    static Reply ok(byte[] body) {
        return new Reply(200, JSON, body, Map.of(), 0);
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8), Map.of(), 0);
    }

    /** Google's page for a route that does not exist. */
    static Reply htmlNotFound(String path) {
        String shown = path.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        return html(404, "<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n"
                + "  <p><b>404.</b> <ins>That’s an error.</ins>\n  <p>The requested URL <code>" + shown
                + "</code> was not found on this server.  <ins>That’s all we know.</ins>\n");
    }

    Reply of(int count) {
        return new Reply(status, type, body, headers, count);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new java.util.LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more, items);
    }
}
