package org.muster.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muster.practice.Errors.Violation;

/** Refuses query parameters a method does not have, and values that are none of their kind. */
final class ParamChecker {
    private static final Set<String> STANDARD = Set.of("$.xgafv", "access_token", "alt", "callback", "fields", "key",
            "oauth_token", "prettyPrint", "quotaUser", "uploadType", "upload_protocol", "$alt", "$callback", "$fields",
            "$key", "$prettyPrint");
    static final List<String> SORT_ORDERS = List.of("LAST_MODIFIED_ASCENDING", "LAST_MODIFIED_DESCENDING",
            "FIRST_NAME_ASCENDING", "LAST_NAME_ASCENDING");

    private ParamChecker() {}

    static void check(ApiMethod method, Params params) {
        List<Violation> wrong = new ArrayList<>();
        for (String name : params.names()) {
            if (STANDARD.contains(name)) {
                continue;
            }
            String kind = method.params().get(Schema.camel(name));
            if (kind == null) {
                throw Errors.unknownParameter(name);
            }
            for (String value : params.all(name)) {
                String type = problem(kind.replace("*", ""), value);
                if (!type.isEmpty()) {
                    String field = Schema.snake(name);
                    wrong.add(new Violation(field, "Invalid value at '" + field + "' (" + type + "), " + Json.quote(value)));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw Errors.violations(wrong);
        }
    }

    /** The type the value should have had, or empty when it is well. */
    private static String problem(String kind, String value) {
        return switch (kind) {
            case "int" -> value.matches("-?\\d{1,9}") ? "" : "TYPE_INT32";
            case "bool" -> value.equals("true") || value.equals("false") || value.equals("1") || value.equals("0")
                    ? "" : "TYPE_BOOL";
            case "source" -> Sources.NAMES.contains(value) ? ""
                    : "type.googleapis.com/google.people.v1.ReadSourceType";
            case "sort" -> SORT_ORDERS.contains(value) ? ""
                    : "type.googleapis.com/google.people.v1.ListConnectionsRequest.SortOrder";
            default -> "";
        };
    }
}
