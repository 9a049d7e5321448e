package org.muster.jobs;

import java.util.Map;
import java.util.Set;

/**
 * What the journal knows of a job and of what came after it, as far as it takes to take the job back.
 *
 * @param job the job
 * @param rootTitle what the job is called; of an undo, what the job is called that was taken back first of all
 * @param reversals how many times that was taken back and done again: 0 for a job that is no undo
 * @param images by row, what it deleted
 * @param labels by resource name, what labels were called while it deleted
 * @param takenBack rows whose contacts were brought back, or deleted again, by a later undo, or may be by one that is under way
 * @param pending rows that an undo which has not ended is about
 * @param namesNow what contacts are called now that a later job has brought back, by the name they had
 */
public record Past(JobRecord job, String rootTitle, int reversals, Map<Integer, Remembered> images, Map<String, String> labels, Set<Integer> takenBack, Set<Integer> pending,
        Map<String, String> namesNow) {
    public Past {
        images = Map.copyOf(images);
        labels = Map.copyOf(labels);
        takenBack = Set.copyOf(takenBack);
        pending = Set.copyOf(pending);
        namesNow = Map.copyOf(namesNow);
    }

    /** What a contact is called now, as far as the journal knows. */
    String nameNow(String name) {
        return namesNow.getOrDefault(name, name);
    }
}
