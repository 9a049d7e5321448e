package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Google's refusals in Google's wording; where nobody has seen the wording, the switches choose one. */
final class Errors {
    static final String INVALID = "INVALID_ARGUMENT";
    static final String PRECONDITION = "FAILED_PRECONDITION";
    static final String DOCS = "https://developers.google.com/people/api/rest/v1/";

    private Errors() {}

    /** One complaint about a field, for {@code google.rpc.BadRequest}. */
    record Violation(String field, String description) {}

    static ApiException invalid(String message) {
        return new ApiException(400, INVALID, message);
    }

    static ApiException precondition(String message) {
        return new ApiException(400, PRECONDITION, message);
    }

    static ApiException notFound() {
        return new ApiException(404, "NOT_FOUND", "Requested entity was not found.");
    }

    static ApiException internal() {
        return new ApiException(500, "INTERNAL", "Internal error encountered.");
    }

    static ApiException unavailable() {
        return new ApiException(503, "UNAVAILABLE", "The service is currently unavailable.");
    }

    static ApiException backendQuota() {
        JsonObject violation = new JsonObject();
        violation.addProperty("subject", "QUOTA_EXCEEDED");
        violation.addProperty("description", "FBS quota limit exceeded");
        JsonArray violations = new JsonArray();
        violations.add(violation);
        JsonObject detail = typed("google.rpc.QuotaFailure");
        detail.add("violations", violations);
        return new ApiException(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota).")
                .with(detail);
    }

    static ApiException quota(Quotas.Metric metric) {
        String message = "Quota exceeded for quota metric '" + metric.title() + "' and limit '" + metric.title()
                + " per " + metric.period()
                + " per user' of service 'people.googleapis.com' for consumer 'project_number:424242424242'.";
        JsonObject metadata = new JsonObject();
        metadata.addProperty("quota_limit", metric.limitName());
        metadata.addProperty("service", "people.googleapis.com");
        metadata.addProperty("quota_metric", "people.googleapis.com/" + metric.wireName());
        metadata.addProperty("consumer", "projects/424242424242");
        JsonObject info = errorInfo("RATE_LIMIT_EXCEEDED", "googleapis.com");
        info.add("metadata", metadata);
        return new ApiException(429, "RESOURCE_EXHAUSTED", message).with(info);
    }

    static ApiException violations(List<Violation> all) {
        JsonArray list = new JsonArray();
        StringBuilder message = new StringBuilder();
        for (Violation violation : all) {
            if (!message.isEmpty()) {
                message.append('\n');
            }
            message.append(violation.description());
            JsonObject one = new JsonObject();
            if (!violation.field().isEmpty()) {
                one.addProperty("field", violation.field());
            }
            one.addProperty("description", violation.description());
            list.add(one);
        }
        JsonObject detail = typed("google.rpc.BadRequest");
        detail.add("fieldViolations", list);
        return invalid(message.toString()).with(detail);
    }

    static ApiException unknownParameter(String name) {
        return violations(List.of(new Violation("", "Invalid JSON payload received. Unknown name \"" + name
                + "\": Cannot bind query parameter. Field '" + name + "' could not be found in request message.")));
    }

    static ApiException missingToken() {
        return new ApiException(401, "UNAUTHENTICATED", "Request is missing required authentication credential. "
                + CREDENTIAL_HINT);
    }

    static ApiException badToken() {
        return new ApiException(401, "UNAUTHENTICATED", "Request had invalid authentication credentials. "
                + CREDENTIAL_HINT);
    }

    static ApiException scopeMissing(String methodId) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("method", "google.people.v1." + methodId);
        metadata.addProperty("service", "people.googleapis.com");
        JsonObject info = errorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com");
        info.add("metadata", metadata);
        return new ApiException(403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.")
                .with(info);
    }

    static ApiException staleEtag() {
        return precondition("Request person.etag is different than the current person.etag. "
                + "Clear local cache and get the latest person.").with(staleDebugInfo());
    }

    static ApiException staleSourceEtag() {
        return precondition("Request person.metadata.sources.etag is different than the current "
                + "person.metadata.sources.etag. Clear local cache and get the latest person.").with(staleDebugInfo());
    }

    static ApiException missingEtag(String status) {
        return new ApiException(400, status, "Request must set person.etag or person.metadata.sources.etag for the "
                + "source that is being updated.");
    }

    static ApiException expiredSyncToken(String status) {
        return new ApiException(400, status,
                "Sync token is expired. Clear local cache and retry call without the sync token.")
                .with(errorInfo("EXPIRED_SYNC_TOKEN", "people.googleapis.com"));
    }

    static ApiException notAContact(String resourceName) {
        return invalid("Resource name \"" + resourceName + "\" is not a valid contact person resource.");
    }

    static ApiException noDirectory() {
        return precondition("Must be a G Suite domain user.");
    }

    static JsonObject typed(String type) {
        JsonObject detail = new JsonObject();
        detail.addProperty("@type", "type.googleapis.com/" + type);
        return detail;
    }

    private static JsonObject errorInfo(String reason, String domain) {
        JsonObject info = typed("google.rpc.ErrorInfo");
        info.addProperty("reason", reason);
        info.addProperty("domain", domain);
        return info;
    }

    private static JsonObject staleDebugInfo() {
        JsonObject info = typed("google.rpc.DebugInfo");
        info.addProperty("detail", "[ORIGINAL ERROR] generic::failed_precondition: stale etag");
        return info;
    }

    private static final String CREDENTIAL_HINT = "Expected OAuth 2 access token, login cookie or other valid "
            + "authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";
}
