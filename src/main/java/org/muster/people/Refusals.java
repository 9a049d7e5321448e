package org.muster.people;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.api.services.people.v1.model.PersonResponse;
import com.google.api.services.people.v1.model.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * Turns what the server or the network did into an {@link ApiError}. Decides by what was asked, HTTP status, status word, reason and typed details. The
 * one exception is the full account: nobody has published its status, only the identifier within its message.
 */
final class Refusals {
    /** The identifier Google puts into its refusal when an account is full (seen by others; its HTTP status is not known). */
    private static final String OVERFLOW = "MY_CONTACTS_OVERFLOW_COUNT";

    private Refusals() {}

    /** The refusal an HTTP answer other than 2xx tells. */
    static ApiError of(Asked asked, int http, HttpHeaders headers, byte[] body) {
        Optional<ErrorBody> parsed = ErrorBody.parse(body);
        if (parsed.isEmpty()) {
            return new ApiError(causeWithoutBody(http), http, "", "", "HTTP " + http, Map.of(), retryAfter(headers), Optional.empty());
        }
        ErrorBody error = parsed.get();
        Map<String, ApiError> contacts = new HashMap<>();
        error.contactErrors().forEach((key, status) -> contacts.put(key, ofStatus(asked, http, status)));
        Optional<Duration> wait = retryAfter(headers).or(error::retryDelay);
        return new ApiError(cause(asked, http, headers, error), http, error.status(), reason(error), error.message(), contacts, wait, error.quotaMetric());
    }

    /** What one contact's part of an answer says went wrong; empty when nothing did. */
    static Optional<ApiError> ofItem(Asked asked, PersonResponse item) {
        int http = item.getHttpStatusCode() == null ? 0 : item.getHttpStatusCode();
        Status status = item.getStatus();
        int code = status == null || status.getCode() == null ? 0 : status.getCode();
        if (code == 0 && (http == 0 || http / 100 == 2)) {
            return Optional.empty();
        }
        ErrorBody error = status == null ? new ErrorBody(0, "", "", List.of(), "") : ErrorBody.of(status);
        ApiError byCode = ofStatus(asked, http, error);
        if (code != 0) {
            return Optional.of(byCode);
        }
        return Optional.of(new ApiError(cause(asked, http, new HttpHeaders(), error), http, "", byCode.reason(), error.message()));
    }

