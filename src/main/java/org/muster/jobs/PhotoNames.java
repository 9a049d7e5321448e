package org.muster.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.changes.Change;

/**
 * What the contacts are called to which a job gives photos. The journal is asked once for all those that an earlier job has brought back: accounts have one
 * job at a time, so that nobody else gives them other names meanwhile. Confined to the thread of the job.
 */
final class PhotoNames {
    private final JobContext job;
    private final Versions versions;
    private final Journal journal;
    private Set<String> comingBack;
    private Map<String, List<String>> since;

    PhotoNames(JobContext job, Versions versions, Journal journal) {
        this.job = job;
        this.versions = versions;
        this.journal = journal;
    }

    /** What the contact once called {@code formerly} is called now; nothing when this job was to bring it back and has not. */
    Optional<String> now(String formerly) {
        return versions.nameOfBack(formerly).or(() -> {
            look();
            return comingBack.contains(formerly) ? Optional.empty() : Optional.of(since.getOrDefault(formerly, List.of(formerly)).getLast());
        });
    }

    private void look() {
        if (comingBack != null) {
            return;
        }
        Set<String> back = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Change change : job.changes().changes()) {
            switch (change) {
                case Change.Create create -> back.add(create.formerly());
                case Change.SetPhoto photo -> others.add(photo.of());
                case Change.Update _, Change.Delete _ -> { }
            }
        }
        others.removeAll(back);
        since = others.isEmpty() ? Map.of() : journal.namesSince(job.lane().id(), others);
        comingBack = back;
    }
}
