package org.muster.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.jobs.Job;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobService;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings jobs that were stopped to their end, one way or another: one of them, or all. */
abstract class StoppedJobsCommand extends Command {
    private static final Texts TEXTS = Texts.of(StoppedJobsCommand.class);

    @Parameters(paramLabel = "ID", arity = "0..1", descriptionKey = "option.job.stopped")
    private String id;

    @Mixin
    private Telling telling = new Telling();

    /** What becomes of a job that was stopped. */
    abstract void begin(Job job);

    /** Looks at what has become of it. Does nothing unless a command wants to be sure. */
    Exit ended(Desk desk, Work.End end, Terminal terminal) throws Refusal {
        return end.exit();
    }

    @Override
    public final Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
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
                Work.End end = work.ended(() -> begun(desk.jobs().takeUp(lane, record)), List.of());
                told.put(end.job(), end.lines());
                worst = worst.orWorse(ended(desk, end, terminal));
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

    private Job begun(Job job) {
        begin(job);
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
