package org.muster.accounts;

import java.util.function.Function;

/**
 * What came of trying something that may fail for reasons outside Muster.
 *
 * @param <T> what a success carries
 */
public sealed interface Attempt<T> {
    /** It worked. */
    record Done<T>(T value) implements Attempt<T> {}

    /** It did not work. */
    record Refused<T>(AccountProblem problem) implements Attempt<T> {}

    /** Goes on with what a success carries; what did not work stays so. */
    default <R> Attempt<R> then(Function<? super T, Attempt<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(AccountProblem problem) -> new Refused<>(problem);
        };
    }

    /** It worked. */
    static <T> Attempt<T> done(T value) {
        return new Done<>(value);
    }

    /** It did not work, for this reason. */
    static <T> Attempt<T> refused(AccountProblem.Cause cause, String detail) {
        return new Refused<>(new AccountProblem(cause, detail));
    }
}
