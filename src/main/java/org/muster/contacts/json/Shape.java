package org.muster.contacts.json;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.ClassInfo;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

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
        /** How its value is introduced, where it is the first that is written, and where it comes after others. */
        final byte[] firstly;
        final byte[] further;
        private final byte[] letters;
        private final Field field;
        /** Made when they are first needed: few of a model's members are ever met. Whoever makes them twice makes the same. */
        private Function<Object, Object> getter;
        private BiFunction<Object, Object, Object> setter;

        private Part(String name, Field field) {
            this.name = name;
            this.letters = name.getBytes(StandardCharsets.UTF_8);
            this.firstly = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
            this.further = (",\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
            this.kind = kind(field.getGenericType());
            this.field = field;
        }

        Object of(GenericJson model) {
            Function<Object, Object> get = getter;
            if (get == null) {
                get = Calls.getter(name, field);
                getter = get;
            }
            return get.apply(model);
        }

        void set(GenericJson model, Object value) {
            BiFunction<Object, Object, Object> set = setter;
            if (set == null) {
                set = Calls.setter(name, field);
                setter = set;
            }
            set.apply(model, value);
        }
    }

    private final Supplier<Object> maker;
    private final Part[] parts;
    /** By the hash code of the name, or behind that where the place was taken; never full. */
    private final Part[] byName;

    private Shape(Class<?> type) {
        maker = Calls.maker(type);
        ClassInfo info = ClassInfo.of(type);
        parts = info.getNames().stream().map(name -> new Part(name, info.getFieldInfo(name).getField())).toArray(Part[]::new);
        byName = new Part[Integer.highestOneBit(4 * parts.length + 1)];
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
        return (GenericJson) maker.get();
    }

    /** In the order Google's library writes them. Look, do not change. */
    Part[] parts() {
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

    /** @return the part of this name; {@code null} when the model has no such member */
    Part part(String name) {
        for (int place = place(name.hashCode()); byName[place] != null; place = place + 1 & byName.length - 1) {
            if (byName[place].name.equals(name)) {
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
