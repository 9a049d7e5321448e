package org.muster.contacts.json;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns the constructors, getters and setters of Google's models into functions, as the compiler does for {@code Name::getGivenName}. Such a function is compiled into
 * its caller or called directly; a method handle that is held in a table is not, and takes several times as long.
 */
final class Calls {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SET = MethodType.methodType(Object.class, Object.class, Object.class);

    private Calls() {}

    /** Makes models of this class. */
    @SuppressWarnings("unchecked") // what is made here takes and gives any object
    static Supplier<Object> maker(Class<?> model) {
        try {
            MethodHandle constructor = LOOKUP.findConstructor(model, MethodType.methodType(void.class));
            return (Supplier<Object>) spun("get", Supplier.class, MethodType.methodType(Object.class), constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + " is no model", e);
        }
    }

    /** Gets the member {@code name}, which is kept in {@code field}. */
    @SuppressWarnings("unchecked")
    static Function<Object, Object> getter(String name, Field field) {
        try {
            MethodHandle method = LOOKUP.findVirtual(field.getDeclaringClass(), accessor("get", name), MethodType.methodType(field.getType()));
            return (Function<Object, Object>) spun("apply", Function.class, GET, method);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " has no getter", e);
        }
    }

    /** Sets the member {@code name}, which is kept in {@code field}. */
    @SuppressWarnings("unchecked")
    static BiFunction<Object, Object, Object> setter(String name, Field field) {
        try {
            Class<?> model = field.getDeclaringClass();
            MethodHandle method = LOOKUP.findVirtual(model, accessor("set", name), MethodType.methodType(model, field.getType()));
            return (BiFunction<Object, Object, Object>) spun("apply", BiFunction.class, SET, method);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " has no setter", e);
        }
    }

    private static String accessor(String prefix, String name) {
        return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Object spun(String method, Class<?> function, MethodType erased, MethodHandle target) {
        try {
            return LambdaMetafactory.metafactory(LOOKUP, method, MethodType.methodType(function), erased, target, target.type()).getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(target + " cannot be called", e); // public methods of public classes can
        }
    }
}
