package org.muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with jobs that were stopped. */
@CommandLine.Command(name = "resume")
final class JobsResumeCommand extends Command {
    private static final Texts TEXTS = Texts.of(JobsResumeCommand.class);

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "option.job.resume")
    private String id;

    @Mixin
    private Telling telling = new Telling();

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        telling.check();
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
        Work work = new Work(terminal, interrupts, telling);
        Map<String, List<Line>> told = new LinkedHashMap<>();
        Exit worst = Exit.DONE;
        try {
            for (JobRecord record : open) {
                Work.End end = work.ended(() -> resumed(desk.jobs().takeUp(lane, record)), List.of());
                told.put(end.job(), end.lines());
                worst = end.exit().code() > worst.code() ? end.exit() : worst;
                if (!telling.all()) {
                    work.trouble(end.lines());
                }
            }
        } finally {
            // Also when the next one was not begun: of those before it is told what became of them
            if (!told.isEmpty()) {
                if (telling.all()) {
                    Table.write(terminal.out(), Line.table(told), telling.output);
                }
                work.write(Line.table(told));
            }
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
