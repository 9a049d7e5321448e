package org.muster.cli;

import org.muster.jobs.Job;
import picocli.CommandLine;

/** Goes on with jobs that were stopped. */
@CommandLine.Command(name = "resume")
final class JobsResumeCommand extends StoppedJobsCommand {
    @Override
    void begin(Job job) {
        job.resume();
    }
}
