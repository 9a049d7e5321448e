package org.muster.practice;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a practice account is started.
 *
 * @param database the SQLite file its people are kept in, or null for none
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param token the bearer token to accept, or null for a random one
 * @param sample what a new or reset account holds
 */
public record PracticeConfig(Path database, int port, String token, SampleData sample) {
    /** Checks that there is a sample. */
    public PracticeConfig {
        Objects.requireNonNull(sample);
    }

    /** An account that is gone when the server closes. */
    public static PracticeConfig inMemory(SampleData sample) {
        return new PracticeConfig(null, 0, null, sample);
    }
}
