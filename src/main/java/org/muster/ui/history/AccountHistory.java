package org.muster.ui.history;

import java.util.Optional;
import org.muster.store.History;
import org.muster.store.JobArchive;
import org.muster.store.StoreProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal remembers of one account.
 *
 * @param account the account's id
 * @param jobs what its jobs have done
 * @param archive its jobs whole
 */
public record AccountHistory(String account, History jobs, JobArchive archive) {
    private static final Logger LOG = LoggerFactory.getLogger(AccountHistory.class);

    /** Something asked of the journal. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws StoreProblem;
    }

    /** The answer; nothing when the journal cannot be read, and the log says why. Reads the disk: not on the FX thread. */
    static <T> Optional<T> ask(Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (StoreProblem e) {
            LOG.error("the journal cannot be read", e);
            return Optional.empty();
        }
    }
}
