package org.muster.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;

/** One lane per account id: a thread that carries out the account's jobs one after another, so that at most one mutate is ever in flight. */
public final class LaneJobService implements JobService {
    private final Journal journal;
    private final JobSettings settings;
    private final Map<String, ExecutorService> lanes = new HashMap<>();
    private final List<RunningJob> jobs = new ArrayList<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    public LaneJobService(Journal journal, JobSettings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    @Override
    public Job submit(Lane lane, ChangeSet changes) {
        String id = UUID.randomUUID().toString();
        RunningJob job = new RunningJob(new JobContext(id, changes, lane), journal, settings);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("no job is accepted any more");
            }
            journal.accepted(id, lane.id(), changes);
            jobs.add(job);
            ExecutorService thread = lanes.computeIfAbsent(lane.id(), name -> Executors.newSingleThreadExecutor(Thread.ofVirtual().name("jobs of " + name).factory()));
            thread.execute(job::run);
        }
        listeners.forEach(listener -> listener.accept(job));
        return job;
    }

    @Override
    public synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public void addListener(Consumer<Job> onAccepted) {
        listeners.add(onAccepted);
    }

    @Override
    public void removeListener(Consumer<Job> onAccepted) {
        listeners.remove(onAccepted);
    }

    @Override
    public void close() {
        List<ExecutorService> threads;
        synchronized (this) {
            closed = true;
            jobs.forEach(RunningJob::close);
            threads = List.copyOf(lanes.values());
        }
        threads.forEach(ExecutorService::close);
    }
}
