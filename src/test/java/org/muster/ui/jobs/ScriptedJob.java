package org.muster.ui.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.muster.jobs.BackingUp;
import org.muster.jobs.BatchCell;
import org.muster.jobs.Job;
import org.muster.jobs.JobSnapshot;
import org.muster.jobs.JobState;
import org.muster.jobs.Outcome;
import org.muster.jobs.OutcomeState;
import org.muster.jobs.Pacing;
import org.muster.jobs.Waiting;
import org.muster.people.ApiError;

/** A job that stands where the test puts it. */
public final class ScriptedJob implements Job {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final String id = "job-" + NUMBER.incrementAndGet();
    private final String account;
    private final ChangeSet changes;
    private final int batchSize;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private JobState state = JobState.RUNNING;
    private Optional<Waiting> waiting = Optional.empty();
    private Optional<ApiError> problem = Optional.empty();
    private Optional<Pacing> pacing = Optional.empty();
    private Optional<BackingUp> backingUp = Optional.empty();
    private int current;
    private final Set<Integer> handled = ConcurrentHashMap.newKeySet();
    final AtomicInteger pauses = new AtomicInteger();
    final AtomicInteger cancels = new AtomicInteger();
    final AtomicInteger resumes = new AtomicInteger();
    public final AtomicInteger stops = new AtomicInteger();
    final AtomicInteger listings = new AtomicInteger();
    final AtomicInteger snapshots = new AtomicInteger();

    public ScriptedJob(ChangeSet changes, int batchSize) {
        this("a", changes, batchSize);
    }

    public ScriptedJob(String account, ChangeSet changes, int batchSize) {
        this.account = account;
        this.changes = changes;
        this.batchSize = batchSize;
        for (int i = 0; i < changes.size(); i++) {
            outcomes.add(new Outcome(i, changes.changes().get(i), OutcomeState.WAITING, Optional.empty(), Optional.empty()));
        }
    }

    public synchronized void set(Outcome outcome) {
        outcomes.set(outcome.row(), outcome);
    }

    /** Every contact up to {@code row} that is not settled becomes done. */
    public synchronized void doneBefore(int row) {
        for (int i = 0; i < row; i++) {
            if (!outcomes.get(i).state().settled()) {
                outcomes.set(i, new Outcome(i, changes.changes().get(i), OutcomeState.DONE, Optional.empty(), Optional.empty()));
            }
        }
        current = Math.min(row / batchSize, (changes.size() - 1) / batchSize);
    }

    public synchronized void state(JobState now, Waiting... reason) {
        state = now;
        waiting = reason.length == 0 ? Optional.empty() : Optional.of(reason[0]);
        if (now.ended()) {
            end.countDown();
        }
    }

    /** From now on the quota decides how fast it goes. */
    public synchronized void backing(BackingUp now) {
        backingUp = Optional.ofNullable(now);
    }

    public synchronized void paced(Pacing by) {
        pacing = Optional.of(by);
    }

    /** Why it is paused by itself. */
    public synchronized void trouble(ApiError why) {
        problem = Optional.of(why);
    }

    /** Tells the listeners on the calling thread. */
    public void tell() {
        listeners.forEach(l -> l.accept(this));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public ChangeSet changes() {
        return changes;
    }

    @Override
    public synchronized JobSnapshot snapshot() {
        snapshots.incrementAndGet();
        Map<OutcomeState, Integer> counts = new EnumMap<>(OutcomeState.class);
        for (OutcomeState s : OutcomeState.values()) {
            counts.put(s, 0);
        }
        outcomes.forEach(o -> counts.merge(o.state(), 1, Integer::sum));
        List<BatchCell> cells = new ArrayList<>();
        for (int from = 0; from < outcomes.size(); from += batchSize) {
            List<Outcome> batch = outcomes.subList(from, Math.min(outcomes.size(), from + batchSize));
            int done = (int) batch.stream().filter(o -> o.state() == OutcomeState.DONE).count();
            int skipped = (int) batch.stream().filter(o -> o.state() == OutcomeState.SKIPPED).count();
            boolean settled = batch.stream().allMatch(o -> o.state().settled());
            BatchCell.State cell = skipped == batch.size() ? BatchCell.State.SKIPPED : settled ? BatchCell.State.SETTLED : from / batchSize == current && !state.ended() && state != JobState.QUEUED ? BatchCell.State.RUNNING : BatchCell.State.WAITING;
            cells.add(new BatchCell(batch.size(), done, settled ? batch.size() - done - skipped : 0, cell));
        }
        return new JobSnapshot(id, changes.title(), state, counts, cells, state.ended() ? -1 : current, waiting, problem, false, false, pacing, backingUp);
    }

    @Override
    public synchronized List<Outcome> outcomes() {
        listings.incrementAndGet();
        return List.copyOf(outcomes);
    }

    @Override
    public void pause() {
        pauses.incrementAndGet();
    }

    @Override
    public void resume() {
        resumes.incrementAndGet();
    }

    @Override
    public Set<Integer> handled() {
        return Set.copyOf(handled);
    }

    @Override
    public void markHandled(Collection<Integer> rows) {
        handled.addAll(rows);
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
    }

    @Override
    public void unstop() {
        resumes.incrementAndGet();
    }

    @Override
    public void cancel() {
        cancels.incrementAndGet();
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
        end.await();
    }
}
