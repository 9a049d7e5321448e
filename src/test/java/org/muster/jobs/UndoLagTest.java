package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.contacts.Contact;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** An undo that is planned right after its job, from reads that lag behind: nobody is called as they were who is not, nor gone who is there. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class UndoLagTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private UndoWorld world;

    @BeforeEach
    void open() {
        world = UndoWorld.ofFew(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static List<UndoPlan.Reason> reasons(UndoPlan plan) {
        return plan.left().stream().map(UndoPlan.Left::reason).toList();
    }

    private Job edit(List<Contact> some) {
        return world.run(some.stream().map(c -> UndoWorld.url(c, "https://example.org/edited")).toList());
    }

    @Test
    void whatIsReadFromBeforeTheJobIsReadAgain() {
        List<Contact> some = world.load().subList(0, 3);
        List<String> before = world.inWords();
        world.server.switches().readLag().set(FIVE_SECONDS);
        Job undo = world.undo(edit(some));
        assertThat(JobWorld.counts(undo)).isEqualTo(Map.of(OutcomeState.DONE, 3));
        world.assertSays(before);
    }

    @Test
    void whatStaysAsItWasBeforeTheJobCannotBeToldYet() {
        List<Contact> some = world.load().subList(0, 3);
        List<String> before = world.inWords();
        world.server.switches().readLag().set(Duration.ofMinutes(5));
        Job job = edit(some);
        UndoPlan plan = world.plan(job);
        assertThat(plan.steps()).isEmpty();
        assertThat(reasons(plan)).hasSize(3).containsOnly(UndoPlan.Reason.CANNOT_TELL);
        world.server.advance(Duration.ofMinutes(5));
        assertThat(JobWorld.counts(world.undo(job))).as("another time").isEqualTo(Map.of(OutcomeState.DONE, 3));
        world.assertSays(before);
    }

    @Test
    void whatTheBookKnowsBetterIsReadAgain() {
        Contact contact = world.load().getFirst();
        Job first = edit(List.of(contact));
        world.server.advance(Duration.ofMinutes(10));
        world.server.switches().readLag().set(FIVE_SECONDS);
        world.run(List.of(UndoWorld.url(world.book.find(contact.resourceName()).orElseThrow(), "https://example.org/again")));
        assertThat(world.plan(first).steps()).extracting(UndoPlan.Step::changedSince).as("another job changed it a moment ago").containsExactly(true);
    }

    @Test
    void whoWasMadeAMomentAgoIsNotCalledGone() {
        Job job = world.run(JobWorld.creates(2));
        WatchedGateway watched = new WatchedGateway(world.gateway);
        world.between = watched;
        AtomicInteger reads = new AtomicInteger();
        watched.got = items -> reads.incrementAndGet() <= 3 ? gone(items) : items;
        UndoPlan plan = world.plan(job);
        assertThat(reasons(plan)).isEmpty();
        assertThat(plan.steps()).hasSize(2);
        watched.got = UndoLagTest::gone;
        assertThat(reasons(world.plan(job))).as("patience ends").containsExactly(UndoPlan.Reason.GONE, UndoPlan.Reason.GONE);
    }

    @Test
    void whoWasNotTouchedForLongIsGoneAtOnce() {
        List<Contact> some = world.load().subList(0, 2);
        Job job = edit(some);
        world.server.deleteElsewhere(some.getFirst().resourceName());
        world.waiter.jump(Duration.ofDays(10_000));
        int waits = world.waiter.waits().size();
        assertThat(reasons(world.plan(job))).containsExactly(UndoPlan.Reason.GONE);
        assertThat(world.waiter.waits()).hasSize(waits);
    }

    private static Map<String, Answer<Contact>> gone(Map<String, Answer<Contact>> items) {
        Map<String, Answer<Contact>> none = new HashMap<>();
        items.keySet().forEach(name -> none.put(name, new Answer.Failed<>(new ApiError(ErrorCause.NOT_FOUND, 404, "NOT_FOUND", "", ""))));
        return none;
    }
}
