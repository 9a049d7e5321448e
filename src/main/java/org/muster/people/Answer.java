package org.muster.people;

/**
 * What came of a request.
 *
 * @param <T> what a success carries
 */
public sealed interface Answer<T> {
    /** The server did it. */
    record Ok<T>(T value) implements Answer<T> {}

    /** The server did not do it, or it is not known whether it did ({@link ErrorCause#unclear()}). */
    record Failed<T>(ApiError error) implements Answer<T> {}
}
