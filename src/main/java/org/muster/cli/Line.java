package org.muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muster.exchange.ReportTable;
import org.muster.jobs.JobReport;
import org.muster.jobs.OutcomeState;
import org.muster.texts.Texts;

/**
 * What became of one contact, as reports write it.
 *
 * @param number its place in the job, from 1; 0 for what never got into it
 * @param origin where it came from, such as {@code row 17}
 * @param name Google's name for it
 * @param called what people call it
 * @param state where it stands, coded
 * @param sentence what that means and what to do
 * @param words Google's own words
 */
record Line(int number, String origin, String name, String called, State state, String sentence, String words) {
    private static final Texts TEXTS = Texts.of(Line.class);

    /** The states of a job's contacts, that of what was never handed to it, and that of what a dry run would send. */
    enum State {
        WAITING,
        SENT,
        DONE,
        FAILED,
        CONFLICT,
        UNKNOWN,
        SKIPPED,
        NOT_SENT,
        PLANNED;

        /** Whether somebody has to see to it. */
        boolean trouble() {
            return this == FAILED || this == CONFLICT || this == UNKNOWN || this == NOT_SENT;
        }

        private static State of(OutcomeState state) {
            return valueOf(state.name());
        }
    }

    static Line of(JobReport.Row row) {
        String sentence = row.sentence().isEmpty() && row.state() == OutcomeState.CONFLICT ? TEXTS.get("line.conflict") : row.sentence();
        return new Line(row.number(), row.origin(), row.resourceName(), row.displayName(), State.of(row.state()), sentence, row.words());
    }

    /** Something that could not be sent as it stands. */
    static Line notSent(String origin, String name, String called, String sentence) {
        return new Line(0, origin, name, called, State.NOT_SENT, sentence, "");
    }

    /** Something that must not be sent, as the account has moved on since. */
    static Line conflict(String origin, String name, String called, String sentence) {
        return new Line(0, origin, name, called, State.CONFLICT, sentence, "");
    }

    /**
     * Something that would be sent.
     *
     * @param what what would be done to it
     */
    static Line planned(String origin, String name, String called, String what) {
        return new Line(0, origin, name, called, State.PLANNED, what, "");
    }

    /** What became of the contacts of several jobs: a table with a column for the job's id. */
    static ReportTable table(Map<String, List<Line>> jobs) {
        List<String> header = new ArrayList<>(List.of(TEXTS.get("report.column.job")));
        header.addAll(table(List.of()).header());
        List<List<String>> rows = new ArrayList<>();
        jobs.forEach((job, lines) -> table(lines).rows().forEach(cells -> rows.add(Stream.concat(Stream.of(job), cells.stream()).toList())));
        return new ReportTable(header, rows);
    }

    static ReportTable table(List<Line> lines) {
        List<String> header = Stream.of("number", "origin", "resource", "name", "state", "sentence", "words").map(c -> TEXTS.get("report.column." + c)).toList();
        return new ReportTable(header, lines.stream().map(l -> List.of(l.number() == 0 ? "" : Integer.toString(l.number()), l.origin(), l.name(), l.called(),
                TEXTS.get("state." + l.state().name()), l.sentence(), l.words())).toList());
    }
}
