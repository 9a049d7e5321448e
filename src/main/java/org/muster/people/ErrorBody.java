package org.muster.people;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Google's JSON says about a refusal: the {@code error} of an answer, or a {@code google.rpc.Status} within it. Reads what is there and
 * takes no offence at what is not.
 *
 * @param code the HTTP status (of an answer) or the {@code google.rpc.Code} (of a status within one); 0 when missing
 * @param status the status word; empty when missing
 * @param message Google's words; empty when missing
 * @param details the typed details
 * @param legacyReason the first {@code errors[].reason}, which Google sends to some clients only
 */
record ErrorBody(int code, String status, String message, List<Map<?, ?>> details, String legacyReason) {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?s");

    /** The error an answer's body tells, if it is Google's JSON at all. */
    static Optional<ErrorBody> parse(byte[] body) {
        try {
            GenericJson json = GsonFactory.getDefaultInstance().createJsonParser(new java.io.ByteArrayInputStream(body), java.nio.charset.StandardCharsets.UTF_8).parseAndClose(GenericJson.class);
            return json != null && json.get("error") instanceof Map<?, ?> error ? Optional.of(of(error)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no JSON, or such that Google's parser trips over
        }
    }

    /** What an {@code error} object or a {@code google.rpc.Status} says. */
    static ErrorBody of(Map<?, ?> error) {
        List<Map<?, ?>> legacy = maps(error.get("errors"));
        String legacyReason = legacy.isEmpty() ? "" : text(legacy.getFirst().get("reason"));
        return new ErrorBody(number(error.get("code")), text(error.get("status")), text(error.get("message")), maps(error.get("details")), legacyReason);
    }

    /** The reason of the {@code ErrorInfo}; empty when there is none. */
    String reason() {
        return ofType("google.rpc.ErrorInfo").map(d -> text(d.get("reason"))).findFirst().orElse("");
    }

    /** The {@code quota_metric} of the {@code ErrorInfo}, such as {@code people.googleapis.com/critical_read_requests}; nothing when there is none. */
    Optional<String> quotaMetric() {
        return ofType("google.rpc.ErrorInfo").map(d -> d.get("metadata")).filter(Map.class::isInstance)
                .map(metadata -> text(((Map<?, ?>) metadata).get("quota_metric"))).filter(name -> !name.isEmpty()).findFirst();
    }

    /** How long the {@code RetryInfo} asks to wait. */
    Optional<Duration> retryDelay() {
        return ofType("google.rpc.RetryInfo").map(d -> SECONDS.matcher(text(d.get("retryDelay")))).filter(Matcher::matches)
                .map(m -> Duration.ofSeconds(Long.parseLong(m.group(1))).plusMillis(m.group(2) == null ? 0 : Math.round(Double.parseDouble("0." + m.group(2)) * 1000)))
                .findFirst();
    }

    /** The {@code contactErrors} of a refused batch, by its keys; empty when Google did not say. */
    Map<String, ErrorBody> contactErrors() {
        Map<String, ErrorBody> found = new java.util.LinkedHashMap<>();
        details.stream().map(d -> d.get("contactErrors")).forEach(value -> {
            if (value instanceof Map<?, ?> errors) {
                errors.forEach((key, status) -> {
                    if (status instanceof Map<?, ?> map) {
                        found.put(String.valueOf(key), of(map));
                    }
                });
            }
        });
        return found;
    }

    /** Whether {@code token}, one of Google's upper-case identifiers, stands in the reason or, where Google has put it so far, within the message. */
    boolean names(String token) {
        return reason().contains(token) || message.contains(token);
    }

    private Stream<Map<?, ?>> ofType(String type) {
        return details.stream().filter(d -> text(d.get("@type")).endsWith("/" + type));
    }

    private static List<Map<?, ?>> maps(Object value) {
        if (!(value instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().<Map<?, ?>>map(item -> item instanceof Map<?, ?> map ? map : null).filter(Objects::nonNull).toList();
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }

    private static int number(Object value) {
        return switch (value) {
            case BigDecimal big -> big.intValue();
            case Number number -> number.intValue();
            case null, default -> 0;
        };
    }
}
