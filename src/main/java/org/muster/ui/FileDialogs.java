package org.muster.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files. An interface, since the system's own dialogs do not exist everywhere. */
public interface FileDialogs {
    /**
     * A kind of file.
     *
     * @param description for people
     * @param patterns such as {@code *.csv}
     */
    record Kind(String description, List<String> patterns) {}

    Optional<Path> open(String title, List<Kind> kinds);

    Optional<Path> save(String title, String suggestedName, List<Kind> kinds);
}
