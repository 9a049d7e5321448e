package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A refusal, as Google words it. Never seen outside the practice server except as an HTTP answer. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int http;
    private final String status;
    private final transient JsonArray details = new JsonArray();

    ApiException(int http, String status, String message) {
        super(message, null, false, false);
        this.http = http;
        this.status = status;
    }

    ApiException with(JsonObject detail) {
        details.add(detail);
        return this;
    }

    int http() {
        return http;
    }

    String status() {
        return status;
    }

    JsonArray details() {
        return details;
    }

    /** The number of {@link #status} in {@code google.rpc.Code}. */
    int rpcCode() {
        return rpcCode(status);
    }

    static int rpcCode(String status) {
        return switch (status) {
            case "INVALID_ARGUMENT" -> 3;
            case "NOT_FOUND" -> 5;
            case "ALREADY_EXISTS" -> 6;
            case "PERMISSION_DENIED" -> 7;
            case "RESOURCE_EXHAUSTED" -> 8;
            case "FAILED_PRECONDITION" -> 9;
            case "UNIMPLEMENTED" -> 12;
            case "INTERNAL" -> 13;
            case "UNAVAILABLE" -> 14;
            case "UNAUTHENTICATED" -> 16;
            default -> 2;
        };
    }
}
