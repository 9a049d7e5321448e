package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.ArrayMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads Google's models from JSON that says what its models know: texts, numbers, truths, lists and models where they belong. Of anything else (members a
 * model does not know, {@code null}, a text where a number belongs) it keeps its hands: Google's own parser reads such an answer from its beginning,
 * so that what it makes of oddities stays what it makes of them.
 */
public final class ModelReader {
    private static final JsonFactory GOOGLE = GsonFactory.getDefaultInstance();

    private final Scan json;
    private final Sharing sharing;

    private ModelReader(byte[] json) {
        this.json = new Scan(json);
        this.sharing = new Sharing(json.length);
    }

    /**
     * What {@code text} says, just as Google's parser understands it.
     *
     * @throws IOException when it is no JSON
     * @throws RuntimeException when it is JSON of another kind that Google's parser trips over
     */
    public static <T extends GenericJson> T read(String text, Class<T> type) throws IOException {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return plainly(Arrays.copyOf(utf8.array(), utf8.limit()), type);
        } catch (Scan.Odd | CharacterCodingException e) { // half a letter has no form in UTF-8
            return byGoogle(text, type);
        }
    }

    /** {@link #read(String, Class)} of a text in UTF-8. */
    public static <T extends GenericJson> T read(byte[] utf8, Class<T> type) throws IOException {
        try {
            return plainly(utf8, type);
        } catch (Scan.Odd e) {
            return byGoogle(new String(utf8, StandardCharsets.UTF_8), type);
        }
    }

    private static <T extends GenericJson> T plainly(byte[] utf8, Class<T> type) {
        return type.cast(new ModelReader(utf8).model(type));
    }

    private static <T extends GenericJson> T byGoogle(String text, Class<T> type) throws IOException {
        return GOOGLE.createJsonParser(text).parseAndClose(type);
    }

    private GenericJson model(Class<?> type) {
        Repeats repeats = sharing.of(type);
        GenericJson known = repeats == null ? null : repeats.pass(json);
        if (known != null) {
            return known;
        }
        int begin = json.at();
        GenericJson model = members(type);
        if (repeats != null) {
            repeats.keep(model, begin, json);
        }
        return model;
    }

    private GenericJson members(Class<?> type) {
        Shape shape = Shape.of(type);
        GenericJson model = shape.make();
        model.setFactory(GOOGLE);
        for (boolean more = json.open('{', '}'); more; more = json.more('}')) {
            json.passText();
            Shape.Part part = shape.part(json);
            if (part == null) {
                throw new Scan.Odd();
            }
            json.pass(':');
            part.set(model, value(part.kind));
        }
        return model;
    }

    private Object value(Shape.Kind kind) {
        return switch (kind) {
            case Shape.Kind.Plain plain -> plain(plain);
            case Shape.Kind.Model(Class<?> type) -> model(type);
            case Shape.Kind.Many(Shape.Kind item) -> many(item);
            case Shape.Kind.Named(Shape.Kind item) -> named(item);
        };
    }

    private Object plain(Shape.Kind.Plain plain) {
        return switch (plain) {
            case TEXT -> {
                json.passText();
                yield sharing.of(json);
            }
            case NUMBER -> json.passNumber();
            case TRUTH -> json.passTruth();
            case FOREIGN -> throw new Scan.Odd();
        };
    }

    private List<Object> many(Shape.Kind item) {
        List<Object> items = new ArrayList<>(4);
        for (boolean more = json.open('[', ']'); more; more = json.more(']')) {
            items.add(value(item));
        }
        return items;
    }

    private Map<String, Object> named(Shape.Kind item) {
        Map<String, Object> items = ArrayMap.create();
        for (boolean more = json.open('{', '}'); more; more = json.more('}')) {
            json.passText();
            String name = json.text();
            json.pass(':');
            items.put(name, value(item));
        }
        return items;
    }
}
