package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.ArrayMap;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads Google's models from JSON that says what its models know: texts, numbers, truths, lists and models where they belong. Of anything else (members a
 * model does not know, {@code null}, a text where a number belongs) it keeps its hands: Google's own parser reads such an answer from its beginning,
 * so that what it makes of oddities stays what it makes of them.
 */
public final class ModelReader {
    private static final JsonFactory GOOGLE = GsonFactory.getDefaultInstance();

    /** There is something in this JSON that Google's own parser shall judge. */
    private static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        Odd() {
            super(null, null, false, false);
        }
    }

    private final JsonReader json;
    private final Sharing sharing = new Sharing();

    private ModelReader(String text) {
        json = new JsonReader(new StringReader(text));
    }

    /**
     * What {@code text} says, just as Google's parser understands it.
     *
     * @throws IOException when it is no JSON
     * @throws RuntimeException when it is JSON of another kind that Google's parser trips over
     */
    public static <T extends GenericJson> T read(String text, Class<T> type) throws IOException {
        try {
            return type.cast(new ModelReader(text).model(type));
        } catch (Odd | IOException | IllegalStateException | NumberFormatException e) {
            return GOOGLE.createJsonParser(text).parseAndClose(type);
        }
    }

    private GenericJson model(Class<?> type) throws IOException {
        expect(JsonToken.BEGIN_OBJECT);
        Shape shape = Shape.of(type);
        GenericJson model = shape.make();
        model.setFactory(GOOGLE);
        json.beginObject();
        while (json.hasNext()) {
            Shape.Part part = shape.part(json.nextName());
            if (part == null) {
                throw new Odd();
            }
            part.set(model, value(part.kind));
        }
        json.endObject();
        return sharing.of(model);
    }

    private Object value(Shape.Kind kind) throws IOException {
        return switch (kind) {
            case Shape.Kind.Plain plain -> plain(plain);
            case Shape.Kind.Model(Class<?> type) -> model(type);
            case Shape.Kind.Many(Shape.Kind item) -> many(item);
            case Shape.Kind.Named(Shape.Kind item) -> named(item);
        };
    }

    private Object plain(Shape.Kind.Plain plain) throws IOException {
        return switch (plain) {
            case TEXT -> {
                expect(JsonToken.STRING);
                yield sharing.of(json.nextString());
            }
            case NUMBER -> {
                expect(JsonToken.NUMBER);
                yield Integer.valueOf(json.nextString());
            }
            case TRUTH -> {
                expect(JsonToken.BOOLEAN);
                yield json.nextBoolean();
            }
            case FOREIGN -> throw new Odd();
        };
    }

    private List<Object> many(Shape.Kind item) throws IOException {
        expect(JsonToken.BEGIN_ARRAY);
        List<Object> items = new ArrayList<>(4);
        json.beginArray();
        while (json.hasNext()) {
            items.add(value(item));
        }
        json.endArray();
        return items;
    }

    private Map<String, Object> named(Shape.Kind item) throws IOException {
        expect(JsonToken.BEGIN_OBJECT);
        Map<String, Object> items = ArrayMap.create();
        json.beginObject();
        while (json.hasNext()) {
            items.put(json.nextName(), value(item));
        }
        json.endObject();
        return items;
    }

    private void expect(JsonToken token) throws IOException {
        if (json.peek() != token) {
            throw new Odd();
        }
    }
}
