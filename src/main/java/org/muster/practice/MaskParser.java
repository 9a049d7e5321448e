package org.muster.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.muster.practice.Errors.Violation;

/** Reads field masks and refuses wrong ones in Google's words. */
final class MaskParser {
    private static final Pattern PARSABLE = Pattern.compile("[^\\[\\]{}\"'()]*");

    private MaskParser() {}

    /**
     * A read mask.
     *
     * @param text the mask; empty is refused
     * @param param its name in the request, {@code personFields} or {@code readMask}
     * @param doc the page of the method below Google's reference
     */
    static ReadMask required(String text, String param, String doc) {
        if (text.isEmpty()) {
            throw Errors.invalid(missing(param, doc));
        }
        return read(text, param, doc);
    }

    /** A read mask that may be empty. */
    static ReadMask read(String text, String param, String doc) {
        long bits = 0;
        for (String path : paths(text, param)) {
            int index = PersonFields.index(path);
            if (index >= 0) {
                bits |= 1L << index;
            } else if (!PersonFields.TOLERATED.contains(path)) {
                throw invalid(path, param, doc);
            }
        }
        return new ReadMask(bits);
    }

    /** The old {@code requestMask.includeField}: the same paths behind {@code person.}. */
    static ReadMask includeField(String text, String doc) {
        StringBuilder stripped = new StringBuilder();
        for (String path : text.split(",", -1)) {
            if (!path.startsWith("person.")) {
                throw invalid(path, "requestMask.includeField", doc);
            }
            stripped.append(stripped.isEmpty() ? "" : ",").append(path.substring("person.".length()));
        }
        return read(stripped.toString(), "requestMask.includeField", doc);
    }

    /** A write mask; empty is refused. */
    static List<String> write(String text, String param, String doc) {
        if (text.isEmpty()) {
            throw Errors.invalid(missing(param, doc));
        }
        List<String> fields = new ArrayList<>();
        for (String path : paths(text, param)) {
            if (!PersonFields.writable(path)) {
                throw invalid(path, param, doc);
            }
            if (!fields.contains(path)) {
                fields.add(path);
            }
        }
        return fields;
    }

    /** A mask over a group. */
    static List<String> group(String text, String param, List<String> allowed, List<String> initial) {
        if (text.isEmpty()) {
            return initial;
        }
        List<String> fields = new ArrayList<>();
        for (String path : paths(text, param)) {
            if (!allowed.contains(path)) {
                throw invalid(path, param, "contactGroups");
            }
            fields.add(path);
        }
        return fields;
    }

    private static List<String> paths(String text, String param) {
        if (!PARSABLE.matcher(text).matches()) {
            String field = Schema.snake(param);
            throw Errors.violations(List.of(new Violation(field, "Invalid value at '" + field
                    + "' (type.googleapis.com/google.protobuf.FieldMask), Field '" + field + "', Invalid FieldMask '"
                    + text + "'. Map keys should be represented as [\"some_key\"].")));
        }
        List<String> paths = new ArrayList<>();
        for (String path : text.split(",", -1)) {
            if (!path.isEmpty()) {
                paths.add(Schema.camel(path));
            }
        }
        return paths;
    }

    private static String missing(String param, String doc) {
        return param + " mask is required. Please specify one or more valid paths. Valid paths are documented at "
                + Errors.DOCS + doc + ".";
    }

    private static ApiException invalid(String path, String param, String doc) {
        return Errors.invalid("Invalid " + param + " mask path: \"" + path + "\". Valid paths are documented at "
                + Errors.DOCS + doc + ".");
    }
}
