package org.muster.people;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A batch that is written out and has not been sent. Writing, sending and understanding the answer are apart, so that only the sending need wait for
 * the batch before it. One that is not wanted any more is just forgotten.
 *
 * @param <T> what a success carries
 */
public interface Prepared<T> {
    /**
     * An answer that has come in full, or what came instead of one.
     *
     * @param <T> what a success carries
     */
    interface Arrived<T> {
        /** Whether the server says it did it, in what looks like an answer of the People API. What it says of each contact only {@link #read} tells. */
        boolean taken();

        /**
         * What a text of this name near the end of the answer seems to be, seen without understanding the answer; nothing when it cannot be told. Only what
         * {@link #read} says is so.
         */
        default Optional<String> glimpse(String member) {
            return Optional.empty();
        }

        /** Understands the answer; as often as one likes, but each time takes its time. */
        Answer<T> read();
    }

    /** Sends it, and blocks until the answer is there. Once only. */
    Arrived<T> send();

    /** The same with its answer understood further. */
    default <R> Prepared<R> then(Function<Answer<T>, Answer<R>> what) {
        return () -> {
            Arrived<T> arrived = send();
            return new Arrived<>() {
                @Override
                public boolean taken() {
                    return arrived.taken();
                }

                @Override
                public Answer<R> read() {
                    return what.apply(arrived.read());
                }
            };
        };
    }

    /** Nothing is written before it is sent, and its answer is understood as soon as it comes. */
    static <T> Prepared<T> unwritten(Supplier<Answer<T>> request) {
        return () -> {
            Answer<T> answer = request.get();
            return new Arrived<>() {
                @Override
                public boolean taken() {
                    return answer instanceof Answer.Ok;
                }

                @Override
                public Answer<T> read() {
                    return answer;
                }
            };
        };
    }
}
