package org.muster.changes;

import java.util.List;
import java.util.Objects;

/**
 * That a change set takes back what a job did.
 *
 * @param job the id of that job
 * @param rows for each change of the set, the row of that job it takes back
 */
public record Reversal(String job, List<Integer> rows) {
    public Reversal {
        Objects.requireNonNull(job);
        rows = List.copyOf(rows);
    }
}
