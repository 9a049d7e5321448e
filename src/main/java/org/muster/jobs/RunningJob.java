package org.muster.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as others see it: what they may ask of it, and who hears of its changes. */
final class RunningJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private final JobContext context;
    private final BatchPlan plan;
    private final Journal journal;
    private final JobSettings settings;
    private final JobBoard board;
    private final JobControl control;
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    RunningJob(JobContext context, Journal journal, JobSettings settings) {
        this.context = context;
        this.plan = BatchPlan.of(context.changes().changes());
        this.journal = journal;
        this.settings = settings;
        this.board = new JobBoard(context.id(), context.changes(), plan);
        this.control = new JobControl(settings.waiter());
    }

    /** Carries the job out on the calling thread; returns when it has ended. */
    void run() {
        if (!board.start()) {
            return; // cancelled while it was queued
        }
        new JobRunner(context, plan, journal, board, control, settings, this::tell).run();
        end();
    }

    private void end() {
        ended.countDown();
        tell();
    }

    private void tell() {
        for (Consumer<Job> listener : listeners) {
            try {
                listener.accept(this);
            } catch (RuntimeException e) {
                LOG.error("A listener of job {} failed", context.id(), e);
            }
        }
    }

    @Override
    public String id() {
        return context.id();
    }

    @Override
    public String account() {
        return context.lane().id();
    }

    @Override
    public ChangeSet changes() {
        return context.changes();
    }

    @Override
    public JobSnapshot snapshot() {
        return board.snapshot(control.cancelled(), control.paused());
    }

    @Override
    public List<Outcome> outcomes() {
        return board.outcomes();
    }

    @Override
    public void pause() {
        control.pause();
        tellUnlessEnded();
    }

    @Override
    public void resume() {
        control.resume();
        tellUnlessEnded();
    }

    @Override
    public void cancel() {
        control.cancel();
        if (board.endBeforeStart()) {
            Thread.ofVirtual().start(() -> {
                journal.settled(context.id(), board.outcomes());
                journal.ended(context.id(), JobState.CANCELLED);
                end();
            });
        } else {
            tellUnlessEnded();
        }
    }

    /** Muster is being left. */
    void close() {
        control.close();
    }

    private void tellUnlessEnded() {
        if (!board.state().ended()) {
            tell();
        }
    }

    @Override
    public void addListener(Consumer<Job> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Consumer<Job> listener) {
        listeners.remove(listener);
    }

    @Override
    public void await() throws InterruptedException {
        ended.await();
    }
}
