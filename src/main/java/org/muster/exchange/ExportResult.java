package org.muster.exchange;

import java.nio.file.Path;
import java.util.Map;
import org.muster.contacts.PersonField;

/** How writing a file ended. Unless it was written completely, what stood there before is unharmed. */
public sealed interface ExportResult {
    /**
     * It is there.
     *
     * @param file where
     * @param rows how many contacts or rows it holds
     * @param leftOut for each field the format cannot carry in full, how many contacts have something there; none when nothing was lost
     */
    record Written(Path file, int rows, Map<PersonField, Integer> leftOut) implements ExportResult {}

    /**
     * It is not there.
     *
     * @param problem why
     */
    record Failed(Problem problem) implements ExportResult {}

    /** Somebody stopped it. */
    record Cancelled() implements ExportResult {}
}
