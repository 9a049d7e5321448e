package org.muster.accounts;

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

    /** It worked. */
    static <T> Attempt<T> done(T value) {
        return new Done<>(value);
    }

    /** It did not work, for this reason. */
    static <T> Attempt<T> refused(AccountProblem.Cause cause, String detail) {
        return new Refused<>(new AccountProblem(cause, detail));
    }
}
