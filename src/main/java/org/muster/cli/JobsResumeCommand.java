package org.muster.cli;

import java.nio.file.Path;
import java.util.List;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with jobs that were stopped. */
@CommandLine.Command(name = "resume")
final class JobsResumeCommand extends Command {
    private static final Texts TEXTS = Texts.of(JobsResumeCommand.class);

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "option.job.resume")
    private String id;

    @Option(names = "--report", paramLabel = "FILE.csv", descriptionKey = "option.report")
    private Path report;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        // Held before it is read what is open: whoever holds the account until then may still bring a job to its end.
        JobService.Lane lane = openToChange(desk);
        List<JobRecord> open = unfinished(desk, lane.id());
        if (id != null) {
            JobRecord wanted = Jobs.named(desk, lane.id(), id);
            open = open.stream().filter(j -> j.id().equals(wanted.id())).toList();
            if (open.isEmpty()) {
                throw new Refusal(Exit.USAGE, TEXTS.get("jobs.ended", id));
            }
        }
        if (open.isEmpty()) {
            terminal.say(TEXTS.get("jobs.noneOpen"));
            return Exit.DONE;
        }
        Exit worst = Exit.DONE;
        for (JobRecord record : open) {
            Exit exit = new Work(terminal, interrupts, report).through(() -> resumed(desk.jobs().takeUp(lane, record)), List.of());
            worst = exit.code() > worst.code() ? exit : worst;
        }
        return worst;
    }

    private static Job resumed(Job job) {
        job.resume();
        return job;
    }

    private static List<JobRecord> unfinished(Desk desk, String account) throws Refusal {
        try {
            return Jobs.archive(desk).unfinished(account);
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }
}
