package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Reversal;
import org.muster.contacts.Contact;
import org.muster.jobs.JobService.Step;
import org.muster.practice.Fault;

/** Jobs that wait for their turn can be put into another order, and whatever the order, nothing is overwritten blindly. */
@Timeout(60)
class OrderTest {
    private final JobWorld world = new JobWorld();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
    private Contact ada;
    private Job atWork;

    /** One job is at work and goes no further. */
    @BeforeEach
    void holdTheLane() throws InterruptedException {
        ada = world.given(1).getFirst();
        world.server.faults().next(Fault.QUOTA_429);
        world.waiter.freeze();
        atWork = world.submit(JobWorld.creates(1), JobWorld.FIELDS);
        world.waiter.awaitWait();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Job waiting(String title, Change... changes) {
        Job job = world.service.submit(world.lane(), new ChangeSet(title, List.of(changes), JobWorld.FIELDS));
        job.addListener(now -> {
            synchronized (begun) {
                if (now.snapshot().state() != JobState.QUEUED && !begun.contains(title)) {
                    begun.add(title);
                }
            }
        });
        return job;
    }

    private void goOn(Job... jobs) {
        world.server.faults().clear();
        world.waiter.thaw();
        atWork.resume();
        for (Job job : jobs) {
            JobWorld.finish(job);
        }
    }

    @Test
    void theyHaveTheirTurnsInTheOrderTheyWerePutInto() {
        Job one = waiting("one", JobWorld.create("One"));
        Job two = waiting("two", JobWorld.create("Two"));
        Job three = waiting("three", JobWorld.create("Three"));
        assertThat(world.service.waiting("practice")).containsExactly(one, two, three);

        assertThat(world.service.movable(three, Step.LATER)).isFalse();
        assertThat(world.service.move(three, Step.LATER)).isFalse();
        assertThat(world.service.movable(one, Step.EARLIER)).as("what is at work stays at work").isFalse();
        assertThat(world.service.move(one, Step.EARLIER)).isFalse();
        assertThat(world.service.move(atWork, Step.LATER)).isFalse();
        assertThat(world.service.movable(three, Step.EARLIER)).isTrue();
        assertThat(world.service.move(three, Step.EARLIER)).isTrue();
        assertThat(world.service.move(three, Step.EARLIER)).isTrue();
        assertThat(world.service.move(one, Step.LATER)).isTrue();
        assertThat(world.service.waiting("practice")).containsExactly(three, two, one);

        goOn(one, two, three);
        assertThat(begun).containsExactly("three", "two", "one");
        assertThat(world.service.waiting("practice")).isEmpty();
        assertThat(world.service.move(one, Step.EARLIER)).isFalse();
        assertThat(world.server.log().maxMutatesInFlight()).isOne();
    }

    @Test
    void oneThatWasCancelledIsPassedOver() {
        Job one = waiting("one", JobWorld.create("One"));
        Job two = waiting("two", JobWorld.create("Two"));
        Job three = waiting("three", JobWorld.create("Three"));
        two.cancel();
        assertThat(world.service.waiting("practice")).containsExactly(one, three);
        assertThat(world.service.move(three, Step.EARLIER)).isTrue();
        assertThat(world.service.waiting("practice")).containsExactly(three, one);

        goOn(one, three);
        JobWorld.finish(two);
        assertThat(begun).containsSubsequence("three", "one");
        assertThat(JobWorld.counts(two)).containsOnlyKeys(OutcomeState.SKIPPED);
    }

    @Test
    void ofTwoThatChangeTheSameFieldTheSecondIsAConflictWhicheverItIs() {
        Job first = waiting("first", JobWorld.rename(ada, "First"));
        Job second = waiting("second", JobWorld.rename(ada, "Second"));
        world.service.move(second, Step.EARLIER);
        goOn(first, second);

        assertThat(JobWorld.counts(second)).containsOnlyKeys(OutcomeState.DONE);
        assertThat(JobWorld.counts(first)).containsOnlyKeys(OutcomeState.CONFLICT);
        assertThat(world.listed(JobWorld.FIELDS)).extracting(JobWorld::given).contains("Second").doesNotContain("First");
    }

    @Test
    void whatIsDeletedFirstIsNotChangedAfterwards() {
        Job change = waiting("change", JobWorld.rename(ada, "Changed"));
        Job delete = waiting("delete", new Change.Delete(ada));
        world.service.move(delete, Step.EARLIER);
        goOn(change, delete);

        assertThat(JobWorld.counts(delete)).containsOnlyKeys(OutcomeState.DONE);
        assertThat(JobWorld.counts(change)).containsOnlyKeys(OutcomeState.FAILED);
        assertThat(world.listed(JobWorld.FIELDS)).extracting(JobWorld::given).doesNotContain("Changed", JobWorld.given(ada));
    }

    @Test
    void whatWasChangedFirstIsNotDeletedUnseen() {
        Job delete = waiting("delete", new Change.Delete(ada));
        Job change = waiting("change", JobWorld.rename(ada, "Changed"));
        world.service.move(change, Step.EARLIER);
        goOn(change, delete);

        assertThat(JobWorld.counts(change)).containsOnlyKeys(OutcomeState.DONE);
        assertThat(JobWorld.counts(delete)).as("the order was the user's wish").containsOnlyKeys(OutcomeState.DONE);
    }

    @Test
    void whatTakesBackAJobStaysBehindIt() {
        Job one = waiting("one", JobWorld.create("One"));
        Job other = waiting("other", JobWorld.create("Other"));
        Job undo = world.service.submit(world.lane(), new ChangeSet("undo", List.of(JobWorld.rename(ada, "Undone")), JobWorld.FIELDS, Set.of(), Optional.of(new Reversal(one.id(), List.of(0)))));

        assertThat(world.service.move(undo, Step.EARLIER)).isTrue();
        assertThat(world.service.movable(undo, Step.EARLIER)).isFalse();
        assertThat(world.service.move(undo, Step.EARLIER)).isFalse();
        assertThat(world.service.movable(one, Step.LATER)).isFalse();
        assertThat(world.service.move(one, Step.LATER)).isFalse();
        assertThat(world.service.waiting("practice")).containsExactly(one, undo, other);
        goOn(one, other, undo);
    }
}
