package org.muster.ui.jobs;

/** The line of a job that is not the current one. */
final class JobRow implements DrawerRow {
    private final JobModel job;

    JobRow(JobModel job) {
        this.job = job;
    }

    @Override
    public JobModel job() {
        return job;
    }
}
