package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;

/** The members of Google's models by name, as {@link GenericJson#get} and {@link GenericJson#set} give and take them, but without asking reflection each time. */
public final class Members {
    private Members() {}

    /** What {@code model} says under this name; {@code null} when it says nothing. */
    public static Object get(GenericJson model, String name) {
        Shape.Part part = Shape.of(model.getClass()).part(name);
        return part == null ? model.get(name) : part.of(model);
    }

    /**
     * Sets a member; {@code null} takes it away.
     *
     * @throws ClassCastException when the member is of another class
     */
    public static void set(GenericJson model, String name, Object value) {
        Shape.Part part = Shape.of(model.getClass()).part(name);
        if (part == null) {
            model.set(name, value);
        } else {
            part.set(model, value);
        }
    }

    /** Sets in {@code into} every member that {@code from} has. Values are the same objects. */
    public static <T extends GenericJson> T copy(T from, T into) {
        for (Shape.Part part : Shape.of(from.getClass()).parts()) {
            Object value = part.of(from);
            if (value != null) {
                part.set(into, value);
            }
        }
        from.getUnknownKeys().forEach(into::set);
        return into;
    }
}
