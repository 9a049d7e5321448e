package org.muster.ui.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muster.store.JobSummary;

/** A row of the list of jobs. */
sealed interface ListRow {
    /** The day of the jobs below it, in words. */
    record Day(String words) implements ListRow {}

    /** One job. */
    record Entry(JobSummary job) implements ListRow {}

    /** These jobs, each day's under its day. */
    static List<ListRow> of(List<JobSummary> jobs, Days days) {
        List<ListRow> rows = new ArrayList<>();
        LocalDate day = null;
        for (JobSummary job : jobs) {
            LocalDate its = days.dayOf(job.accepted());
            if (!its.equals(day)) {
                rows.add(new Day(days.day(its)));
                day = its;
            }
            rows.add(new Entry(job));
        }
        return rows;
    }
}
