package org.muster.jobs;

import java.util.List;
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
 * @param takenBack rows whose contacts were brought back, or deleted again, by a later undo
 * @param maybe rows of which that is not known
 * @param pending rows that an undo which has not ended is about
 * @param namesSince every name that contacts which a later job has brought back have had since, by the name they had, the newest last
 */
public record Past(JobRecord job, String rootTitle, int reversals, Map<Integer, Remembered> images, Map<String, String> labels, Set<Integer> takenBack, Set<Integer> maybe, Set<Integer> pending,
        Map<String, List<String>> namesSince) {
    public Past {
        images = Map.copyOf(images);
        labels = Map.copyOf(labels);
        takenBack = Set.copyOf(takenBack);
        maybe = Set.copyOf(maybe);
        pending = Set.copyOf(pending);
        namesSince = Map.copyOf(namesSince);
    }

    /** What a contact that was called {@code name} has been called since, as far as the journal knows, the newest last. */
    List<String> since(String name) {
        return namesSince.getOrDefault(name, List.of());
    }
}
