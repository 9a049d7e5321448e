package org.muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muster.jobs.Job;

/** Ctrl+C and its kin: once asked to stop, no job begins any more, and those at work end after the batch in flight. Safe for use by several threads. */
public final class Interrupts {
    private final List<Job> begun = new ArrayList<>();
    private boolean asked;

    /** Begins a job, unless it was asked to stop. */
    synchronized Optional<Job> begin(Supplier<Job> beginning) {
        if (asked) {
            return Optional.empty();
        }
        Job job = beginning.get();
        begun.add(job);
        return Optional.of(job);
    }

    /** Whether it was asked to stop. */
    synchronized boolean asked() {
        return asked;
    }

    /**
     * Stops.
     *
     * @return whether a job had begun, so that it is worth waiting for the command to end by itself
     */
    public synchronized boolean ask() {
        asked = true;
        begun.forEach(Job::stop);
        return !begun.isEmpty();
    }
}
