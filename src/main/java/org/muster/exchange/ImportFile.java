package org.muster.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file to be read.
 *
 * @param path where it is
 * @param charset how its bytes are to be read, when somebody has said so; empty to find out
 */
public record ImportFile(Path path, Optional<Charset> charset) {
    public ImportFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(charset);
    }

    /** A file whose encoding is to be found out. */
    public ImportFile(Path path) {
        this(path, Optional.empty());
    }

    /** The same file in an encoding somebody chose. */
    public ImportFile in(Charset other) {
        return new ImportFile(path, Optional.of(other));
    }

    /** The file's name, without its folder. */
    public String name() {
        return Objects.toString(path.getFileName(), path.toString());
    }
}
