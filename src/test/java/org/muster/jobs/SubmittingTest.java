package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muster.practice.Fault;

/** Handing in a job does not hold up whoever does it, and the job can be asked at once. */
@Timeout(60)
class SubmittingTest {
    @Test
    void aJobIsRightFromItsFirstMoment() {
        try (JobWorld world = new JobWorld()) {
            world.server.faults().next(Fault.QUOTA_429);
            world.waiter.freeze();
            world.submit(JobWorld.creates(1), JobWorld.FIELDS); // holds the lane
            JobSnapshot first = world.submit(JobWorld.creates(450), JobWorld.FIELDS).snapshot();

            assertThat(first.state()).isEqualTo(JobState.QUEUED);
            assertThat(first.total()).isEqualTo(450);
            assertThat(first.count(OutcomeState.WAITING)).isEqualTo(450);
            assertThat(first.batches()).extracting(BatchCell::size).containsExactly(200, 200, 50);
            world.waiter.thaw();
            world.service.jobs().forEach(Job::cancel);
        }
    }

    @Test
    void jobsAreToldOfInTheirOrderWhenTheyArePlannedAndNotOnTheThreadThatHandsThemIn() throws InterruptedException {
        try (JobWorld world = new JobWorld()) {
            List<String> told = Collections.synchronizedList(new ArrayList<>());
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            CountDownLatch all = new CountDownLatch(20);
            world.service.addListener(job -> {
                throw new IllegalStateException("a listener with a bug");
            });
            world.service.addListener(job -> {
                told.add(job.id());
                threads.add(Thread.currentThread());
                all.countDown();
            });
            List<Job> jobs = IntStream.range(0, 20).mapToObj(i -> world.submit(JobWorld.creates(1 + i), JobWorld.FIELDS)).toList();

            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(told).containsExactlyElementsOf(jobs.stream().map(Job::id).toList());
            assertThat(threads).doesNotContain(Thread.currentThread());
            jobs.forEach(JobWorld::finish);
        }
    }
}
