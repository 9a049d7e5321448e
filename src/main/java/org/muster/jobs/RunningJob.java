package org.muster.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as others see it: what they may ask of it, and who hears of its changes. */
final class RunningJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private final JobContext context;
    private final Journal journal;
    private final JobSettings settings;
    private final FutureTask<Planned> planned;
    private final JobControl control;
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    RunningJob(JobContext context, Journal journal, JobSettings settings) {
        this.context = context;
        this.journal = journal;
        this.settings = settings;
        this.planned = new FutureTask<>(() -> {
            BatchPlan plan = BatchPlan.of(context.changes().changes());
            return new Planned(plan, new JobBoard(context.id(), context.changes(), plan));
        });
        this.control = new JobControl(settings.waiter());
    }

    /** A job of many contacts takes a moment to be cut into batches. */
    private record Planned(BatchPlan plan, JobBoard board) {}

    /** Plans the job on the calling thread, unless it is planned. So does whoever asks anything of the job before. */
    void plan() {
        planned.run();
    }

    private Planned planned() {
        plan();
        boolean interrupted = false; // an interrupt is about something else: whoever asks gets an answer
        try {
            while (true) {
                try {
                    return planned.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("planning met a bug", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private JobBoard board() {
        return planned().board();
    }

    /** Carries the job out on the calling thread; returns when it has ended. */
    void run() {
        if (!board().start()) {
            return; // cancelled while it was queued
        }
        new JobRunner(context, planned().plan(), journal, board(), control, settings, this::tell).run();
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
        return board().snapshot(control.cancelled(), control.paused());
    }

    @Override
    public List<Outcome> outcomes() {
        return board().outcomes();
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
        if (board().endBeforeStart()) {
            Thread.ofVirtual().start(() -> {
                journal.settled(context.id(), board().outcomes());
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
        if (!board().state().ended()) {
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
