package org.muster.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muster.people.Answer;
import org.muster.people.ApiError;

/** Asks again what was not answered, or not as it has to be, for reads outside of jobs that somebody waits for: after ½, 1, 2 and 4 s. What a job asks waits as long as it takes. */
final class AskingAgain {
    private static final List<Duration> WAITS = List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final Waiter waiter;

    AskingAgain(Waiter waiter) {
        this.waiter = waiter;
    }

    /** The first answer that is no passing trouble; the last one when all were. Blocks; an interrupt ends it. */
    <T> Answer<T> ask(Supplier<Answer<T>> question) {
        return ask(question, answer -> !(answer instanceof Answer.Failed<T>(ApiError error)) || !passes(error));
    }

    /** The first answer that is {@code enough}; the last one when none was. */
    <T> Answer<T> ask(Supplier<Answer<T>> question, Predicate<Answer<T>> enough) {
        Answer<T> answer = question.get();
        for (Duration wait : WAITS) {
            if (enough.test(answer) || !waiter.pass(wait)) {
                return answer;
            }
            answer = question.get();
        }
        return answer;
    }

    /** What time it is where the waiting is done. */
    Instant now() {
        return waiter.now();
    }

    private static boolean passes(ApiError error) {
        return switch (Trouble.of(error)) {
            case PASSES, UNCLEAR -> true;
            case NEEDS_USER, REFUSAL -> false;
        };
    }
}
