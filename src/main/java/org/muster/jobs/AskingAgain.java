package org.muster.jobs;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.muster.people.Answer;
import org.muster.people.ApiError;

/** Asks again what was not answered, for reads outside of jobs that somebody waits for: after ½, 1, 2 and 4 s. What a job asks waits as long as it takes. */
final class AskingAgain {
    private static final List<Duration> WAITS = List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final Waiter waiter;

    AskingAgain(Waiter waiter) {
        this.waiter = waiter;
    }

    /** The first answer that is no passing trouble; the last one when all were. Blocks; an interrupt ends it. */
    <T> Answer<T> ask(Supplier<Answer<T>> question) {
        Answer<T> answer = question.get();
        for (Duration wait : WAITS) {
            if (!(answer instanceof Answer.Failed<T>(ApiError error)) || !passes(error)) {
                return answer;
            }
            if (!waiter.pass(wait)) {
                return answer;
            }
            answer = question.get();
        }
        return answer;
    }

    private static boolean passes(ApiError error) {
        return switch (Trouble.of(error)) {
            case PASSES, UNCLEAR -> true;
            case NEEDS_USER, REFUSAL -> false;
        };
    }
}
