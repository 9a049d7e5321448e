package org.muster.ui.jobs;

import java.util.Locale;
import java.util.Optional;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.texts.Texts;

/**
 * A contact that did not make it, in words.
 *
 * @param icon the icon's literal
 * @param state what the icon says, for those who do not see it
 * @param name what people call the contact
 * @param look the style class that gives the icon its colour
 * @param what what happened, in a few words, with a full stop
 * @param advice what to do
 * @param server Google's own words, if it had any
 */
public record MissedWords(String icon, String look, String state, String name, String what, String advice, String server) {
    static MissedWords of(Missed missed, Texts texts) {
        Outcome outcome = missed.outcome();
        return of(outcome.state(), outcome.error(), outcome.change().displayName(), texts);
    }

    /** What became of a contact of this name. */
    public static MissedWords of(OutcomeState outcome, Optional<ApiError> error, String displayName) {
        return of(outcome, error, displayName, Texts.of(MissedWords.class));
    }

    private static MissedWords of(OutcomeState outcome, Optional<ApiError> error, String displayName, Texts texts) {
        String named = displayName.strip();
        String name = named.isEmpty() ? texts.get("missed.noName") : named;
        if (error.filter(e -> e.cause() == ErrorCause.BACK_ALREADY).isPresent()) {
            ApiError back = error.get(); // nothing was lost: it is as it should be
            return new MissedWords("fth-minus", look(OutcomeState.SKIPPED), texts.get("missed.state.SKIPPED"), name, texts.get("missed.what", back.cause().what()), back.cause().advice(), server(back, texts));
        }
        String state = texts.get("missed.state." + outcome.name());
        String server = error.map(e -> server(e, texts)).orElse("");
        String icon = switch (outcome) {
            case CONFLICT -> "fth-alert-triangle";
            case FAILED -> "fth-x";
            case UNKNOWN -> "fth-help-circle";
            case SKIPPED -> "fth-minus";
            case DONE -> "fth-check";
            case WAITING, SENT -> "fth-clock";
        };
        return switch (outcome) {
            case FAILED, CONFLICT -> error
                    .map(e -> new MissedWords(icon, look(outcome), state, name, texts.get("missed.what", e.cause().what()), e.cause().advice(), server))
                    .orElseGet(() -> ofState(outcome, icon, state, name, server, texts));
            case UNKNOWN, SKIPPED, DONE, WAITING, SENT -> ofState(outcome, icon, state, name, server, texts);
        };
    }

    private static MissedWords ofState(OutcomeState outcome, String icon, String state, String name, String server, Texts texts) {
        String key = "missed." + outcome.name();
        return new MissedWords(icon, look(outcome), state, name, texts.get(key + ".what"), texts.get(key + ".advice"), server);
    }

    private static String look(OutcomeState outcome) {
        return "missed-" + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String server(ApiError error, Texts texts) {
        if (error.message().isBlank()) {
            return "";
        }
        return error.httpStatus() == 0 ? error.message() : texts.get("missed.server", Integer.toString(error.httpStatus()), error.status(), error.message());
    }

    /** All of it as one sentence, for screen readers. */
    public String spoken() {
        return state + ": " + name + ". " + what + " " + advice;
    }
}