    /**
     * What the network did.
     *
     * @param sent whether any of the request was handed to a connection; for a request without body, whether it may have been
     */
    static ApiError of(IOException e, boolean sent) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof SignedOutException) {
            return new ApiError(ErrorCause.SIGNED_OUT, 0, "", "", words);
        }
        if (e instanceof HttpResponseException refresh) {
            // Comes from the sign-in's own server while the token was being renewed; the request itself was never sent.
            ErrorCause cause = refresh.getStatusCode() / 100 == 4 && refresh.getStatusCode() != 429 ? ErrorCause.SIGNED_OUT : ErrorCause.UNREACHABLE;
            return new ApiError(cause, refresh.getStatusCode(), "", "", "HTTP " + refresh.getStatusCode());
        }
        boolean neverConnected = e instanceof ConnectException || e instanceof UnknownHostException || e instanceof NoRouteToHostException || e instanceof SSLHandshakeException;
        return new ApiError(sent && !neverConnected ? ErrorCause.NO_ANSWER : ErrorCause.UNREACHABLE, 0, "", "", words);
    }

    /** An answer that is none of the People API's. */
    static ApiError nonsense(int http, String words) {
        return new ApiError(ErrorCause.NOT_PEOPLE_API, http, "", "", words);
    }

    private static ErrorCause causeWithoutBody(int http) {
        return switch (http) {
            case 401 -> ErrorCause.SIGNED_OUT; // the JDK throws the body of a 401 away when a request had one
            case 413 -> ErrorCause.TOO_LONG; // Google's front end refuses bodies before the API sees them
            case 429 -> ErrorCause.QUOTA;
            default -> http / 100 == 5 && http != 511 ? ErrorCause.SERVER : ErrorCause.NOT_PEOPLE_API;
        };
    }

    private static ErrorCause cause(Asked asked, int http, HttpHeaders headers, ErrorBody error) {
        if (error.names(OVERFLOW)) {
            return ErrorCause.ACCOUNT_FULL;
        }
        return switch (http) {
            case 400 -> badRequest(asked, error);
            case 401 -> ErrorCause.SIGNED_OUT;
            case 403 -> forbidden(headers, error);
            case 404, 410 -> ErrorCause.NOT_FOUND;
            case 409 -> error.status().equals("ABORTED") ? ErrorCause.SERVER : ErrorCause.ALREADY_EXISTS;
            case 413 -> ErrorCause.TOO_LONG;
            case 429 -> ErrorCause.QUOTA;
            case 408 -> ErrorCause.SERVER;
            default -> http / 100 == 5 ? ErrorCause.SERVER : http / 100 == 4 ? ErrorCause.INVALID : ErrorCause.NOT_PEOPLE_API;
        };
    }

    private static ErrorCause badRequest(Asked asked, ErrorBody error) {
        if (error.reason().equals("EXPIRED_SYNC_TOKEN")) {
            return ErrorCause.SYNC_TOKEN_EXPIRED;
        }
        boolean precondition = error.status().equals("FAILED_PRECONDITION") || error.legacyReason().equals("failedPrecondition");
        return precondition && asked == Asked.UPDATE ? ErrorCause.STALE_ETAG : ErrorCause.INVALID;
    }

    private static ErrorCause forbidden(HttpHeaders headers, ErrorBody error) {
        ErrorCause known = switch (reason(error)) {
            case "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions" -> ErrorCause.MISSING_SCOPE;
            case "SERVICE_DISABLED", "accessNotConfigured" -> ErrorCause.API_DISABLED;
            case "RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded" -> ErrorCause.QUOTA;
            default -> ErrorCause.FORBIDDEN;
        };
        String challenge = headers.getAuthenticate();
        // OAuth's own way to say it (RFC 6750, 3.1), should the details be missing.
        return known == ErrorCause.FORBIDDEN && challenge != null && challenge.contains("insufficient_scope") ? ErrorCause.MISSING_SCOPE : known;
    }

    /** The meaning of a {@code google.rpc.Status} within an answer. */
    private static ApiError ofStatus(Asked asked, int http, ErrorBody status) {
        ErrorCause cause = status.names(OVERFLOW) ? ErrorCause.ACCOUNT_FULL : switch (status.code()) {
            case 5 -> ErrorCause.NOT_FOUND;
            case 6 -> ErrorCause.ALREADY_EXISTS;
            case 7 -> ErrorCause.FORBIDDEN;
            case 8 -> ErrorCause.QUOTA;
            case 9 -> asked == Asked.UPDATE ? ErrorCause.STALE_ETAG : ErrorCause.INVALID;
            case 16 -> ErrorCause.SIGNED_OUT;
            case 1, 2, 4, 10, 13, 14 -> ErrorCause.SERVER;
            default -> ErrorCause.INVALID;
        };
        return new ApiError(cause, http, word(status), reason(status), status.message());
    }

    private static String word(ErrorBody status) {
        return switch (status.code()) {
            case 1 -> "CANCELLED";
            case 3 -> "INVALID_ARGUMENT";
            case 4 -> "DEADLINE_EXCEEDED";
            case 5 -> "NOT_FOUND";
            case 6 -> "ALREADY_EXISTS";
            case 7 -> "PERMISSION_DENIED";
            case 8 -> "RESOURCE_EXHAUSTED";
            case 9 -> "FAILED_PRECONDITION";
            case 10 -> "ABORTED";
            case 13 -> "INTERNAL";
            case 14 -> "UNAVAILABLE";
            case 16 -> "UNAUTHENTICATED";
            default -> status.status();
        };
    }

    private static String reason(ErrorBody error) {
        return error.reason().isEmpty() ? error.legacyReason() : error.reason();
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        String value = headers.getRetryAfter();
        if (value == null) {
            return Optional.empty();
        }
        if (value.strip().matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
        }
        try {
            Duration wait = Duration.between(ZonedDateTime.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a header nobody can read asks for nothing
        }
    }
}
