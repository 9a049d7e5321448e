package org.muster.jobs;

import java.util.List;
import java.util.Optional;
import org.muster.changes.Change;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.texts.Texts;

/** What became of each contact of a job, as plain rows for files and terminals. */
public final class JobReport {
    /**
     * One contact.
     *
     * @param number its place in the job, from 1
     * @param origin where it came from, such as {@code row 17}; empty when it was no import
     * @param resourceName Google's name for it; empty while it has none
     * @param displayName what people call it; may be empty
     * @param state where it stands
     * @param cause why it did not make it
     * @param sentence what that means and what to do, in the default locale; empty without a cause
     * @param words Google's own words; empty when there were none
     */
    public record Row(int number, String origin, String resourceName, String displayName, OutcomeState state, Optional<ErrorCause> cause, String sentence, String words) {}

    private static final Texts TEXTS = Texts.of(JobReport.class);

    private JobReport() {}

    /** A row for each of {@code outcomes}, in their order. */
    public static List<Row> of(List<Outcome> outcomes) {
        return outcomes.stream().map(JobReport::row).toList();
    }

    /** Whoever is told to try again what may have been done would double it. */
    private static String sentence(OutcomeState state, ErrorCause cause) {
        return state == OutcomeState.UNKNOWN ? TEXTS.get("report.unknown", cause.what()) : cause.what() + ". " + cause.advice();
    }

    private static Row row(Outcome outcome) {
        Optional<ErrorCause> cause = outcome.error().map(ApiError::cause);
        return new Row(outcome.row() + 1, origin(outcome.change()), outcome.contactName(), outcome.change().displayName(), outcome.state(), cause,
                cause.map(c -> sentence(outcome.state(), c)).orElse(""), outcome.error().map(ApiError::message).orElse(""));
    }

    private static String origin(Change change) {
        return change instanceof Change.Create create ? create.origin() : "";
    }
}
