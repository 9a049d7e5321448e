package org.muster.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muster.practice.Errors.Violation;

/**
 * Binds a JSON body to a message the way Google's front end does: unknown names and wrong kinds are refused with the
 * snake_case path of the field, both spellings of a name are taken, nulls count as absent, what is output only is dropped.
 */
final class JsonBinder {
    private static final String PAYLOAD = "Invalid JSON payload received. ";
    private static final int MAX_VIOLATIONS = 50;

    private final Schema schema;

    JsonBinder(Schema schema) {
        this.schema = schema;
    }

    /**
     * Parses and binds a body.
     *
     * @param body the text; blank means an empty message
     * @param message the message's name in the schema
     * @param root the path of the message in complaints: empty for the request itself, {@code person} for its body field
     * @return the message with camelCase names, without nulls and output-only fields
     * @throws ApiException 400 with every violation
     */
    JsonObject bind(String body, String message, String root) {
        JsonElement parsed = body.isBlank() ? new JsonObject() : parse(body);
        List<Violation> violations = new ArrayList<>();
        JsonElement bound = message(parsed, schema.message(message), root, violations);
        if (!violations.isEmpty()) {
            throw Errors.violations(violations);
        }
        return bound.getAsJsonObject();
    }

    private static JsonElement parse(String body) {
        JsonReader reader = new JsonReader(new StringReader(body));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw syntax();
            }
            return element;
        } catch (JsonParseException | IOException | StackOverflowError e) {
            throw syntax();
        }
    }

    private static ApiException syntax() {
        return Errors.violations(List.of(new Violation("", PAYLOAD + "Parsing terminated before end of input or "
                + "unexpected token.")));
    }

    private JsonElement message(JsonElement value, Schema.Message message, String path, List<Violation> out) {
        JsonObject bound = new JsonObject();
        if (!value.isJsonObject()) {
            if (path.isEmpty()) {
                out.add(new Violation("", PAYLOAD + "Unknown name \"\": Root element must be a message."));
            } else {
                out.add(wrongValue(path, "type.googleapis.com/google.people.v1." + message.name(), value));
            }
            return bound;
        }
        for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
            if (out.size() >= MAX_VIOLATIONS) {
                return bound;
            }
            Schema.Field field = message.field(entry.getKey());
            if (field == null) {
                out.add(unknown(entry.getKey(), path, "Cannot find field."));
                continue;
            }
            JsonElement element = field(entry.getKey(), entry.getValue(), field, path, out);
            if (!element.isJsonNull() && !field.outputOnly()) {
                bound.add(field.name(), element);
            }
        }
        return bound;
    }

    private JsonElement field(String name, JsonElement value, Schema.Field field, String parent, List<Violation> out) {
        if (value.isJsonNull()) {
            return JsonNull.INSTANCE;
        }
        String path = parent.isEmpty() ? field.snake() : parent + "." + field.snake();
        if (field.kind() == Schema.Kind.MAP) {
            return map(name, value, field, parent, path, out);
        }
        if (!field.repeated()) {
            if (value.isJsonArray()) {
                out.add(unknown(name, parent, "Proto field is not repeating, cannot start list."));
                return JsonNull.INSTANCE;
            }
            return single(value, field, path, out);
        }
        JsonArray list = new JsonArray();
        if (!value.isJsonArray()) {
            // A lone value where a list belongs: Google's parser takes one element.
            list.add(single(value, field, path, out));
            return list;
        }
        int i = 0;
        for (JsonElement element : value.getAsJsonArray()) {
            String at = path + "[" + i++ + "]";
            if (element.isJsonNull() || element.isJsonArray()) {
                out.add(wrongValue(at, typeName(field), element));
            } else {
                list.add(single(element, field, at, out));
            }
        }
        return list;
    }

    private JsonElement map(String name, JsonElement value, Schema.Field field, String parent, String path,
            List<Violation> out) {
        if (value.isJsonArray()) {
            out.add(unknown(name, parent, "Cannot bind a list to map for field '" + field.snake() + "'."));
            return JsonNull.INSTANCE;
        }
        if (!value.isJsonObject()) {
            out.add(wrongValue(path, "Map", value));
            return JsonNull.INSTANCE;
        }
        JsonObject bound = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
            String at = path + "[" + bound.size() + "].value";
            bound.add(entry.getKey(), message(entry.getValue().isJsonNull() ? new JsonObject() : entry.getValue(),
                    schema.message(field.type()), at, out));
        }
        return bound;
    }

    private JsonElement single(JsonElement value, Schema.Field field, String path, List<Violation> out) {
        if (field.kind() == Schema.Kind.MESSAGE) {
            return message(value, schema.message(field.type()), path, out);
        }
        if (!value.isJsonPrimitive()) {
            out.add(wrongValue(path, typeName(field), value));
            return JsonNull.INSTANCE;
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        JsonElement bound = switch (field.kind()) {
            case STRING, BYTES, MASK -> primitive.isString() ? primitive : JsonNull.INSTANCE;
            case INT -> integer(primitive);
            case BOOL -> bool(primitive);
            case ENUM -> enumeration(primitive, field.values());
            case MESSAGE, MAP -> throw new IllegalStateException(field.name());
        };
        if (bound.isJsonNull()) {
            out.add(wrongValue(path, typeName(field), value));
        }
        return bound;
    }

    private static JsonElement integer(JsonPrimitive value) {
        if (value.isBoolean()) {
            return JsonNull.INSTANCE;
        }
        try {
            return new JsonPrimitive(new BigDecimal(value.getAsString()).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return JsonNull.INSTANCE;
        }
    }

    private static JsonElement bool(JsonPrimitive value) {
        if (value.isBoolean()) {
            return value;
        }
        return switch (value.isString() ? value.getAsString() : "") {
            case "true" -> new JsonPrimitive(true);
            case "false" -> new JsonPrimitive(false);
            default -> JsonNull.INSTANCE;
        };
    }

    private static JsonElement enumeration(JsonPrimitive value, List<String> names) {
        if (value.isString()) {
            return names.contains(value.getAsString()) ? value : JsonNull.INSTANCE;
        }
        JsonElement number = integer(value);
        if (number.isJsonNull() || number.getAsInt() < 0 || number.getAsInt() >= names.size()) {
            return JsonNull.INSTANCE;
        }
        return new JsonPrimitive(names.get(number.getAsInt()));
    }

    private static String typeName(Schema.Field field) {
        return switch (field.kind()) {
            case STRING -> "TYPE_STRING";
            case INT -> "TYPE_INT32";
            case BOOL -> "TYPE_BOOL";
            case BYTES -> "TYPE_BYTES";
            case MASK -> "type.googleapis.com/google.protobuf.FieldMask";
            case ENUM -> "type.googleapis.com/google.people.v1." + Character.toUpperCase(field.name().charAt(0))
                    + field.name().substring(1);
            case MESSAGE, MAP -> "type.googleapis.com/google.people.v1." + field.type();
        };
    }

    private static Violation unknown(String name, String path, String why) {
        String at = path.isEmpty() ? "" : " at '" + path + "'";
        return new Violation(path, PAYLOAD + "Unknown name \"" + name + "\"" + at + ": " + why);
    }

    private static Violation wrongValue(String path, String type, JsonElement value) {
        return new Violation(path, "Invalid value at '" + path + "' (" + type + "), " + value);
    }
}
