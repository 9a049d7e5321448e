package org.muster.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.muster.exchange.ReportTable;
import org.muster.jobs.OutcomeState;
import org.muster.store.JobFilter;
import org.muster.store.JobSummary;
import org.muster.store.StoreProblem;
import org.muster.texts.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists the jobs of an account. Its sub-commands show one, and go on with those that were stopped. */
@CommandLine.Command(name = "jobs")
class JobsCommand extends Command {
    private static final Texts TEXTS = Texts.of(JobsCommand.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Option(names = "--output", paramLabel = "FORM", descriptionKey = "option.output")
    private Output output = Output.table;

    @Override
    public Exit run(Desk desk, Terminal terminal, Interrupts interrupts) throws Refusal {
        String account = account(desk).id();
        try {
            List<JobSummary> jobs = Jobs.history(desk).jobs(account, JobFilter.ALL).reversed();
            List<List<String>> rows = jobs.stream().map(job -> List.of(job.id(), WHEN.format(job.accepted()), state(job), Integer.toString(job.count(OutcomeState.DONE)),
                    Integer.toString(job.notDone()), Integer.toString(job.size()), job.title())).toList();
            Table.write(terminal.out(), new ReportTable(List.of(TEXTS.get("jobs.column.id"), TEXTS.get("jobs.column.begun"), TEXTS.get("jobs.column.state"), TEXTS.get("jobs.column.done"),
                    TEXTS.get("jobs.column.notDone"), TEXTS.get("jobs.column.contacts"), TEXTS.get("jobs.column.title")), rows), output);
            terminal.say(TEXTS.get("jobs.done", rows.size(), jobs.stream().filter(job -> job.ended().isEmpty()).count()));
            return Exit.DONE;
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }

    private static String state(JobSummary job) {
        return TEXTS.get(job.ended().isEmpty() ? "jobs.state.stopped" : job.count(OutcomeState.SKIPPED) > 0 ? "jobs.state.cancelled" : "jobs.state.finished");
    }
}
