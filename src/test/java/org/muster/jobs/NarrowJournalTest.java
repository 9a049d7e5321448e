package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.jobs.UndoWorld.deletes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.store.StoreProblem;

/** A journal that takes nothing for a while, about what has been done already: it hears of it later, and until then nobody does it twice. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class NarrowJournalTest {
    @TempDir
    Path folder;

    private UndoWorld world;
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean fullForJobs = new AtomicBoolean();
    private final AtomicBoolean fullForHandled = new AtomicBoolean();
    private LaneJobService service;

    @BeforeEach
    void open() {
        world = UndoWorld.ofFew(folder);
        service = new LaneJobService(new JournalBeside(world.journal) {
            @Override
            public CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
                return full.get() ? CompletableFuture.completedFuture(Kept.DISK_FULL) : super.settled(jobId, outcomes);
            }

            @Override
            public CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes) {
                return fullForJobs.get() ? CompletableFuture.completedFuture(Kept.DISK_FULL) : super.accepted(jobId, account, changes);
            }

            @Override
            public CompletableFuture<Kept> handled(String jobId, Collection<Integer> rows) {
                return fullForHandled.get() ? CompletableFuture.completedFuture(Kept.DISK_FULL) : super.handled(jobId, rows);
            }
        }, JobSettings.standard().with(world.waiter));
    }

    @AfterEach
    void close() {
        service.close();
        world.close();
    }

    private static CountDownLatch once(Job job, Predicate<JobSnapshot> when, Consumer<Job> then) {
        CountDownLatch seen = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        job.addListener(j -> {
            if (when.test(j.snapshot()) && done.compareAndSet(false, true)) {
                then.accept(j);
                seen.countDown();
            }
        });
        return seen;
    }

    /** A job that is stopped while its first batch is on its way, of which the journal does not take what became of it. */
    private Job stopped(ChangeSet changes) throws InterruptedException {
        world.server.faults().next(Fault.QUOTA_429, "people.batchDeleteContacts");
        world.waiter.freeze();
        Job holding = service.submit(world.lane(), new ChangeSet("holds the lane", deletes(world.book.contacts().subList(20, 21)), UndoWorld.ALL));
        world.waiter.awaitWait();
        Job job = service.submit(world.lane(), changes);
        once(job, s -> s.count(OutcomeState.SENT) > 0, j -> {
            full.set(true);
            j.stop();
        });
        world.waiter.thaw();
        holding.resume();
        JobWorld.finish(job);
        assertThat(job.snapshot().state()).isEqualTo(JobState.STOPPED);
        full.set(false);
        return job;
    }

    private static void toTheEnd(Job job, Consumer<Job> way) throws InterruptedException {
        CountDownLatch over = once(job, s -> s.state().ended(), j -> { });
        way.accept(job);
        assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private Map<OutcomeState, Long> noted(Job job) throws StoreProblem {
        return world.archive.job(job.id()).orElseThrow().outcomes().stream().collect(Collectors.groupingBy(Outcome::state, Collectors.counting()));
    }

    @Test
    void whatBecameOfAStoppedJobsRowsIsNotedWhenItGoesOn() throws Exception {
        List<Contact> some = world.load().subList(0, 3);
        world.photo(some.getFirst(), UndoWorld.picture(1));
        int all = world.load().size();
        Job job = world.run(deletes(some));
        Job undo = stopped(world.plan(job).changes("Undo", step -> true, UndoWorld.ALL));
        assertThat(noted(undo)).isEqualTo(Map.of(OutcomeState.SENT, 3L, OutcomeState.WAITING, 1L));
        toTheEnd(undo, Job::resume);

        assertThat(JobWorld.counts(undo)).isEqualTo(Map.of(OutcomeState.DONE, 4));
        assertThat(noted(undo)).isEqualTo(Map.of(OutcomeState.DONE, 4L));
        assertThat(world.plan(job).steps()).as("undone already").isEmpty();
        assertThat(world.listed()).hasSize(all - 1);
    }

    @Test
    void andWhenItIsCancelledInstead() throws Exception {
        List<Contact> some = world.load().subList(0, 3);
        world.photo(some.getFirst(), UndoWorld.picture(1));
        Job job = world.run(deletes(some));
        Job undo = stopped(world.plan(job).changes("Undo", step -> true, UndoWorld.ALL));
        toTheEnd(undo, Job::cancel);
        assertThat(noted(undo)).isEqualTo(Map.of(OutcomeState.DONE, 3L, OutcomeState.SKIPPED, 1L));
    }

    private static ChangeSet creates(String name) {
        return new ChangeSet(name, List.of(JobWorld.create(name)), UndoWorld.ALL);
    }

    /** Else it would be offered to be sent again after the next start. */
    @Test
    void whatWasDealtWithElsewhereIsNotedBeforeAnythingElseIsSent() throws Exception {
        Job first = JobWorld.finish(service.submit(world.lane(), creates("First")));
        Job third = JobWorld.finish(service.submit(world.lane(), creates("Third")));
        int sent = world.server.log().count("people.batchCreateContacts");
        fullForHandled.set(true);
        first.markHandled(List.of(0));
        Job second = service.submit(world.lane(), creates("Second"));
        CountDownLatch paused = once(second, s -> s.state() == JobState.PAUSED, j -> { });
        assertThat(second.snapshot().state() == JobState.PAUSED || paused.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.snapshot().problem().orElseThrow().cause()).isEqualTo(ErrorCause.DISK_FULL);
        assertThat(world.server.log().count("people.batchCreateContacts")).isEqualTo(sent);
        third.markHandled(List.of(0));

        fullForHandled.set(false);
        second.resume();
        JobWorld.finish(second);
        assertThat(JobWorld.counts(second)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(world.archive.job(first.id()).orElseThrow().handled()).containsExactly(0);
        assertThat(world.archive.job(third.id()).orElseThrow().handled()).containsExactly(0);
    }

    @Test
    void ofAJobTheJournalNeverTookNothingIsNoted() throws Exception {
        fullForJobs.set(true);
        Job first = service.submit(world.lane(), creates("First"));
        CountDownLatch paused = once(first, s -> s.state() == JobState.PAUSED, j -> { });
        assertThat(first.snapshot().state() == JobState.PAUSED || paused.await(30, TimeUnit.SECONDS)).isTrue();
        first.cancel();
        JobWorld.finish(first);
        first.markHandled(List.of(0));
        fullForJobs.set(false);
        assertThat(JobWorld.counts(JobWorld.finish(service.submit(world.lane(), creates("Second"))))).isEqualTo(Map.of(OutcomeState.DONE, 1));
    }

    @Test
    void itIsNotedAtLastWhenTheJobsAreLeft() throws Exception {
        Job first = JobWorld.finish(service.submit(world.lane(), creates("First")));
        fullForHandled.set(true);
        first.markHandled(List.of(0));
        fullForHandled.set(false);
        service.close();
        assertThat(world.archive.job(first.id()).orElseThrow().handled()).containsExactly(0);
    }

    /** A journal of earlier times, or one that was tampered with. */
    @Test
    void whatWasSentByAJobThatHasEndedAndIsNotKnownIsInDoubt() throws Exception {
        List<Contact> some = world.load().subList(0, 3);
        Job job = world.run(deletes(some));
        ChangeSet undo = world.plan(job).changes("Undo", step -> true, UndoWorld.ALL);
        world.journal.accepted("undo", "practice", undo).join();
        world.journal.sending("undo", List.of(0, 1)).join();
        world.journal.settled("undo", List.of(new Outcome(2, undo.changes().get(2), OutcomeState.SKIPPED, Optional.empty(), Optional.empty()))).join();
        world.journal.ended("undo", JobState.FINISHED).join();

        UndoPlan plan = world.plan(job);
        assertThat(plan.left()).extracting(UndoPlan.Left::reason).containsExactly(UndoPlan.Reason.UNKNOWN, UndoPlan.Reason.UNKNOWN);
        assertThat(plan.steps()).extracting(UndoPlan.Step::row).containsExactly(2);
        assertThat(some).extracting(contact -> world.archive.returns("practice").coming(contact.resourceName())).containsExactly(true, true, false);
        assertThat(world.journal.marksNeeded("practice")).containsExactlyInAnyOrder("undo/0", "undo/1");
        assertThat(world.archive.job("undo").orElseThrow().outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.UNKNOWN, OutcomeState.UNKNOWN, OutcomeState.SKIPPED);

        world.journal.settled("undo", List.of(new Outcome(0, undo.changes().get(0), OutcomeState.SKIPPED, Optional.empty(), Optional.empty()),
                new Outcome(1, undo.changes().get(1), OutcomeState.SKIPPED, Optional.empty(), Optional.empty()))).join();
        assertThat(world.plan(job).steps()).as("somebody has looked").hasSize(3);
        assertThat(world.journal.marksNeeded("practice")).isEmpty();
    }
}
