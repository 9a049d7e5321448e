package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.practice.Fault;
import org.muster.practice.Quotas;
import org.muster.practice.RequestLog;

/** Jobs that keep to what the account's quotas allow, over the wire against the documented costs. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class PacingTest {
    private static JobService.Lane lane(JobWorld world, QuotaStart start) {
        return new JobService.Lane("practice", world.gateway, world.book, start);
    }

    private static Job submit(JobWorld world, QuotaStart start, List<? extends Change> changes) {
        return world.service.submit(lane(world, start), new ChangeSet("a job", changes, FieldMask.none()));
    }

    private static long refused(JobWorld world) {
        return world.server.log().entries().stream().filter(e -> e.status() == 429).count();
    }

    private static List<RequestLog.Entry> sent(JobWorld world, String method) {
        return world.server.log().entries().stream().filter(e -> e.methodId().equals(method)).toList();
    }

    private static Duration waited(JobWorld world) {
        return world.waiter.waits().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void onAnAccountOfGooglesNothingIsRefused() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().enable();

            Job job = JobWorld.finish(submit(world, QuotaStart.CAUTIOUS, JobWorld.creates(3_000)));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3_000));
            assertThat(refused(world)).isZero();
            assertThat(sent(world, "people.batchCreateContacts")).hasSize(15);
            assertThat(waited(world)).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(130));
            assertThat(world.server.log().maxMutatesInFlight()).isEqualTo(1);
        }
    }

    /** Without pacing each minute but the last would end with a refusal: 9 of them. */
    @Test
    void onAnotherServerTheFirstRefusalTeachesTheRate() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().enable();

            Job job = JobWorld.finish(submit(world, QuotaStart.OPEN, JobWorld.creates(10_000)));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 10_000));
            assertThat(refused(world)).isBetween(1L, 4L);
            assertThat(waited(world)).isLessThan(Duration.ofMinutes(12));
        }
    }

    /** Two batches a minute are less than the defaults. Without pacing there would be 14 refusals. */
    @Test
    void aServerThatAllowsLessThanTheDefaultsIsLearntToo() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().capacity(Quotas.Metric.CRITICAL_WRITE, 12);
            world.server.quotas().enable();
            List<Change> changes = new ArrayList<>(JobWorld.creates(6_000));

            Job job = JobWorld.finish(submit(world, QuotaStart.CAUTIOUS, changes));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 6_000));
            assertThat(refused(world)).isBetween(1L, 5L);
        }
    }

    @Test
    void aServerWithoutQuotasIsNeverWaitedFor() {
        try (JobWorld world = new JobWorld()) {
            Job job = JobWorld.finish(submit(world, QuotaStart.OPEN, JobWorld.creates(6_000)));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 6_000));
            assertThat(world.waiter.waits()).isEmpty();
            assertThat(job.snapshot().pacing()).isEmpty();
        }
    }

    @Test
    void deletesArePacedByTheirOwnQuotaAndAJobOfBothKindsByBoth() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().capacity(Quotas.Metric.CRITICAL_READ, 1_000);
            List<Contact> there = world.given(2_500);
            world.server.quotas().enable();
            List<Change> changes = new ArrayList<>(JobWorld.creates(1_200));
            there.forEach(contact -> changes.add(new Change.Delete(contact)));

            Job job = JobWorld.finish(submit(world, QuotaStart.CAUTIOUS, changes));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3_700));
            assertThat(refused(world)).isZero();
            assertThat(sent(world, "people.batchDeleteContacts")).hasSize(5);
            assertThat(world.waiter.waits()).isNotEmpty();
        }
    }

    @Test
    void whatOneJobLearntTheNextOneOfTheAccountKnows() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().enable();
            JobWorld.finish(submit(world, QuotaStart.OPEN, JobWorld.creates(1_200)));
            assertThat(refused(world)).isEqualTo(1);

            JobWorld.finish(submit(world, QuotaStart.OPEN, JobWorld.creates(1_200)));

            assertThat(refused(world)).isEqualTo(1);
        }
    }

    @Test
    void aPacedJobShowsWhatItWaitsForAndHowLongItWillTake() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            Job job = held(world);

            JobSnapshot snapshot = job.snapshot();
            Instant now = world.waiter.now();
            assertThat(snapshot.state()).isEqualTo(JobState.WAITING);
            assertThat(snapshot.waiting()).contains(new Waiting(Waiting.Reason.QUOTA, now.plusSeconds(60)));
            assertThat(snapshot.problem()).isEmpty();
            assertThat(snapshot.pacing()).contains(new Pacing(5, Duration.ofMinutes(1), now.plusSeconds(120)));
            assertThat(snapshot.count(OutcomeState.DONE)).as("what was answered is taken in before the wait").isEqualTo(1_000);
            assertThat(snapshot.count(OutcomeState.WAITING)).isEqualTo(2_000);

            world.waiter.thaw();
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3_000));
            assertThat(job.snapshot().pacing()).isEmpty();
        }
    }

    @Test
    void aPacedJobCanBePausedWhileItWaits() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            Job job = held(world);
            CountDownLatch paused = once(job, s -> s.state() == JobState.PAUSED);
            job.pause();
            assertThat(paused.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(sent(world, "people.batchCreateContacts")).hasSize(5);

            world.waiter.thaw();
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3_000));
        }
    }

    @Test
    void aPacedJobCanBeCancelledWhileItWaits() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            Job job = held(world);
            job.cancel();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1_000, OutcomeState.SKIPPED, 2_000));
            assertThat(sent(world, "people.batchCreateContacts")).hasSize(5);
        }
    }

    /** Nothing was on its way: who leaves now leaves nothing in doubt. */
    @Test
    void aPacedJobCanBeLeftWhileItWaits() throws InterruptedException {
        JobWorld world = new JobWorld();
        Job job = held(world);
        world.service.close();
        assertThat(job.snapshot().state()).isEqualTo(JobState.STOPPED);
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1_000, OutcomeState.WAITING, 2_000));
        world.close();
    }

    @Test
    void whoAsksToTryAtOnceIsObeyed() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            Job job = held(world);
            job.resume();
            world.waiter.awaitWait(); // the batch was tried, and refused
            assertThat(sent(world, "people.batchCreateContacts")).hasSize(6);
            assertThat(job.snapshot().problem()).isPresent();
            world.waiter.thaw();
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3_000));
        }
    }

    /** The next batch is written while the one before is on its way, although the account is paced; only what has to wait goes alone. */
    @Test
    void pacingDoesNotCostTheOverlap() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().enable();
            WatchedGateway watched = new WatchedGateway(world.gateway);
            watched.onSending = number -> {
                if (number < 15) {
                    watched.awaitWritten(number == 1 ? 2 : 1);
                }
            };
            Job job = world.service.submit(new JobService.Lane("practice", watched, world.book, QuotaStart.CAUTIOUS), new ChangeSet("a job", JobWorld.creates(3_000), FieldMask.none()));

            assertThat(JobWorld.counts(JobWorld.finish(job))).isEqualTo(Map.of(OutcomeState.DONE, 3_000));
            assertThat(watched.mostFlying.get()).isEqualTo(1);
            assertThat(watched.written.get()).as("none is written twice").isEqualTo(15);
        }
    }

    /** Looking what became of a batch reads, and reads have their quota as well. */
    @Test
    void looksWaitForTheirTurnToo() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().capacity(Quotas.Metric.CRITICAL_READ, 12);
            world.server.quotas().enable();
            for (int i = 0; i < 3; i++) {
                world.server.faults().next(Fault.CUT_AFTER, "people.batchCreateContacts");
            }

            Job job = JobWorld.finish(submit(world, QuotaStart.OPEN, JobWorld.creates(1_000)));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1_000));
            assertThat(world.server.contactCount()).isEqualTo(1_000);
            assertThat(refused(world)).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void noContactIsGivenUpForTheDay() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().capacity(Quotas.Metric.CRITICAL_READ, 1_000);
            world.server.quotas().capacity(Quotas.Metric.CRITICAL_WRITE, 1_000);
            world.server.quotas().capacity(Quotas.Metric.DAILY_WRITES, 1_000);
            world.server.quotas().enable();

            Job job = JobWorld.finish(submit(world, QuotaStart.OPEN, JobWorld.creates(2_000)));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2_000));
            assertThat(waited(world)).isGreaterThan(Duration.ofHours(20));
        }
    }

    /** A job of 15 batches on an account that allows 5 a minute, held after the first five. */
    private static Job held(JobWorld world) throws InterruptedException {
        world.server.quotas().enable();
        world.waiter.freeze();
        Job job = submit(world, QuotaStart.CAUTIOUS, JobWorld.creates(3_000));
        world.waiter.awaitWait();
        return job;
    }

    private static CountDownLatch once(Job job, Predicate<JobSnapshot> when) {
        CountDownLatch seen = new CountDownLatch(1);
        job.addListener(changed -> {
            if (when.test(changed.snapshot())) {
                seen.countDown();
            }
        });
        return seen;
    }
}
