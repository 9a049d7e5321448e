package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import org.muster.jobs.BatchCell;

/** How one cell of the batch strip looks. Its style class is {@code batch-} and its name in small letters. */
enum BatchLook {
    WAITING,
    RUNNING,
    DONE,
    /** Settled, some of its contacts not done. */
    MIXED,
    /** Settled, none of its contacts done. */
    NONE_DONE,
    SKIPPED;

    /** More cells than this are too small to see, so that neighbours share one. */
    static final int MOST = 60;

    /** The strip's cells: one per batch up to {@link #MOST}, then as even groups of batches. */
    static List<BatchLook> of(List<BatchCell> batches) {
        int cells = Math.min(MOST, batches.size());
        List<BatchLook> looks = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            int from = (int) ((long) i * batches.size() / cells);
            int to = (int) ((long) (i + 1) * batches.size() / cells);
            looks.add(together(batches.subList(from, to)));
        }
        return looks;
    }

    /** A group counts as settled only when all of it is. */
    private static BatchLook together(List<BatchCell> group) {
        if (group.stream().anyMatch(c -> c.state() == BatchCell.State.RUNNING)) {
            return RUNNING;
        }
        if (group.stream().anyMatch(c -> c.state() == BatchCell.State.WAITING)) {
            return WAITING;
        }
        if (group.stream().allMatch(c -> c.state() == BatchCell.State.SKIPPED)) {
            return SKIPPED;
        }
        int done = group.stream().mapToInt(BatchCell::done).sum();
        int notDone = group.stream().mapToInt(BatchCell::notDone).sum();
        return notDone == 0 ? DONE : done == 0 ? NONE_DONE : MIXED;
    }
}
