package org.muster.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The message tables of the People API (from Google's discovery document), read from {@code schema.txt}. */
final class Schema {
    /** What a field holds. */
    enum Kind { STRING, INT, BOOL, BYTES, MASK, ENUM, MESSAGE, MAP }

    /**
     * One field of a message.
     *
     * @param name the camelCase name
     * @param snake the name as the server spells it in its messages
     * @param kind what it holds
     * @param type the message name for MESSAGE and MAP, else empty
     * @param values the names of an ENUM
     * @param repeated whether it is a list
     * @param outputOnly whether a client's value is ignored
     */
    record Field(String name, String snake, Kind kind, String type, List<String> values, boolean repeated,
            boolean outputOnly) {}

    /**
     * One message.
     *
     * @param name its name within {@code google.people.v1}
     * @param fields by camelCase and by snake_case name
     */
    record Message(String name, Map<String, Field> fields) {
        Field field(String anyCase) {
            return fields.get(anyCase);
        }
    }

    private final Map<String, Message> messages = new HashMap<>();

    Schema() {
        try (InputStream in = Schema.class.getResourceAsStream("schema.txt")) {
            if (in == null) {
                throw new IllegalStateException("schema.txt is missing from the class path");
            }
            read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Message message(String name) {
        Message found = messages.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No message " + name + " in the schema");
        }
        return found;
    }

    private void read(BufferedReader reader) throws IOException {
        Message current = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                current = new Message(line.strip(), new LinkedHashMap<>());
                messages.put(current.name(), current);
            } else if (current != null) {
                Field field = field(line.strip().split(" +"));
                current.fields().put(field.name(), field);
                current.fields().put(field.snake(), field);
            }
        }
    }

    private static Field field(String[] words) {
        boolean out = words.length > 2 && words[2].equals("out");
        boolean repeated = words[1].endsWith("*");
        String type = repeated ? words[1].substring(0, words[1].length() - 1) : words[1];
        String name = words[0];
        String snake = snake(name);
        if (type.startsWith("{")) {
            List<String> values = List.of(type.substring(1, type.length() - 1).split("/"));
            return new Field(name, snake, Kind.ENUM, "", values, repeated, out);
        }
        if (type.startsWith("map<")) {
            return new Field(name, snake, Kind.MAP, type.substring(4, type.length() - 1), List.of(), false, out);
        }
        return switch (type) {
            case "string" -> new Field(name, snake, Kind.STRING, "", List.of(), repeated, out);
            case "int" -> new Field(name, snake, Kind.INT, "", List.of(), repeated, out);
            case "bool" -> new Field(name, snake, Kind.BOOL, "", List.of(), repeated, out);
            case "bytes" -> new Field(name, snake, Kind.BYTES, "", List.of(), repeated, out);
            case "mask" -> new Field(name, snake, Kind.MASK, "", List.of(), repeated, out);
            default -> new Field(name, snake, Kind.MESSAGE, type, List.of(), repeated, out);
        };
    }

    /** {@code givenName} as {@code given_name}. */
    static String snake(String camel) {
        StringBuilder out = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.append('_').append((char) (c + 32));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** {@code given_name} as {@code givenName}; leaves camelCase alone. */
    static String camel(String snake) {
        StringBuilder out = new StringBuilder(snake.length());
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            if (c == '_' && i + 1 < snake.length() && Character.isLowerCase(snake.charAt(i + 1))) {
                out.append(Character.toUpperCase(snake.charAt(++i)));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
