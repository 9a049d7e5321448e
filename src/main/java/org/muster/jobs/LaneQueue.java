package org.muster.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The jobs of one account that wait for their turn, and the thread that carries out one after another: always the one that is first when its turn comes. */
final class LaneQueue {
    private final ExecutorService thread;
    private final List<RunningJob> waiting = new ArrayList<>();

    LaneQueue(String account) {
        thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("jobs of " + account).factory());
    }

    /** Behind all that wait. */
    synchronized void add(RunningJob job) {
        waiting.add(job);
        thread.execute(this::turn);
    }

    /** As many turns come as jobs were added; one that was cancelled meanwhile lets its own pass. */
    private void turn() {
        RunningJob next;
        synchronized (this) {
            next = waiting.removeFirst();
        }
        next.run();
    }

    /** Those that wait, the next first. */
    synchronized List<Job> waiting() {
        return List.copyOf(live());
    }

    private List<RunningJob> live() {
        return waiting.stream().filter(job -> job.snapshot().state() == JobState.QUEUED).toList();
    }

    /** Whether a job could change places with its neighbour. */
    synchronized boolean movable(Job job, JobService.Step step) {
        return neighbour(job, step) != null;
    }

    /** Lets a job change places with its neighbour. */
    synchronized boolean move(Job job, JobService.Step step) {
        RunningJob other = neighbour(job, step);
        if (other == null) {
            return false;
        }
        int from = waiting.stream().map(RunningJob::id).toList().indexOf(job.id());
        Collections.swap(waiting, from, waiting.indexOf(other));
        return true;
    }

    /** @return what the job would change places with; {@code null} when it does not wait, has no neighbour there, or takes back what the other does */
    private RunningJob neighbour(Job job, JobService.Step step) {
        List<RunningJob> live = live();
        int place = live.stream().map(RunningJob::id).toList().indexOf(job.id());
        int other = step == JobService.Step.EARLIER ? place - 1 : place + 1;
        if (place < 0 || other < 0 || other == live.size()) {
            return null;
        }
        RunningJob first = live.get(Math.min(place, other));
        RunningJob second = live.get(Math.max(place, other));
        boolean undoes = second.changes().reverses().filter(reversal -> reversal.job().equals(first.id())).isPresent();
        return undoes ? null : live.get(other);
    }

    /** Waits until every job it was given has had its turn; no more come. */
    void close() {
        thread.close();
    }
}
