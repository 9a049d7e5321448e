package org.muster.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.exchange.ReportTable;
import org.muster.jobs.JobRecord;
import org.muster.jobs.OutcomeState;
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
            Set<String> unfinished = Jobs.archive(desk).unfinished(account).stream().map(JobRecord::id).collect(Collectors.toSet());
            List<List<String>> rows = new ArrayList<>();
            for (JobRecord job : Jobs.archive(desk).jobs(account)) {
                rows.add(List.of(job.id(), WHEN.format(job.accepted()), state(job, unfinished.contains(job.id())), Long.toString(count(job, OutcomeState.DONE)),
                        Long.toString(count(job, OutcomeState.FAILED) + count(job, OutcomeState.CONFLICT) + count(job, OutcomeState.UNKNOWN)),
                        Integer.toString(job.changes().size()), job.changes().title()));
            }
            Table.write(terminal.out(), new ReportTable(List.of(TEXTS.get("jobs.column.id"), TEXTS.get("jobs.column.begun"), TEXTS.get("jobs.column.state"), TEXTS.get("jobs.column.done"),
                    TEXTS.get("jobs.column.notDone"), TEXTS.get("jobs.column.contacts"), TEXTS.get("jobs.column.title")), rows), output);
            terminal.say(TEXTS.get("jobs.done", rows.size(), unfinished.size()));
            return Exit.DONE;
        } catch (StoreProblem e) {
            throw Jobs.unreadable(e);
        }
    }

    private static String state(JobRecord job, boolean unfinished) {
        return TEXTS.get(unfinished ? "jobs.state.stopped" : count(job, OutcomeState.SKIPPED) > 0 ? "jobs.state.cancelled" : "jobs.state.finished");
    }

    private static long count(JobRecord job, OutcomeState state) {
        return job.outcomes().stream().filter(o -> o.state() == state).count();
    }
}
