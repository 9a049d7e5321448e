package org.muster.cli;

import org.muster.jobs.Job;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;

/** Closes jobs that were stopped: what was sent without an answer is looked after, the rest is not sent any more. */
@CommandLine.Command(name = "cancel")
final class JobsCancelCommand extends StoppedJobsCommand {
    @Override
    void begin(Job job) {
        job.cancel();
    }

    /** A job that is cancelled ends even where that cannot be noted; the next time it would be there again. */
    @Override
    Exit ended(Desk desk, Work.End end, Terminal terminal) throws Refusal {
        try {
            if (Jobs.archive(desk).ended(end.job())) {
                return end.exit();
            }
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
        terminal.say(Texts.of(JobsCancelCommand.class).get("cancel.notNoted", end.job()));
        return Exit.NOT_ALL;
    }
}
