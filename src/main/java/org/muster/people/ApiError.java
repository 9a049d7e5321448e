package org.muster.people;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a request was not answered with what was asked for, as a value. Decisions go by {@link #cause}; the message is Google's own
 * wording, for people who want to read it.
 *
 * @param cause what it means
 * @param httpStatus the HTTP status code, 0 when no answer came
 * @param status Google's status word such as {@code INVALID_ARGUMENT}; empty when there was none
 * @param reason the reason of the error's {@code ErrorInfo} such as {@code RATE_LIMIT_EXCEEDED}; empty when there was none
 * @param message Google's own words, or the network's; for display only, without secrets
 * @param contactErrors for a refused batch, what is wrong with which of its contacts: by index ({@code "0"}) for creates, by resource name
 *     for updates; empty when Google did not say
 * @param retryAfter how long the server asks to wait, if it does
 * @param quotaMetric which quota is exhausted, by Google's name such as {@code people.googleapis.com/critical_read_requests}, if it says
 */
public record ApiError(ErrorCause cause, int httpStatus, String status, String reason, String message, Map<String, ApiError> contactErrors, Optional<Duration> retryAfter, Optional<String> quotaMetric) {
    public ApiError {
        Objects.requireNonNull(cause);
        contactErrors = Map.copyOf(contactErrors);
    }

    /** An error that says nothing of single contacts. */
    public ApiError(ErrorCause cause, int httpStatus, String status, String reason, String message) {
        this(cause, httpStatus, status, reason, message, Map.of(), Optional.empty(), Optional.empty());
    }
}
