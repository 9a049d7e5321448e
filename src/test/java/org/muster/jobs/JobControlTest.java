package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.ErrorCause;
import org.muster.people.GooglePeopleGateway;
import org.muster.practice.Fault;

/** Pausing, resuming, cancelling, leaving; and what a waiting job shows. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class JobControlTest {
    /** Runs {@code then} once, on the job's own thread, as soon as the job looks like {@code when}. */
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

    /** A job behind one that holds the lane, so that listeners are there before it starts. */
    private static Job behind(JobWorld world, List<? extends Change> changes) {
        Job first = world.submit(JobWorld.creates(1), JobWorld.FIELDS);
        Job job = world.submit(changes, JobWorld.FIELDS);
        assertThat(first).isNotSameAs(job);
        return job;
    }

    private static void seen(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"QUOTA_429", "UNAVAILABLE_503_BEFORE", "CUT_BEFORE"})
    void aWaitingJobShowsWhatForAndCanBePausedAndResumed(Fault fault) throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            world.server.faults().next(fault, "people.batchUpdateContacts");
            var contact = world.given(1).getFirst();
            world.server.faults().next(fault, "people.batchUpdateContacts");
            world.waiter.freeze();
            Job job = world.submit(List.of(JobWorld.rename(contact, "New")), JobWorld.FIELDS);
            CountDownLatch paused = once(job, s -> s.state() == JobState.PAUSED, j -> { });
            CountDownLatch waiting = once(job, s -> s.state() == JobState.WAITING, j -> { });
            if (job.snapshot().state() != JobState.WAITING) {
                seen(waiting);
            }

            JobSnapshot snapshot = job.snapshot();
            Waiting.Reason reason = switch (fault) {
                case QUOTA_429 -> Waiting.Reason.QUOTA;
                case CUT_BEFORE -> Waiting.Reason.NETWORK;
                default -> Waiting.Reason.SERVER;
            };
            assertThat(snapshot.waiting().orElseThrow().reason()).isEqualTo(reason);
            assertThat(snapshot.waiting().orElseThrow().until()).isAfter(world.waiter.now());
            assertThat(snapshot.problem()).isPresent();
            // what may have been carried out has been sent, and does not wait as if nothing had happened
            assertThat(snapshot.count(fault == Fault.QUOTA_429 ? OutcomeState.WAITING : OutcomeState.SENT)).isEqualTo(1);

            job.pause();
            if (job.snapshot().state() != JobState.PAUSED) {
                seen(paused);
            }
            assertThat(job.snapshot().waiting()).isEmpty();
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        }
    }

    @Test
    void resumeTriesAtOnce() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            var contact = world.given(1).getFirst();
            world.server.faults().next(Fault.QUOTA_429, "people.batchUpdateContacts");
            world.waiter.freeze();
            Job job = world.submit(List.of(JobWorld.rename(contact, "New")), JobWorld.FIELDS);
            CountDownLatch waiting = once(job, s -> s.state() == JobState.WAITING, j -> { });
            if (job.snapshot().state() != JobState.WAITING) {
                seen(waiting);
            }
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        }
    }

    @Test
    void resumeDoesNotCutPatienceShort() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().listLag().set(java.time.Duration.ofSeconds(5));
            world.server.faults().next(Fault.CUT_AFTER, "people.batchCreateContacts");
            world.waiter.freeze();
            Job job = world.submit(JobWorld.creates(2), JobWorld.FIELDS);
            for (int i = 0; i < 6; i++) { // more looks than patience has waits, and no time has passed
                world.waiter.awaitWait();
                assertThat(job.snapshot().waiting().orElseThrow().reason()).isEqualTo(Waiting.Reason.LOOKING);
                job.resume();
            }
            world.waiter.awaitWait();
            world.waiter.thaw();
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2));
            assertThat(world.server.contactCount()).isEqualTo(2);
        }
    }

    @Test
    void cancelStopsAfterTheBatchInFlight() {
        try (JobWorld world = new JobWorld()) {
            Job blocker = holding(world);
            Job job = world.submit(JobWorld.creates(600), JobWorld.FIELDS);
            once(job, s -> s.count(OutcomeState.SENT) > 0, Job::cancel);
            letGo(world, blocker);
            JobWorld.finish(job);

            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 200, OutcomeState.SKIPPED, 400));
            assertThat(job.snapshot().batches().stream().map(BatchCell::state)).containsExactly(BatchCell.State.SETTLED, BatchCell.State.SKIPPED, BatchCell.State.SKIPPED);
            assertThat(world.server.contactCount()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CUT_AFTER", "CUT_BEFORE"})
    void aCancelledJobStillLooksAfterAnUnansweredBatch(Fault fault) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().listLag().set(java.time.Duration.ofSeconds(5));
            Job blocker = holding(world);
            world.server.faults().next(fault, "people.batchCreateContacts");
            Job job = world.submit(JobWorld.creates(250), JobWorld.FIELDS);
            once(job, s -> s.count(OutcomeState.SENT) > 0, Job::cancel);
            letGo(world, blocker);
            JobWorld.finish(job);

            Map<OutcomeState, Integer> wanted = fault == Fault.CUT_AFTER ? Map.of(OutcomeState.DONE, 200, OutcomeState.SKIPPED, 50) : Map.of(OutcomeState.SKIPPED, 250);
            assertThat(JobWorld.counts(job)).isEqualTo(wanted);
            assertThat(world.server.contactCount()).isEqualTo(fault == Fault.CUT_AFTER ? 200 : 0);
        }
    }

    /** A job that holds the lane, waiting for quota, until {@link #letGo}; it leaves no contact behind. */
    private static Job holding(JobWorld world) {
        Contact gone = world.given(1).getFirst();
        world.server.faults().next(Fault.QUOTA_429, "people.batchDeleteContacts");
        world.waiter.freeze();
        Job job = world.submit(List.of(new Change.Delete(gone)), JobWorld.FIELDS);
        try {
            world.waiter.awaitWait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return job;
    }

    private static void letGo(JobWorld world, Job holding) {
        world.waiter.thaw();
        holding.resume();
    }

    @Test
    void aQueuedJobCanBeCancelledWhileAnotherHoldsTheLane() {
        try (JobWorld world = new JobWorld()) {
            var contact = world.given(1).getFirst();
            world.server.faults().next(Fault.QUOTA_429, "people.batchUpdateContacts");
            world.waiter.freeze();
            Job first = world.submit(List.of(JobWorld.rename(contact, "New")), JobWorld.FIELDS);
            Job second = world.submit(JobWorld.creates(3), JobWorld.FIELDS);
            assertThat(second.snapshot().state()).isEqualTo(JobState.QUEUED);
            second.cancel();
            JobWorld.finish(second);
            assertThat(JobWorld.counts(second)).isEqualTo(Map.of(OutcomeState.SKIPPED, 3));
            assertThat(first.snapshot().state().ended()).isFalse();
        }
    }

    @Test
    void aSignInThatIsNoLongerTakenPausesTheJobUntilTheUserHasConnectedAgain() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            world.token.set("wrong");
            Job job = world.submit(JobWorld.creates(3), JobWorld.FIELDS);
            CountDownLatch paused = once(job, s -> s.state() == JobState.PAUSED, j -> { });
            if (job.snapshot().state() != JobState.PAUSED) {
                seen(paused);
            }
            assertThat(job.snapshot().problem().orElseThrow().cause()).isEqualTo(ErrorCause.SIGNED_OUT);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.WAITING, 3));

            world.token.set(world.server.token());
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
        }
    }

    @Test
    void anUnreachableServerIsWaitedForAndFailsNobody() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            JobService.Lane nowhere = new JobService.Lane("nowhere", GooglePeopleGateway.withToken(URI.create("http://127.0.0.1:9/"), () -> "t"), new ContactBook());
            world.waiter.freeze();
            Job job = world.service.submit(nowhere, new ChangeSet("to nowhere", JobWorld.creates(2), JobWorld.FIELDS));
            CountDownLatch waiting = once(job, s -> s.state() == JobState.WAITING, j -> { });
            if (job.snapshot().state() != JobState.WAITING) {
                seen(waiting);
            }
            assertThat(job.snapshot().waiting().orElseThrow().reason()).isEqualTo(Waiting.Reason.NETWORK);
            assertThat(job.snapshot().problem().orElseThrow().cause()).isEqualTo(ErrorCause.UNREACHABLE);
            job.cancel();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.SKIPPED, 2));
        }
    }

    @Test
    void closingStopsEveryJobWhereItStands() {
        JobWorld world = new JobWorld();
        var contact = world.given(1).getFirst();
        world.server.faults().next(Fault.QUOTA_429, "people.batchUpdateContacts");
        world.waiter.freeze();
        Job waiting = world.submit(List.of(JobWorld.rename(contact, "New")), JobWorld.FIELDS);
        Job queued = world.submit(JobWorld.creates(3), JobWorld.FIELDS);
        world.service.close();

        assertThat(List.of(waiting.snapshot().state(), queued.snapshot().state())).containsOnly(JobState.STOPPED);
        assertThat(JobWorld.counts(queued)).isEqualTo(Map.of(OutcomeState.WAITING, 3));
        world.close();
    }

    @Test
    void closingAsksNothingMoreForJobsThatHaveNotBegun() {
        try (JobWorld world = new JobWorld()) {
            Contact contact = world.given(1).getFirst();
            Job blocker = holding(world);
            Change.Update labels = new Change.Update(contact, contact.copy().setMemberships(List.of()), FieldMask.of(PersonField.MEMBERSHIPS));
            Job queued = world.submit(List.of(labels), JobWorld.FIELDS);
            world.server.log().clear();
            queued.stop();
            letGo(world, blocker);
            JobWorld.finish(queued);

            assertThat(queued.snapshot().state()).isEqualTo(JobState.STOPPED);
            assertThat(world.server.log().count("contactGroups.list")).isZero();
        }
    }

    /** Somebody stops the jobs to leave, and then stays. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoppedJobGoesOnInTheSameRun(boolean resumed) throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().listLag().set(java.time.Duration.ofSeconds(5));
            Job blocker = holding(world);
            world.server.faults().next(Fault.CUT_AFTER, "people.batchCreateContacts");
            Job job = world.submit(JobWorld.creates(250), JobWorld.FIELDS);
            once(job, s -> s.count(OutcomeState.SENT) > 0, Job::stop);
            letGo(world, blocker);
            JobWorld.finish(job);
            assertThat(job.snapshot().state()).isEqualTo(JobState.STOPPED);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.SENT, 200, OutcomeState.WAITING, 50));

            CountDownLatch over = new CountDownLatch(1);
            once(job, s -> s.state().ended() || s.state() == JobState.STOPPED, j -> over.countDown());
            if (resumed) {
                job.resume();
            } else {
                job.cancel();
            }
            seen(over);
            assertThat(JobWorld.counts(job)).isEqualTo(resumed ? Map.of(OutcomeState.DONE, 250) : Map.of(OutcomeState.DONE, 200, OutcomeState.SKIPPED, 50));
            assertThat(world.server.contactCount()).isEqualTo(resumed ? 250 : 200);
        }
    }

    @Test
    void aJobThatIsKeptOpenBeforeItHasStoppedGoesOnAsIfNobodyHadAsked() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            Job blocker = holding(world);
            Job job = world.submit(JobWorld.creates(450), JobWorld.FIELDS);
            CountDownLatch stopped = once(job, s -> s.state() == JobState.STOPPED, j -> { });
            once(job, s -> s.count(OutcomeState.SENT) > 0, j -> { // with a batch on its way
                j.stop();
                j.resume();
            });
            letGo(world, blocker);
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 450));
            assertThat(stopped.getCount()).as("never stood still").isEqualTo(1);
            assertThat(world.server.contactCount()).isEqualTo(450);
        }
    }

    /** It has looked once only, as there was no time: what that look did not show is no reason to send it again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobThatIsKeptOpenWhileItStopsComesToRestFirst(boolean resumed) throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            WatchedGateway watched = new WatchedGateway(world.gateway);
            world.server.switches().listLag().set(java.time.Duration.ofSeconds(5));
            Job blocker = holding(world);
            world.server.faults().next(Fault.CUT_AFTER, "people.batchCreateContacts");
            Job job = world.service.submit(new JobService.Lane("practice", watched, world.book), new ChangeSet("a job", JobWorld.creates(250), JobWorld.FIELDS));
            AtomicBoolean kept = new AtomicBoolean();
            watched.onReading = () -> {
                if (kept.compareAndSet(false, true)) {
                    if (resumed) {
                        job.resume();
                    } else {
                        job.cancel();
                    }
                }
            };
            once(job, s -> s.count(OutcomeState.SENT) > 0, Job::stop);
            CountDownLatch ended = once(job, s -> s.state().ended(), j -> { });
            letGo(world, blocker);
            seen(ended);
            assertThat(JobWorld.counts(job)).isEqualTo(resumed ? Map.of(OutcomeState.DONE, 250) : Map.of(OutcomeState.DONE, 200, OutcomeState.SKIPPED, 50));
            assertThat(world.server.contactCount()).isEqualTo(resumed ? 250 : 200);
        }
    }

    @Test
    void closingWaitsUntilItIsNotedThatAJobWasCancelled() throws InterruptedException {
        MemoryJournal journal = new MemoryJournal();
        CompletableFuture<Kept> second = new CompletableFuture<>();
        Journal slow = new JournalBeside(journal) {
            @Override
            public CompletableFuture<Kept> accepted(String jobId, String account, ChangeSet changes) {
                return changes.size() == 2 ? second : super.accepted(jobId, account, changes);
            }
        };
        try (JobWorld world = new JobWorld()) {
            LaneJobService service = new LaneJobService(slow, JobSettings.standard().with(world.waiter));
            world.server.faults().next(Fault.QUOTA_429, "people.batchCreateContacts");
            world.waiter.freeze();
            service.submit(world.lane(), new ChangeSet("holds the lane", JobWorld.creates(1), JobWorld.FIELDS));
            world.waiter.awaitWait();
            Job job = service.submit(world.lane(), new ChangeSet("cancelled", JobWorld.creates(2), JobWorld.FIELDS));
            job.cancel();
            Thread closing = Thread.ofVirtual().start(service::close);
            assertThat(closing.join(java.time.Duration.ofMillis(300))).as("left before it was noted").isFalse();
            second.complete(Kept.SAFE);
            closing.join();
            assertThat(journal.entries()).contains(new MemoryJournal.Entry.Ended(job.id(), JobState.CANCELLED));
        }
    }

    @Test
    void aBugEndsTheJobWithEveryRowAccountedForAndTheLaneGoesOn() {
        try (JobWorld world = new JobWorld()) {
            Journal broken = new JournalBeside(new MemoryJournal()) {
                @Override
                public CompletableFuture<Kept> settled(String jobId, List<Outcome> outcomes) {
                    throw new IllegalStateException("the journal is full");
                }
            };
            try (LaneJobService service = new LaneJobService(broken, JobSettings.standard().with(world.waiter))) {
                Job job = JobWorld.finish(service.submit(world.lane(), new ChangeSet("broken", JobWorld.creates(450), JobWorld.FIELDS)));
                Job next = JobWorld.finish(service.submit(world.lane(), new ChangeSet("next", JobWorld.creates(1), JobWorld.FIELDS)));

                // the second batch was on its way when the bug met the answer to the first
                assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.UNKNOWN, 400, OutcomeState.SKIPPED, 50));
                assertThat(next.snapshot().state().ended()).isTrue();
            }
        }
    }

    @Test
    void theJournalHearsOfEveryRowBeforeItIsSentAndAfter() {
        try (JobWorld world = new JobWorld()) {
            Job job = world.run(JobWorld.creates(450, i -> i == 3), JobWorld.FIELDS);

            List<MemoryJournal.Entry> entries = world.journal.entries();
            assertThat(entries.getFirst()).isInstanceOf(MemoryJournal.Entry.Accepted.class);
            assertThat(entries.getLast()).isEqualTo(new MemoryJournal.Entry.Ended(job.id(), JobState.FINISHED));
            boolean[] sent = new boolean[450];
            boolean[] settled = new boolean[450];
            for (MemoryJournal.Entry entry : entries) {
                switch (entry) {
                    case MemoryJournal.Entry.Saved saved -> { }
                    case MemoryJournal.Entry.Sending(String id, List<Integer> rows) -> rows.forEach(r -> sent[r] = true);
                    case MemoryJournal.Entry.Settled(String id, List<Outcome> outcomes) -> outcomes.forEach(o -> {
                        assertThat(sent[o.row()]).isTrue();
                        assertThat(settled[o.row()]).isFalse();
                        settled[o.row()] = true;
                    });
                    case MemoryJournal.Entry.Accepted a -> { }
                    case MemoryJournal.Entry.Ended e -> { }
                }
            }
            assertThat(settled).doesNotContain(false);
        }
    }
}
