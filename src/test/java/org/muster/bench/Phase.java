package org.muster.bench;

import java.util.function.Function;

/** The three parts of the job that is measured, and the method each calls. */
enum Phase {
    CREATE("/v1/people:batchCreateContacts"), UPDATE("/v1/people:batchUpdateContacts"), DELETE("/v1/people:batchDeleteContacts");

    private final String path;

    Phase(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** One value for each. */
    record Each<T>(T create, T update, T delete) {
        T of(Phase phase) {
            return switch (phase) {
                case CREATE -> create;
                case UPDATE -> update;
                case DELETE -> delete;
            };
        }

        <R> Each<R> map(Function<T, R> what) {
            return new Each<>(what.apply(create), what.apply(update), what.apply(delete));
        }
    }
}
