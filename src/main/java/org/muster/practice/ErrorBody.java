package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.regex.Pattern;

/** Writes a refusal as Google's error envelope. */
final class ErrorBody {
    private static final Pattern OFFICIAL = Pattern.compile(
            "google-api-(java|php|go|nodejs|dotnet|ruby)-client", Pattern.CASE_INSENSITIVE);

    private final Switches switches;

    ErrorBody(Switches switches) {
        this.switches = switches;
    }

    Reply reply(ApiException e, String userAgent, boolean xgafv1) {
        JsonObject error = new JsonObject();
        error.addProperty("code", e.http());
        error.addProperty("message", e.getMessage());
        boolean legacy = switch (switches.legacyErrors().get()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case BY_USER_AGENT -> xgafv1 || OFFICIAL.matcher(userAgent).find();
        };
        if (legacy) {
            JsonObject one = new JsonObject();
            one.addProperty("message", e.getMessage());
            one.addProperty("domain", "global");
            one.addProperty("reason", reason(e.status()));
            JsonArray errors = new JsonArray();
            errors.add(one);
            error.add("errors", errors);
        }
        error.addProperty("status", e.status());
        if (!e.details().isEmpty()) {
            error.add("details", e.details());
        }
        JsonObject whole = new JsonObject();
        whole.add("error", error);
        Reply reply = Reply.json(e.http(), Json.write(whole));
        return e.http() == 401 ? reply.with("WWW-Authenticate",
                "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"") : reply;
    }

    private static String reason(String status) {
        return switch (status) {
            case "FAILED_PRECONDITION" -> "failedPrecondition";
            case "NOT_FOUND" -> "notFound";
            case "ALREADY_EXISTS" -> "alreadyExists";
            case "PERMISSION_DENIED" -> "forbidden";
            case "RESOURCE_EXHAUSTED" -> "rateLimitExceeded";
            case "UNAUTHENTICATED" -> "authError";
            case "INTERNAL", "UNAVAILABLE" -> "backendError";
            default -> "badRequest";
        };
    }
}
