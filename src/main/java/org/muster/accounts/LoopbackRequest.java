package org.muster.accounts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A GET as a browser sends it; as much of HTTP as the answer to a sign-in needs.
 *
 * @param path without its query
 * @param host the {@code Host} header; empty when there is not exactly one
 * @param query its parameters, decoded
 */
record LoopbackRequest(String path, String host, Map<String, String> query) {
    /** Request line and headers, in bytes; Google's answers have under 2,000. */
    private static final int LIMIT = 32 * 1024;

    /** Reads one request; empty when it is no GET, is too long, or is not well formed. */
    static Optional<LoopbackRequest> read(InputStream in) throws IOException {
        List<String> lines = head(in).lines().toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        if (first.length != 3 || !first[0].equals("GET") || !first[2].startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        List<String> hosts = lines.stream().skip(1).filter(line -> line.regionMatches(true, 0, "host:", 0, 5)).map(line -> line.substring(5).strip()).toList();
        int mark = first[1].indexOf('?');
        String path = mark < 0 ? first[1] : first[1].substring(0, mark);
        String host = hosts.size() == 1 ? hosts.getFirst() : "";
        return query(mark < 0 ? "" : first[1].substring(mark + 1)).map(query -> new LoopbackRequest(path, host, query));
    }

    /** Everything before the empty line; empty when it ends early or is too long. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int inRow = 0;
        for (int b = in.read(); b >= 0 && bytes.size() < LIMIT; b = in.read()) {
            if (b == '\n' && ++inRow == 2) {
                return bytes.toString(StandardCharsets.US_ASCII);
            }
            if (b != '\n' && b != '\r') {
                inRow = 0;
            }
            bytes.write(b);
        }
        return "";
    }

    /** A parameter said twice (RFC 6749 §3.1 forbids it) or a broken escape makes the whole query unusable. */
    private static Optional<Map<String, String>> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            try {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                if (query.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(query));
    }

    /** Says nothing of the query, which carries the code. */
    @Override
    public String toString() {
        return "LoopbackRequest[" + path + "]";
    }
}
