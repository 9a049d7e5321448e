package org.muster.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.muster.changes.ChangeSet;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** A job that this process must not carry out, since another one holds the account. It is neither journalled nor in any lane, and nothing that is asked of it changes that. */
final class RefusedJob implements Job {
    private final String account;
    private final ChangeSet changes;
    private final JobBoard board;

    private RefusedJob(String account, ChangeSet changes, JobBoard board) {
        this.account = account;
        this.changes = changes;
        this.board = board;
    }

    /** A new job: over, with nothing sent, and each contact says why. */
    static Job submitted(String id, String account, ChangeSet changes) {
        JobBoard board = new JobBoard(id, changes, BatchPlan.of(changes.changes()));
        ApiError why = new ApiError(ErrorCause.HELD_ELSEWHERE, 0, "", "", "");
        board.settle(IntStream.range(0, changes.size()).mapToObj(row -> new Outcome(row, changes.changes().get(row), OutcomeState.SKIPPED, Optional.of(why), Optional.empty())).toList());
        board.endBeforeStart();
        return new RefusedJob(account, changes, board);
    }

    /** A job of an earlier run: it stays as it is. It may be at work in the process that holds the account. */
    static Job known(JobRecord record) {
        return new RefusedJob(record.account(), record.changes(), new JobBoard(record, BatchPlan.of(record.changes().changes())));
    }

    @Override
    public String id() {
        return snapshot().id();
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
    public JobSnapshot snapshot() {
        return board.snapshot(false, false);
    }

    @Override
    public Set<Integer> handled() {
        return Set.of();
    }

    @Override
    public void markHandled(Collection<Integer> rows) {
        // nobody else is told: the journal is the holder's
    }

    @Override
    public List<Outcome> outcomes() {
        return board.outcomes();
    }

    @Override
    public void pause() {
        // there is nothing to pause
    }

    @Override
    public void resume() {
        // not by this process
    }

    @Override
    public void cancel() {
        // not by this process
    }

    @Override
    public void stop() {
        // nothing is at work
    }

    @Override
    public void unstop() {
        // nothing was stopped
    }

    @Override
    public void addListener(Consumer<Job> listener) {
        // nothing will change
    }

    @Override
    public void removeListener(Consumer<Job> listener) {
        // nobody is told of anything
    }

    @Override
    public void await() {
        // nothing is at work
    }
}
