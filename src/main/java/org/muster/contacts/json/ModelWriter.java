package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonGenerator;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.Data;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes Google's models as JSON, to the letter as Google's own library does. What is not one of the models' own members, it leaves to that library.
 */
public final class ModelWriter {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    /** A contact takes about so many bytes. */
    private static final int MODEL = 1 << 9;

    private final Utf8 out;

    /** @param room for about so many bytes */
    ModelWriter(int room) {
        out = new Utf8(room);
    }

    /** {@code model} as JSON. */
    public static String write(Object model) throws IOException {
        ModelWriter writer = new ModelWriter(MODEL);
        return writer.value(model) ? writer.out.toString() : byGoogle(model);
    }

    /** {@code model} as JSON in UTF-8. */
    public static byte[] bytes(Object model) throws IOException {
        ModelWriter writer = new ModelWriter(MODEL);
        return writer.value(model) ? writer.out.bytes() : byGoogle(model).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes {@code model} behind what was written. */
    void append(Object model) throws IOException {
        int begin = out.size();
        if (!value(model)) {
            out.cut(begin);
            out.put(byGoogle(model).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes some members of {@code model} behind what was written, just as if it had no others. */
    void append(GenericJson model, Collection<String> members) throws IOException {
        int begin = out.size();
        if (!members(model, members)) {
            out.cut(begin);
            out.put(byGoogle(only(model, members)).getBytes(StandardCharsets.UTF_8));
        }
    }

    void endLine() {
        out.put('\n');
    }

    byte[] written() {
        return out.bytes();
    }

    private static GenericJson only(GenericJson model, Collection<String> members) {
        GenericJson part = Shape.of(model.getClass()).make();
        members.forEach(name -> Members.set(part, name, Members.get(model, name)));
        return part;
    }

    private static String byGoogle(Object model) throws IOException {
        StringWriter text = new StringWriter(1 << 10);
        try (JsonGenerator generator = GsonFactory.getDefaultInstance().createJsonGenerator(text)) {
            generator.serialize(model);
        }
        return text.toString();
    }

    /** @return whether it could be written */
    private boolean value(Object value) {
        return switch (value) { // what stands for null is an object of its own in each class
            case String text -> text != Data.NULL_STRING && out.putText(text);
            case Integer number -> number != Data.NULL_INTEGER && raw(number.toString().getBytes(StandardCharsets.US_ASCII));
            case Boolean truth -> truth != Data.NULL_BOOLEAN && raw(truth ? TRUE : FALSE);
            case GenericJson model -> model(model);
            case List<?> list -> !(list.isEmpty() && Data.isNull(list)) && list(list);
            case Map<?, ?> map -> !(map.isEmpty() && Data.isNull(map)) && map(map);
            case null, default -> false;
        };
    }

    private boolean model(GenericJson model) {
        if (!model.getUnknownKeys().isEmpty()) {
            return false;
        }
        out.put('{');
        boolean first = true;
        for (Shape.Part part : Shape.of(model.getClass()).parts()) {
            Object value = part.of(model);
            if (value != null) {
                out.put(first ? part.firstly : part.further);
                if (!value(value)) {
                    return false;
                }
                first = false;
            }
        }
        out.put('}');
        return !(first && Data.isNull(model)); // what stands for null is empty
    }

    private boolean members(GenericJson model, Collection<String> names) {
        Shape shape = Shape.of(model.getClass());
        out.put('{');
        boolean first = true;
        for (String name : names) {
            Shape.Part part = shape.part(name);
            Object value = part.of(model);
            if (value != null) {
                out.put(first ? part.firstly : part.further);
                if (!value(value)) {
                    return false;
                }
                first = false;
            }
        }
        out.put('}');
        return true;
    }

    private boolean map(Map<?, ?> map) {
        out.put('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            if (!(entry.getKey() instanceof String name) || !out.putText(name)) {
                return false;
            }
            out.put(':');
            if (!value(entry.getValue())) {
                return false;
            }
        }
        out.put('}');
        return true;
    }

    private boolean list(List<?> list) {
        out.put('[');
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                out.put(',');
            }
            first = false;
            if (!value(item)) {
                return false;
            }
        }
        out.put(']');
        return true;
    }

    private boolean raw(byte[] ascii) {
        out.put(ascii);
        return true;
    }
}
