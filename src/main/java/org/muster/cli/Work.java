package org.muster.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muster.contacts.PersonField;
import org.muster.exchange.ExportResult;
import org.muster.exchange.Problem;
import org.muster.exchange.ReportCsv;
import org.muster.exchange.ReportTable;
import org.muster.jobs.Job;
import org.muster.jobs.JobReport;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.texts.Texts;

/** Sees a job through, and reports on it. */
final class Work {
    private static final Texts TEXTS = Texts.of(Work.class);

    private final Terminal terminal;
    private final Interrupts interrupts;
    private final Telling telling;

    /** @param telling how it is told what became of each contact */
    Work(Terminal terminal, Interrupts interrupts, Telling telling) {
        this.terminal = terminal;
        this.interrupts = interrupts;
        this.telling = telling;
    }

    /**
     * How far a job came.
     *
     * @param job its id
     * @param stopped whether it can go on another time
     */
    record End(String job, List<Line> lines, boolean stopped) {
        Exit exit() {
            return stopped ? Exit.STOPPED : lines.stream().anyMatch(l -> l.state().trouble()) ? Exit.NOT_ALL : Exit.DONE;
        }
    }

    /**
     * Begins a job, waits for its end and reports.
     *
     * @param beginning begins it
     * @param before what could not be sent at all, to be named with the rest
     */
    Exit through(Supplier<Job> beginning, List<Line> before) throws Refusal {
        End end = ended(beginning, before);
        return report(end.lines(), end.stopped());
    }

    /** The same without a report. */
    End ended(Supplier<Job> beginning, List<Line> before) throws Refusal {
        Watch watch = new Watch(terminal);
        Optional<Job> begun = interrupts.begin(beginning);
        if (begun.isEmpty()) {
            throw new Refusal(Exit.STOPPED, TEXTS.get("work.notBegun"));
        }
        Job job = begun.get();
        job.addListener(watch);
        watch.accept(job);
        try {
            job.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a command's thread", e);
        }
        terminal.status("");
        List<Line> lines = new ArrayList<>(before);
        JobReport.of(job.outcomes()).forEach(row -> lines.add(Line.of(row)));
        tell(job.snapshot(), before.size(), watch.problem(), job.id());
        return new End(job.id(), lines, !job.snapshot().state().ended());
    }

    private void tell(JobSnapshot end, int before, Optional<ApiError> problem, String id) {
        int skipped = end.count(OutcomeState.SKIPPED);
        int open = end.count(OutcomeState.WAITING) + end.count(OutcomeState.SENT);
        terminal.say(TEXTS.get("work.end", end.title(), end.count(OutcomeState.DONE), end.notDone() + before, skipped + open));
        problem.ifPresent(p -> terminal.say(TEXTS.get("work.problem", p.cause().what(), p.cause().advice())));
        if (!end.state().ended()) {
            terminal.say(TEXTS.get("work.stopped", id));
        }
    }

    /** Tells what became of contacts, and writes the report. */
    Exit report(List<Line> lines, boolean stopped) throws Refusal {
        if (telling.all()) {
            Table.write(terminal.out(), Line.table(lines), telling.output);
        } else {
            trouble(lines);
        }
        write(Line.table(lines));
        return new End("", lines, stopped).exit();
    }

    /** Names those that did not make it. */
    void trouble(List<Line> lines) throws Refusal {
        List<Line> trouble = lines.stream().filter(l -> l.state().trouble()).toList();
        if (!trouble.isEmpty()) {
            Table.write(terminal.out(), Line.table(trouble), Output.table);
        }
    }

    /** Writes the report, where one is wanted. */
    void write(ReportTable table) throws Refusal {
        if (telling.report != null) {
            switch (new ReportCsv().write(telling.report, table, ReportCsv.Guard.FORMULAS)) {
                case ExportResult.Written(Path file, int rows, Map<PersonField, Integer> leftOut) -> terminal.say(TEXTS.get("work.report", file));
                case ExportResult.Failed(Problem problem) -> throw new Refusal(Exit.NOT_ALL, problem.sentence());
                case ExportResult.Cancelled cancelled -> throw new IllegalStateException("nobody cancels it");
            }
        }
    }
}
