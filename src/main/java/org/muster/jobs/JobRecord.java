package org.muster.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.muster.changes.ChangeSet;

/**
 * A job as a journal remembers it.
 *
 * @param id the job's id
 * @param account the id of its account; see {@link JobService.Lane#id}
 * @param changes what it carries out. Of contacts that were to be changed or deleted only what the job needs is remembered: their names, their
 *     version and the fields under the mask
 * @param accepted when it was accepted
 * @param outcomes what is known of each row, in the change set's order; a row that was sent and not settled is {@link OutcomeState#SENT}. Of a
 *     contact that is done, no more than its name and version is remembered
 * @param handled rows the user has dealt with elsewhere: nobody is to be asked about them again
 * @param unanswered the rows that are {@link OutcomeState#SENT}, grouped by the request they were last named for
 */
public record JobRecord(String id, String account, ChangeSet changes, Instant accepted, List<Outcome> outcomes, Set<Integer> handled, List<List<Integer>> unanswered) {
    public JobRecord {
        outcomes = List.copyOf(outcomes);
        handled = Set.copyOf(handled);
        unanswered = unanswered.stream().map(List::copyOf).toList();
    }
}
