package org.muster.jobs;

import java.util.List;
import java.util.Map;
import org.muster.changes.Change;

/**
 * Every other name of the contacts a job is to bring back, or to delete. The journal is asked once for all of them, since that goes through all its jobs: accounts have one job at a time, so that nobody
 * else brings them back meanwhile. Confined to the thread of the job.
 */
final class FormerNames {
    private final JobContext job;
    private final Journal journal;
    private Map<String, List<String>> others;

    FormerNames(JobContext job, Journal journal) {
        this.job = job;
        this.journal = journal;
    }

    /** What the contact that was called {@code formerly} was called besides, the newest last. */
    List<String> others(String formerly) {
        if (others == null) {
            List<String> all = job.changes().changes().stream().filter(change -> (change instanceof Change.Create || change instanceof Change.Delete) && !change.contactName().isEmpty()).map(Change::contactName).toList();
            others = all.isEmpty() ? Map.of() : journal.namesSince(job.lane().id(), all);
        }
        return others.getOrDefault(formerly, List.of());
    }
}
