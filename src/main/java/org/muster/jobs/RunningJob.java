package org.muster.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.changes.ChangeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as others see it: what they may ask of it, and who hears of its changes. */
final class RunningJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private final JobContext context;
    private final List<List<Integer>> unansweredBefore;
    private final Journal journal;
    private final HandledNotes notes;
    /** One for all runs: what could not be noted before the job was stopped is offered again when it goes on. */
    private final JobJournal own;
    private final Safekeeping safekeeping;
    private final JobSettings settings;
    private final AccountPace pace;
    private final FutureTask<Planned> planned;
    private final JobControl control;
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Integer> handled = ConcurrentHashMap.newKeySet();
    private final Consumer<RunningJob> queue;
    private volatile CompletableFuture<Kept> accepted;

    /**
     * A new job.
     *
     * @param notes what the user has dealt with elsewhere, of all jobs
     * @param safekeeping where the account is copied to before anything in it is changed
     * @param pace what is known of the account's quotas
     * @param queue puts a job into the account's lane
     */
    static RunningJob begun(JobContext context, Journal journal, HandledNotes notes, Safekeeping safekeeping, JobSettings settings, AccountPace pace, Consumer<RunningJob> queue) {
        return new RunningJob(context, List.of(), journal, notes, safekeeping, settings, pace, plan -> new JobBoard(context.id(), context.changes(), plan), queue);
    }

    /** A job of an earlier run of Muster, stopped. */
    static RunningJob stopped(JobRecord record, JobService.Lane lane, Journal journal, HandledNotes notes, Safekeeping safekeeping, JobSettings settings, AccountPace pace, Consumer<RunningJob> queue) {
        JobContext context = new JobContext(record.id(), record.changes(), lane);
        RunningJob job = new RunningJob(context, record.unanswered(), journal, notes, safekeeping, settings, pace, plan -> new JobBoard(record, plan), queue);
        job.accepted = CompletableFuture.completedFuture(Kept.SAFE);
        job.handled.addAll(record.handled());
        return job;
    }

    private RunningJob(JobContext context, List<List<Integer>> unansweredBefore, Journal journal, HandledNotes notes, Safekeeping safekeeping, JobSettings settings, AccountPace pace, Function<BatchPlan, JobBoard> board, Consumer<RunningJob> queue) {
        this.context = context;
        this.unansweredBefore = unansweredBefore;
        this.journal = journal;
        this.notes = notes;
        this.own = new JobJournal(context.id(), journal, notes);
        this.safekeeping = safekeeping;
        this.settings = settings;
        this.pace = pace;
        this.planned = new FutureTask<>(() -> {
            BatchPlan plan = BatchPlan.of(context.changes().changes());
            return new Planned(plan, board.apply(plan));
        });
        this.control = new JobControl(settings.waiter());
        this.queue = queue;
    }

    /** Puts the job into its account's lane, for the first time. */
    void begin() {
        accepted = accept();
        queue.accept(this);
    }

    private CompletableFuture<Kept> accept() {
        return journal.accepted(context.id(), context.lane().id(), context.changes());
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
        try {
            new JobRunner(context, planned().plan(), unanswered(), own, safekeeping, board(), control, settings, pace, this::tell).run(this::insistOnAcceptance);
        } finally {
            goOn();
            end(); // whatever happens, nobody waits for ever
        }
    }

    /** A job at rest takes its place in the lane again, unless it is to stay so. */
    private void goOn() {
        if (board().state() == JobState.STOPPED && control.goesOn() && board().queueAgain()) {
            queue.accept(this);
        }
    }

    /**
     * What was sent before the job was stopped and is not accounted for: by request where an earlier run of Muster sent it, else by batch, which may be
     * more than one request. Then what one of them made leaves the others unknown at worst.
     */
    private List<List<Integer>> unanswered() {
        Set<Integer> open = board().inState(OutcomeState.SENT).stream().map(Outcome::row).collect(Collectors.toCollection(HashSet::new));
        List<List<Integer>> groups = new ArrayList<>();
        Stream.concat(unansweredBefore.stream(), planned().plan().batches().stream().map(BatchPlan.Batch::rows)).forEach(rows -> {
            List<Integer> group = rows.stream().filter(open::remove).toList();
            if (!group.isEmpty()) {
                groups.add(group);
            }
        });
        return groups;
    }

    /** A job whose changes are not safely noted sends nothing; one that never could be noted ends without a trace in the journal. */
    private boolean insistOnAcceptance() {
        JobPulse pulse = new JobPulse(board(), control, settings, pace, planned().plan(), this::tell, made -> new BackupFirst(Safekeeping.NONE, context.lane(), board(), control, made, this::tell)); // nothing is sent by it
        while (true) {
            Kept kept = accepted.join();
            if (kept == Kept.SAFE) {
                return true;
            }
            if (control.stopping()) {
                board().skipWaiting();
                board().end();
                return false;
            }
            pulse.pauseBecause(Ledger.notKept(kept));
            accepted = control.stopping() ? accepted : accept();
        }
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
        return board().snapshot(control.cancelling(), control.paused());
    }

    @Override
    public Set<Integer> handled() {
        return Set.copyOf(handled);
    }

    @Override
    public void markHandled(Collection<Integer> rows) {
        List<Integer> fresh = rows.stream().filter(handled::add).toList();
        if (!fresh.isEmpty()) {
            accepted.thenAccept(kept -> {
                if (kept == Kept.SAFE) { // of a job that is not in the journal nobody will be asked
                    notes.give(context.id(), fresh);
                }
            });
        }
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
        unstop();
    }

    @Override
    public void cancel() {
        control.cancel();
        if (board().queueAgain()) {
            control.begin();
            queue.accept(this); // what was sent is looked after before the rest is skipped
            tellUnlessEnded();
        } else if (board().endBeforeStart()) {
            Thread.ofVirtual().start(() -> {
                accepted.join();
                own.settled(board().inState(OutcomeState.SKIPPED));
                Kept kept = own.ended(JobState.CANCELLED);
                if (kept != Kept.SAFE) {
                    LOG.warn("The end of job {} could not be noted: {}", context.id(), kept);
                }
                end();
            });
        } else {
            tellUnlessEnded();
        }
    }

    @Override
    public void stop() {
        control.close();
        tellUnlessEnded();
    }

    @Override
    public void unstop() {
        control.reopen();
        goOn();
        tellUnlessEnded();
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
