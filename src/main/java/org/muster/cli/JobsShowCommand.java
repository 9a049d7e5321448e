package org.muster.cli;

import java.util.List;
import org.muster.jobs.JobRecord;
import org.muster.jobs.JobReport;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what became of each contact of a job. */
@CommandLine.Command(name = "show")
final class JobsShowCommand extends Command {
    @Parameters(paramLabel = "ID", descriptionKey = "option.job")
    private String id;

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output")
    private Output output = Output.table;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        JobRecord job = Jobs.named(desk, account(desk).id(), id);
        List<Line> lines = JobReport.of(job.outcomes()).stream().map(Line::of).toList();
        Table.write(terminal.out(), Line.table(lines), output);
        long done = lines.stream().filter(l -> l.state() == Line.State.DONE).count();
        long trouble = lines.stream().filter(l -> l.state().trouble()).count();
        terminal.say(Texts.of(JobsShowCommand.class).get("work.end", job.changes().title(), done, trouble, lines.size() - done - trouble));
        return Exit.DONE;
    }
}
