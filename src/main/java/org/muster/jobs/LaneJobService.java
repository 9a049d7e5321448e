package org.muster.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.muster.changes.ChangeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane per account id: a thread that carries out the account's jobs one after another, so that at most one mutate is ever in flight. */
public final class LaneJobService implements JobService {
    private static final Logger LOG = LoggerFactory.getLogger(LaneJobService.class);

    private final Journal journal;
    private final HandledNotes notes;
    private final Safekeeping safekeeping;
    private final JobSettings settings;
    private final Holding holding;
    private final Map<String, LaneQueue> lanes = new HashMap<>();
    /** What was learnt of each account's quotas, for as long as Muster runs. */
    private final Map<String, AccountPace> paces = new ConcurrentHashMap<>();
    private final List<RunningJob> jobs = new ArrayList<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    /** Plans jobs and tells of them, in the order they came: neither shall hold up whoever submits one. */
    private final ExecutorService planner = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("planner of jobs").factory());
    private boolean closed;

    /** Jobs that do not copy an account before they change it. */
    public LaneJobService(Journal journal, JobSettings settings) {
        this(journal, settings, Safekeeping.NONE);
    }

    /** @param safekeeping where an account is copied to before anything in it is changed */
    public LaneJobService(Journal journal, JobSettings settings, Safekeeping safekeeping) {
        this(journal, settings, safekeeping, Holding.ALWAYS);
    }

    /** @param holding which accounts may be changed; jobs of others are refused */
    public LaneJobService(Journal journal, JobSettings settings, Safekeeping safekeeping, Holding holding) {
        this.holding = holding;
        this.journal = journal;
        this.notes = new HandledNotes(journal);
        this.safekeeping = safekeeping;
        this.settings = settings;
    }

    @Override
    public Job submit(Lane lane, ChangeSet changes) {
        String id = UUID.randomUUID().toString();
        if (!holding.holds(lane.id())) {
            LOG.warn("a job was not accepted, since another process holds its account");
            return RefusedJob.submitted(id, lane.id(), changes);
        }
        RunningJob job = RunningJob.begun(new JobContext(id, changes, lane), journal, notes, safekeeping, settings, pace(lane), this::queue);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("no job is accepted any more");
            }
            jobs.add(job);
            job.begin();
            planner.execute(() -> tell(job));
        }
        return job;
    }

    private void tell(RunningJob job) {
        job.plan();
        for (Consumer<Job> listener : listeners) {
            try {
                listener.accept(job);
            } catch (RuntimeException e) {
                LOG.error("A listener did not take job {}", job.id(), e);
            }
        }
    }

    @Override
    public Job takeUp(Lane lane, JobRecord record) {
        if (!holding.holds(lane.id())) {
            return RefusedJob.known(record);
        }
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("no job is accepted any more");
            }
            Optional<RunningJob> known = jobs.stream().filter(j -> j.id().equals(record.id())).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            RunningJob job = RunningJob.stopped(record, lane, journal, notes, safekeeping, settings, pace(lane), this::queue);
            jobs.add(job);
            planner.execute(() -> tell(job));
            return job;
        }
    }

    private AccountPace pace(Lane lane) {
        return paces.computeIfAbsent(lane.id(), id -> new AccountPace(lane.quota()));
    }

    private synchronized void queue(RunningJob job) {
        if (!closed) {
            lanes.computeIfAbsent(job.account(), LaneQueue::new).add(job);
        }
    }

    private synchronized Optional<LaneQueue> lane(String account) {
        return Optional.ofNullable(lanes.get(account));
    }

    @Override
    public List<Job> waiting(String account) {
        return lane(account).map(LaneQueue::waiting).orElse(List.of());
    }

    @Override
    public boolean movable(Job job, Step step) {
        return lane(job.account()).map(lane -> lane.movable(job, step)).orElse(false);
    }

    @Override
    public boolean move(Job job, Step step) {
        return lane(job.account()).map(lane -> lane.move(job, step)).orElse(false);
    }

    @Override
    public synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }

    @Override
    public LabelMaker labelMaker() {
        return new LabelMaker(safekeeping, settings, holding);
    }

    @Override
    public JobSettings settings() {
        return settings;
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
        List<LaneQueue> open;
        synchronized (this) {
            closed = true;
            jobs.reversed().forEach(RunningJob::stop); // those that wait before those they wait for, or one of them begins
            open = List.copyOf(lanes.values());
        }
        planner.close();
        open.forEach(LaneQueue::close);
        jobs().stream().filter(job -> job.snapshot().state().ended()).forEach(LaneJobService::untilNoted);
        Kept kept = notes.insist();
        if (kept != Kept.SAFE) {
            LOG.warn("What was dealt with elsewhere could not be noted: {}", kept);
        }
    }

    /** One that is cancelled before it begins is noted to have ended by a thread of its own. */
    private static void untilNoted(Job job) {
        try {
            job.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
