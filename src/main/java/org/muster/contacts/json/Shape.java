package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.ClassInfo;
import com.google.api.client.util.FieldInfo;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one of Google's model classes is made of, found out once: its JSON members in the order Google's library writes them, and quick ways to get and
 * set them. Google's library asks reflection anew for each value it reads or writes.
 */
final class Shape {
    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    /** What may stand where a value is expected. */
    sealed interface Kind {
        /** A plain value of one of Java's classes. */
        enum Plain implements Kind { TEXT, NUMBER, TRUTH, FOREIGN }

        /** Another model. */
        record Model(Class<?> type) implements Kind {}

        /** Many of the same. */
        record Many(Kind item) implements Kind {}

        /** Many of the same by name. */
        record Named(Kind item) implements Kind {}
    }

    /** One member of a model. */
    static final class Part {
        final String name;
        final Kind kind;
        private final byte[] letters;
        private final MethodHandle getter;
        private final MethodHandle setter;

        private Part(String name, Field field) throws IllegalAccessException {
            field.setAccessible(true);
            this.name = name;
            this.letters = name.getBytes(StandardCharsets.UTF_8);
            this.kind = kind(field.getGenericType());
            this.getter = MethodHandles.lookup().unreflectGetter(field).asType(MethodType.methodType(Object.class, Object.class));
            this.setter = MethodHandles.lookup().unreflectSetter(field).asType(MethodType.methodType(void.class, Object.class, Object.class));
        }

        Object of(GenericJson model) {
            try {
                return (Object) getter.invokeExact((Object) model);
            } catch (Throwable e) {
                throw new IllegalStateException(e); // a field that is accessible is read
            }
        }

        void set(GenericJson model, Object value) {
            try {
                setter.invokeExact((Object) model, value);
            } catch (Throwable e) {
                throw new IllegalStateException(e); // a value of the field's own type is taken
            }
        }
    }

    private final MethodHandle maker;
    private final List<Part> parts = new ArrayList<>();
    /** By the hash code of the name, or behind that where the place was taken; never full. */
    private final Part[] byName;

    private Shape(Class<?> type) {
        try {
            maker = MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class)).asType(MethodType.methodType(GenericJson.class));
            ClassInfo info = ClassInfo.of(type);
            for (String name : info.getNames()) {
                FieldInfo field = info.getFieldInfo(name);
                parts.add(new Part(name, field.getField()));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no model", e);
        }
        byName = new Part[Integer.highestOneBit(4 * parts.size() + 1)];
        for (Part part : parts) {
            int place = place(part.name.hashCode());
            while (byName[place] != null) {
                place = place + 1 & byName.length - 1;
            }
            byName[place] = part;
        }
    }

    private int place(int hash) {
        return (hash ^ hash >>> 7 ^ hash >>> 16) & byName.length - 1;
    }

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    GenericJson make() {
        try {
            return (GenericJson) maker.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e); // models are made of nothing
        }
    }

    /** In the order Google's library writes them. */
    List<Part> parts() {
        return parts;
    }

    /** @return the part by the name that was passed last; {@code null} when the model has no such member, or its name is written in an odd way */
    Part part(Scan json) {
        for (int place = place(json.hash()); byName[place] != null; place = place + 1 & byName.length - 1) {
            if (json.is(byName[place].letters)) {
                return byName[place];
            }
        }
        return null;
    }

    private static Kind kind(Type type) {
        if (type == String.class) {
            return Kind.Plain.TEXT;
        }
        if (type == Integer.class) {
            return Kind.Plain.NUMBER;
        }
        if (type == Boolean.class) {
            return Kind.Plain.TRUTH;
        }
        if (type instanceof Class<?> model && GenericJson.class.isAssignableFrom(model)) {
            return new Kind.Model(model);
        }
        if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
            return new Kind.Many(kind(of.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType of && of.getRawType() == Map.class && of.getActualTypeArguments()[0] == String.class) {
            return new Kind.Named(kind(of.getActualTypeArguments()[1]));
        }
        return Kind.Plain.FOREIGN;
    }
}
