package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.jobs.Job;
import org.muster.jobs.Outcome;
import org.muster.jobs.Retries;

/**
 * Which of some contacts may be sent once more, found out by looking for those that may have been made after all.
 *
 * @param known what is known now of each contact that was asked about
 */
record FreeToSend(Map<Missed, Outcome> known) {
    /** Blocks while it asks the server, for up to a minute; asks nothing when nothing is in doubt. */
    static FreeToSend of(Job job, List<Missed> wanted, LookAgain lookAgain) {
        Map<Missed, Outcome> known = new LinkedHashMap<>();
        wanted.forEach(m -> known.put(m, m.outcome()));
        List<Missed> doubtful = wanted.stream().filter(m -> Retries.afterLook(m.outcome())).toList();
        if (!doubtful.isEmpty()) {
            List<Outcome> looked = lookAgain.look(job, doubtful.stream().map(Missed::outcome).toList());
            for (int i = 0; i < looked.size(); i++) {
                known.put(doubtful.get(i), looked.get(i));
            }
        }
        return new FreeToSend(known);
    }

    /** Those that may be sent. */
    List<Missed> free() {
        List<Missed> free = new ArrayList<>();
        known.forEach((missed, outcome) -> {
            if (Retries.possible(outcome)) {
                free.add(missed);
            }
        });
        return free;
    }

    /** The rows of those that may be sent. */
    List<Integer> rows() {
        return free().stream().map(m -> m.outcome().row()).toList();
    }
}
