package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.practice.Fault;

/** Batches that are written while another is on its way: still one at a time, and never one that ought to look different by the time it is sent. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class BatchTrainTest {
    private static final String UPDATE = "people.batchUpdateContacts";
    private static final String CREATE = "people.batchCreateContacts";

    private final JobWorld world = new JobWorld();
    private final WatchedGateway gateway = new WatchedGateway(world.gateway);

    @AfterEach
    void close() {
        world.close();
    }

    private Job submit(List<? extends Change> changes) {
        return world.service.submit(new JobService.Lane("practice", gateway, world.book), new ChangeSet("a job", changes, JobWorld.FIELDS));
    }

    /** Submits behind another job of the lane, so that the answer can be acted upon with the job in hand. */
    private Job submitAndMeanwhile(List<? extends Change> changes, java.util.function.Consumer<Job> whileTheFirstIsOnItsWay) {
        AtomicReference<Job> job = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        gateway.onSending = number -> {
            if (number == 1) {
                await(known);
                gateway.awaitWritten(2); // its own and the next
                whileTheFirstIsOnItsWay.accept(job.get());
            }
        };
        job.set(submit(changes));
        known.countDown();
        return job.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long sendingsWritten() {
        return world.journal.entries().stream().filter(e -> e instanceof MemoryJournal.Entry.Sending).count();
    }

    @Test
    void theNextBatchIsWrittenWhileOneIsOnItsWayAndSentOnlyWhenThatWasAnswered() {
        List<Long> journalled = new ArrayList<>();
        gateway.onSending = number -> {
            journalled.add(sendingsWritten());
            gateway.awaitWritten(number == 1 ? 2 : number < 5 ? 1 : 0);
        };
        Job job = JobWorld.finish(submit(JobWorld.creates(1_000)));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1_000));
        assertThat(world.server.contactCount()).isEqualTo(1_000);
        assertThat(gateway.mostFlying).hasValue(1);
        assertThat(world.server.log().maxMutatesInFlight()).isEqualTo(1);
        assertThat(gateway.sent).hasValue(5);
        assertThat(gateway.written).hasValue(5);
        for (int batch = 0; batch < 5; batch++) {
            assertThat(journalled.get(batch)).as("batch %d was noted before it went out; the one after it may have been, too", batch + 1).isBetween(batch + 1L, batch + 2L);
        }
        assertThat(sendingsWritten()).isEqualTo(5);
    }

    @Test
    void aCancelBeforeItIsSentSendsNothing() {
        Job job = JobWorld.finish(submitAndMeanwhile(JobWorld.creates(600), Job::cancel));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 200, OutcomeState.SKIPPED, 400));
        assertThat(world.server.log().count(CREATE)).isEqualTo(1);
        assertThat(sendingsWritten()).as("the next one was noted ahead, and not sent").isEqualTo(2);
    }

    @Test
    void aPauseBeforeItIsSentSendsNothingUntilItIsResumed() {
        CountDownLatch paused = new CountDownLatch(1);
        Job job = submitAndMeanwhile(JobWorld.creates(600), pausing -> {
            pausing.addListener(j -> {
                if (j.snapshot().state() == JobState.PAUSED) {
                    paused.countDown();
                }
            });
            pausing.pause();
        });
        await(paused);

        assertThat(job.snapshot().count(OutcomeState.DONE)).isEqualTo(200);
        assertThat(job.snapshot().count(OutcomeState.WAITING)).isEqualTo(400);
        assertThat(world.server.log().count(CREATE)).isEqualTo(1);
        job.resume();
        assertThat(JobWorld.counts(JobWorld.finish(job))).isEqualTo(Map.of(OutcomeState.DONE, 600));
        assertThat(world.server.log().count(CREATE)).isEqualTo(3);
        assertThat(gateway.written).as("what was written before the pause is not sent after it").hasValue(4);
    }

    @Test
    void aNewerVersionHeardOfMeanwhileIsTheOneItIsSentUnder() {
        List<Contact> there = world.given(400);
        Job job = JobWorld.finish(submitAndMeanwhile(there.stream().map(c -> JobWorld.rename(c, "Mine")).toList(), running -> {
            world.server.changeElsewhere(there.getLast().resourceName(), person -> person.add("nicknames", nickname()));
            world.load();
        }));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 400));
        assertThat(world.server.log().count(UPDATE)).as("no request was made for nothing").isEqualTo(2);
        assertThat(world.server.contact(there.getLast().resourceName()).toString()).contains("Mine").contains("theirs");
    }

    private static JsonArray nickname() {
        JsonObject nickname = new JsonObject();
        nickname.addProperty("value", "theirs");
        JsonArray all = new JsonArray();
        all.add(nickname);
        return all;
    }

    @Test
    void twoBatchesWithTheSameContactsWaitForEachOther() {
        List<Contact> there = world.given(150);
        List<Change> changes = Stream.concat(there.stream().map(c -> JobWorld.rename(c, "Mine")), there.stream().map(c -> JobWorld.email(c, "a@example.org"))).map(c -> (Change) c).toList();
        Job job = JobWorld.finish(submit(changes));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 300));
        assertThat(world.server.log().count(UPDATE)).as("no request was made for nothing").isEqualTo(2);
    }

    @Test
    void anAnswerThatPassesSomebodyOverIsLookedIntoWhenNothingIsOnItsWay() {
        gateway.onSending = number -> gateway.awaitWritten(number == 1 ? 2 : 0);
        world.server.faults().latency(Duration.ofMillis(100)); // time enough to do something wrong meanwhile
        gateway.created = items -> gateway.sent.get() <= 2 ? items.subList(1, items.size()) : items;
        Job job = JobWorld.finish(submit(JobWorld.creates(600)));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 600));
        assertThat(world.server.contactCount()).isEqualTo(600);
        assertThat(gateway.readsMeanwhile).hasValue(0);
        assertThat(gateway.sent).hasValue(3);
    }

    @Test
    void whatWasWrittenIsForgottenWhenTheOneBeforeItWasNotTaken() {
        world.server.faults().next(Fault.UNAVAILABLE_503_AFTER, CREATE, 2);
        Job job = JobWorld.finish(submit(JobWorld.creates(600)));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 600));
        assertThat(world.server.contactCount()).isEqualTo(600);
        assertThat(world.server.log().count(CREATE)).isEqualTo(3);
        assertThat(gateway.readsMeanwhile).hasValue(0);
        assertThat(gateway.mostFlying).hasValue(1);
    }
}
