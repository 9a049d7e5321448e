package org.muster.store;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;

/**
 * A job in numbers.
 *
 * @param id its id
 * @param title what it is called for people
 * @param accepted when it was accepted
 * @param ended when it ended; empty while it has not
 * @param state how it ended; empty while it has not
 * @param kinds how many contacts it was to make, to change, to delete and to give a photo; every kind is present
 * @param counts contacts per state; every state is present. Of a job that has not ended a row that was sent and not settled is {@link OutcomeState#SENT}
 * @param handled how many the user has dealt with elsewhere
 * @param reverses the job it takes back, if it is an undo
 * @param again whether it does again what was taken back
 * @param takenBack how many of its rows other jobs took back, or may have, which were not done again since
 * @param found when it was searched for by words: one of its contacts that has them, as people call it, if it was not the title alone that had them
 */
public record JobSummary(String id, String title, Instant accepted, Optional<Instant> ended, Optional<JobState> state, Map<ChangeKind, Integer> kinds,
        Map<OutcomeState, Integer> counts, int handled, Optional<String> reverses, boolean again, int takenBack, Optional<String> found) {
    public JobSummary {
        kinds = Collections.unmodifiableMap(new EnumMap<>(kinds));
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** How many contacts it is about. */
    public int size() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(OutcomeState one) {
        return counts.get(one);
    }

    /** Whether another job took any of it back, or may have, which was not done again since. */
    public boolean reversed() {
        return takenBack > 0;
    }

    /** Whether some of it was taken back and some was not. Photos are not asked for: no undo takes them back. */
    public boolean partlyReversed() {
        return reversed() && takenBack < count(OutcomeState.DONE) - kinds.get(ChangeKind.PHOTO);
    }

    /** Failed, in conflict or unknown. */
    public int notDone() {
        return count(OutcomeState.FAILED) + count(OutcomeState.CONFLICT) + count(OutcomeState.UNKNOWN);
    }
}
