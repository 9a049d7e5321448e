package org.muster.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.changes.ChangeSet;
import org.muster.people.ApiError;

/** Where one job and each of its contacts stand. Written by the job's thread, read by any. */
final class JobBoard {
    private final String id;
    private final String title;
    private final boolean ofEarlierRun;
    private final Outcome[] outcomes;
    private final int[] batchOfRow;
    private final int[] size;
    private final int[] done;
    private final int[] notDone;
    private final int[] skipped;
    private final int[] sent;
    private final int[] counts = new int[OutcomeState.values().length];
    private JobState state;
    private int current = -1;
    private Optional<Waiting> waiting = Optional.empty();
    private Optional<ApiError> problem = Optional.empty();
    private boolean reloadNeeded;
    private Optional<Pacing> pacing = Optional.empty();
    private Optional<BackingUp> backingUp = Optional.empty();

    /** The board of a job that is new. */
    JobBoard(String id, ChangeSet changes, BatchPlan plan) {
        this(id, changes, plan, JobState.QUEUED, false);
    }

    /** The board of a job of an earlier run. */
    JobBoard(JobRecord record, BatchPlan plan) {
        this(record.id(), record.changes(), plan, JobState.STOPPED, true);
        settle(record.outcomes());
    }

    private JobBoard(String id, ChangeSet changes, BatchPlan plan, JobState state, boolean ofEarlierRun) {
        this.id = id;
        this.ofEarlierRun = ofEarlierRun;
        this.state = state;
        this.title = changes.title();
        this.outcomes = new Outcome[changes.size()];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = Outcome.waiting(row, changes.changes().get(row));
        }
        this.batchOfRow = new int[outcomes.length];
        int batches = plan.batches().size();
        this.size = new int[batches];
        this.done = new int[batches];
        this.notDone = new int[batches];
        this.skipped = new int[batches];
        this.sent = new int[batches];
        for (int batch = 0; batch < batches; batch++) {
            for (int row : plan.batches().get(batch).rows()) {
                batchOfRow[row] = batch;
                size[batch]++;
            }
        }
        counts[OutcomeState.WAITING.ordinal()] = outcomes.length;
    }

    synchronized JobState state() {
        return state;
    }

    /** Whether an earlier run of Muster began the job. */
    boolean ofEarlierRun() {
        return ofEarlierRun;
    }

    /** @return whether the job was stopped and is queued now */
    synchronized boolean queueAgain() {
        if (state != JobState.STOPPED) {
            return false;
        }
        state = JobState.QUEUED;
        return true;
    }

    /** @return whether the job was still queued and is running now */
    synchronized boolean start() {
        if (state != JobState.QUEUED) {
            return false;
        }
        state = JobState.RUNNING;
        return true;
    }

    /** @return whether the job was still queued, with nothing sent that has to be looked after, and has ended now, without a start */
    synchronized boolean endBeforeStart() {
        if (state != JobState.QUEUED || counts[OutcomeState.SENT.ordinal()] > 0) {
            return false;
        }
        skipWaiting();
        state = JobState.CANCELLED;
        return true;
    }

    synchronized void currentBatch(int batch) {
        current = batch;
    }

    synchronized void running() {
        state = JobState.RUNNING;
        waiting = Optional.empty();
        problem = Optional.empty();
    }

    synchronized void waiting(Waiting what, Optional<ApiError> why) {
        state = JobState.WAITING;
        waiting = Optional.of(what);
        problem = why;
    }

    synchronized void paused(Optional<ApiError> why) {
        state = JobState.PAUSED;
        waiting = Optional.empty();
        problem = why;
    }

    /** How fast it goes on, when it is the quota that decides. */
    synchronized void pacing(Optional<Pacing> now) {
        pacing = now;
    }

    /** How far it is with copying the account, while it does that. */
    synchronized void backingUp(Optional<BackingUp> now) {
        backingUp = now;
    }

    /** The batches of which some rows wait to be sent, in their order. */
    synchronized List<Integer> waitingBatches() {
        return IntStream.range(0, size.length).filter(batch -> done[batch] + notDone[batch] + skipped[batch] + sent[batch] < size[batch]).boxed().toList();
    }

    synchronized void reloadNeeded() {
        reloadNeeded = true;
    }

    /** Marks rows as sent, or as waiting again after all. */
    synchronized void mark(Collection<Integer> rows, OutcomeState unsettled) {
        for (int row : rows) {
            put(new Outcome(row, outcomes[row].change(), unsettled, Optional.empty(), Optional.empty()));
        }
    }

    synchronized void settle(Collection<Outcome> settled) {
        settled.forEach(this::put);
    }

    private void put(Outcome outcome) {
        count(outcomes[outcome.row()], -1);
        outcomes[outcome.row()] = outcome;
        count(outcome, 1);
    }

    private void count(Outcome outcome, int by) {
        counts[outcome.state().ordinal()] += by;
        int batch = batchOfRow[outcome.row()];
        switch (outcome.state()) {
            case DONE -> done[batch] += by;
            case FAILED, CONFLICT, UNKNOWN -> notDone[batch] += by;
            case SKIPPED -> skipped[batch] += by;
            case SENT -> sent[batch] += by;
            case WAITING -> { }
        }
    }

    synchronized Outcome outcome(int row) {
        return outcomes[row];
    }

    synchronized List<Outcome> outcomes() {
        return List.of(outcomes);
    }

    synchronized List<Outcome> inState(OutcomeState wanted) {
        List<Outcome> found = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.state() == wanted) {
                found.add(outcome);
            }
        }
        return found;
    }

    /** Every row that still waits becomes skipped. */
    synchronized List<Outcome> skipWaiting() {
        List<Outcome> rest = inState(OutcomeState.WAITING).stream().map(o -> new Outcome(o.row(), o.change(), OutcomeState.SKIPPED, o.error(), Optional.empty())).toList();
        rest.forEach(this::put);
        return rest;
    }

    /** Muster is being left; the job is not over. */
    synchronized void stop() {
        rest();
        state = JobState.STOPPED;
    }

    private void rest() {
        waiting = Optional.empty();
        problem = Optional.empty();
        pacing = Optional.empty();
        backingUp = Optional.empty();
        current = -1;
    }

    /** Whether a row waits or is on its way. */
    synchronized boolean unsettled() {
        return counts[OutcomeState.WAITING.ordinal()] + counts[OutcomeState.SENT.ordinal()] > 0;
    }

    /** How the job ends, if it ends now: finished, unless something was skipped. */
    synchronized JobState outcomeOfAll() {
        return counts[OutcomeState.SKIPPED.ordinal()] > 0 ? JobState.CANCELLED : JobState.FINISHED;
    }

    /** The job is over. */
    synchronized void end() {
        rest();
        state = outcomeOfAll();
    }

    synchronized JobSnapshot snapshot(boolean cancelling, boolean pausing) {
        Map<OutcomeState, Integer> perState = new EnumMap<>(OutcomeState.class);
        for (OutcomeState s : OutcomeState.values()) {
            perState.put(s, counts[s.ordinal()]);
        }
        List<BatchCell> cells = new ArrayList<>(size.length);
        for (int batch = 0; batch < size.length; batch++) {
            cells.add(new BatchCell(size[batch], done[batch], notDone[batch], cellState(batch)));
        }
        boolean active = state == JobState.RUNNING || state == JobState.WAITING || state == JobState.PAUSED;
        JobState shown = cancelling && active ? JobState.CANCELLING : state;
        return new JobSnapshot(id, title, shown, Map.copyOf(perState), List.copyOf(cells), current, waiting, problem, pausing && state == JobState.RUNNING, reloadNeeded, pacing, backingUp);
    }

    private BatchCell.State cellState(int batch) {
        if (skipped[batch] == size[batch]) {
            return BatchCell.State.SKIPPED;
        }
        if (done[batch] + notDone[batch] + skipped[batch] == size[batch]) {
            return BatchCell.State.SETTLED;
        }
        return batch == current || sent[batch] > 0 ? BatchCell.State.RUNNING : BatchCell.State.WAITING;
    }
}
