package org.muster.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.muster.jobs.BackingUp;
import org.muster.jobs.Job;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.JobState;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Waiting;
import org.muster.people.ApiError;
import org.muster.texts.Texts;

/**
 * Tells how a job goes: one line that moves where somebody watches, a line for each batch elsewhere. A job that paused itself, because nothing can be sent before the
 * user has put something right, is stopped: nobody could resume it here.
 */
final class Watch implements Consumer<Job> {
    private static final Texts TEXTS = Texts.of(Watch.class);

    private final Terminal terminal;
    private int told;
    private boolean backing;
    private Optional<Waiting> waiting = Optional.empty();
    private Optional<ApiError> problem = Optional.empty();

    Watch(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(Job job) {
        JobSnapshot now = job.snapshot();
        int settled = now.total() - now.count(OutcomeState.WAITING) - now.count(OutcomeState.SENT);
        String counts = TEXTS.get("watch.progress", settled, now.total(), now.notDone());
        String state = now.backingUp().map(Watch::words).orElse(counts);
        terminal.status(now.waiting().map(w -> state + " " + words(w)).orElse(state));
        if (!terminal.attended()) {
            if (now.backingUp().isPresent() && !backing) {
                terminal.say(words(now.backingUp().get()));
            }
            backing = now.backingUp().isPresent();
            if (settled > told) {
                told = settled;
                terminal.say(counts);
            }
            if (now.waiting().isPresent() && !now.waiting().equals(waiting)) {
                terminal.say(words(now.waiting().get()));
            }
            waiting = now.waiting();
        }
        if (now.state() == JobState.PAUSED && now.problem().isPresent() && problem.isEmpty()) {
            problem = now.problem();
            job.stop();
        }
    }

    /** Why it could not go on; empty when nothing stood in its way. */
    synchronized Optional<ApiError> problem() {
        return problem;
    }

    private static String words(BackingUp backing) {
        return TEXTS.get("watch.backingUp", backing.read(), backing.total());
    }

    private static String words(Waiting waiting) {
        return TEXTS.get("wait." + waiting.reason().name(), Math.max(1, Duration.between(Instant.now(), waiting.until()).toSeconds()));
    }
}
