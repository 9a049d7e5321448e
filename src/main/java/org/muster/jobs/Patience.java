package org.muster.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.muster.people.Answer;
import org.muster.people.ApiError;

/** Asks again what was not answered, for reads outside of jobs that somebody waits for: after ½, 1, 2 and 4 s. What a job asks waits as long as it takes. */
final class Patience {
    private static final List<Duration> WAITS = List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private Patience() {}

    /** The first answer that is no passing trouble; the last one when all were. Blocks; an interrupt ends it. */
    static <T> Answer<T> ask(Supplier<Answer<T>> question) {
        Answer<T> answer = question.get();
        for (Duration wait : WAITS) {
            if (!(answer instanceof Answer.Failed<T>(ApiError error)) || !passes(error)) {
                return answer;
            }
            if (!passed(wait)) {
                return answer;
            }
            answer = question.get();
        }
        return answer;
    }

    /** @return whether nobody interrupted the wait */
    private static boolean passed(Duration time) {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            Waiter.system().pass(time, lock.newCondition());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static boolean passes(ApiError error) {
        return switch (Trouble.of(error)) {
            case PASSES, UNCLEAR -> true;
            case NEEDS_USER, REFUSAL -> false;
        };
    }
}
