package org.muster.ui.history;

import java.util.Arrays;
import java.util.Comparator;
import org.muster.store.ChangeKind;
import org.muster.store.JobSummary;

/** The icons of what jobs do. */
final class Kinds {
    private Kinds() {}

    static String icon(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> "fth-plus";
            case UPDATE -> "fth-edit-2";
            case DELETE -> "fth-trash-2";
            case PHOTO -> "fth-image";
        };
    }

    /** That of what a job mostly does; an undo and its undo have their own. */
    static String icon(JobSummary job) {
        ChangeKind most = Arrays.stream(ChangeKind.values()).max(Comparator.comparing(job.kinds()::get)).orElseThrow();
        return job.again() ? "fth-corner-up-right" : job.reverses().isPresent() ? "fth-corner-up-left" : icon(most);
    }
}
