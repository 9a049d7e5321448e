package org.muster.practice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the account survives a restart. Each write is one transaction; when it fails nothing has changed. */
interface Keeper extends AutoCloseable {
    /** Keeps nothing. */
    Keeper NONE = new Keeper() {
        @Override
        public Contents load() {
            return new Contents(List.of(), List.of(), 0, false);
        }

        @Override
        public void write(List<StoredPerson> people, List<StoredGroup> groups) {
            // Nothing outlives the process.
        }

        @Override
        public void replace(long floor, List<StoredPerson> people, List<StoredGroup> groups) {
            // Nothing outlives the process.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /**
     * What was kept.
     *
     * @param people contacts and graves
     * @param groups groups of the user and their graves
     * @param floor changes up to this place were forgotten by a reset
     * @param used whether an account was ever written here
     */
    record Contents(List<StoredPerson> people, List<StoredGroup> groups, long floor, boolean used) {}

    Contents load();

    /** Where what could not be read was put when this was opened; empty when all was sound. */
    default Optional<Path> setAside() {
        return Optional.empty();
    }

    /** Adds or replaces. */
    void write(List<StoredPerson> people, List<StoredGroup> groups);

    /**
     * Puts an account in the place of the one that was.
     *
     * @param floor place in the order of changes up to which nothing is known any more
     */
    void replace(long floor, List<StoredPerson> people, List<StoredGroup> groups);

    @Override
    void close();
}
