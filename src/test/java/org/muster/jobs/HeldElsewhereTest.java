package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.Answer;
import org.muster.people.ErrorCause;
import org.muster.people.HeldGateway;
import org.muster.people.PeopleGateway;
import org.muster.people.Prepared;

/** An account that another process holds: nothing is sent or noted, whoever asks for it and however. */
class HeldElsewhereTest {
    private static final Set<String> READS = Set.of("people.connections.list", "people.getBatchGet", "contactGroups.list");

    private final AtomicBoolean held = new AtomicBoolean();

    private LaneJobService service(JobWorld world) {
        return new LaneJobService(world.journal, JobSettings.standard().with(world.waiter), Safekeeping.NONE, account -> held.get());
    }

    @Test
    void aJobIsRefusedWithAValueAndNobodyHearsOfIt() throws Exception {
        try (JobWorld world = new JobWorld(); LaneJobService service = service(world)) {
            List<Contact> people = world.given(3);
            world.server.log().clear();
            List<Job> told = new ArrayList<>();
            service.addListener(told::add);
            List<Change> changes = people.stream().<Change>map(Change.Delete::new).toList();
            Job job = service.submit(world.lane(), new ChangeSet("Delete 3", changes, FieldMask.none()));
            job.resume();
            job.cancel();
            job.await();
            assertThat(job.snapshot().state()).isEqualTo(JobState.CANCELLED);
            assertThat(job.outcomes()).hasSize(3).allSatisfy(outcome -> {
                assertThat(outcome.state()).isEqualTo(OutcomeState.SKIPPED);
                assertThat(outcome.error().orElseThrow().cause()).isEqualTo(ErrorCause.HELD_ELSEWHERE);
            });
            assertThat(service.jobs()).isEmpty();
            assertThat(service.waiting("practice")).isEmpty();
            assertThat(told).isEmpty();
            assertThat(world.server.log().entries()).isEmpty();

            held.set(true);
            Job now = service.submit(world.lane(), new ChangeSet("Delete 3", changes, FieldMask.none()));
            now.await();
            assertThat(now.snapshot().count(OutcomeState.DONE)).isEqualTo(3);
        }
    }

    @Test
    void aJobTheHolderIsAtWorkOnIsNotTakenUpUntilItLetsGo() throws Exception {
        try (JobWorld world = new JobWorld(); LaneJobService service = service(world)) {
            List<Change> changes = JobWorld.creates(2);
            JobRecord record = new JobRecord("left", "practice", new ChangeSet("Create 2", changes, JobWorld.FIELDS), Instant.EPOCH,
                    changes.stream().map(change -> Outcome.waiting(changes.indexOf(change), change)).toList(), Set.of(), List.of());
            Job theirs = service.takeUp(world.lane(), record);
            theirs.resume();
            theirs.cancel();
            theirs.markHandled(List.of(0));
            assertThat(theirs.id()).isEqualTo("left");
            assertThat(theirs.snapshot().state()).isEqualTo(JobState.STOPPED);
            assertThat(service.jobs()).isEmpty();
            assertThat(world.server.contactCount()).isZero();

            held.set(true);
            Job ours = service.takeUp(world.lane(), record);
            ours.resume();
            ours.await();
            assertThat(ours.snapshot().count(OutcomeState.DONE)).isEqualTo(2);
        }
    }

    @Test
    void theLastDoorLetsReadsPassAndNoChange() {
        try (JobWorld world = new JobWorld()) {
            Contact one = world.given(1).getFirst();
            world.server.log().clear();
            PeopleGateway gateway = new HeldGateway(world.gateway, held::get);
            Change.Update update = JobWorld.rename(one, "Other");
            Stream.of(gateway.batchDelete(List.of(one.resourceName())),
                    gateway.batchCreate(List.of(JobWorld.named("New")), FieldMask.none(), Set.of()),
                    gateway.batchUpdate(Map.of(one.resourceName(), update.after()), update.mask(), FieldMask.none(), Set.of()),
                    gateway.updatePhoto(one.resourceName(), new byte[] {1}, FieldMask.none(), Set.of()),
                    gateway.createLabel("New"))
                    .forEach(answer -> assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.error().cause()).isEqualTo(ErrorCause.HELD_ELSEWHERE)));
            assertThat(world.server.log().entries()).isEmpty();
            assertThat(gateway.labels()).isInstanceOf(Answer.Ok.class);
            assertThat(gateway.batchGet(List.of(one.resourceName()), JobWorld.FIELDS, Set.of())).isInstanceOf(Answer.Ok.class);
            assertThat(gateway.list(JobWorld.FIELDS, Set.of(), page -> { })).isInstanceOf(Answer.Ok.class);
            assertThat(world.server.log().entries()).extracting(e -> e.methodId()).isSubsetOf(READS);
            held.set(true);
            assertThat(gateway.batchDelete(List.of(one.resourceName()))).isInstanceOf(Answer.Ok.class);
            assertThat(world.server.contactCount()).isZero();
        }
    }

    @Test
    void aDoorThatClosesLetsNothingMorePassAndWaitsForWhatIsOnItsWay() throws Exception {
        try (JobWorld world = new JobWorld()) {
            CountDownLatch onItsWay = new CountDownLatch(1);
            CountDownLatch answered = new CountDownLatch(1);
            WatchedGateway watched = new WatchedGateway(world.gateway);
            watched.onSending = number -> {
                onItsWay.countDown();
                await(answered);
            };
            HeldGateway door = new HeldGateway(watched, () -> true);
            Prepared<List<Answer<Contact>>> late = door.prepareCreate(List.of(JobWorld.named("Late")), FieldMask.none(), Set.of());
            CompletableFuture<Answer<List<Answer<Contact>>>> first = CompletableFuture.supplyAsync(() -> door.batchCreate(List.of(JobWorld.named("First")), FieldMask.none(), Set.of()));
            await(onItsWay);
            CompletableFuture<Answer<List<Answer<Contact>>>> behind = CompletableFuture.supplyAsync(() -> late.send().read());
            Thread closing = Thread.ofVirtual().start(door::close);
            assertThat(closing.join(Duration.ofMillis(300))).as("closed before the answer").isFalse();
            answered.countDown();
            closing.join();
            assertThat(first.get()).isInstanceOf(Answer.Ok.class);
            assertThat(List.of(behind.get(), door.createLabel("Choir"))).allSatisfy(answer ->
                    assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.error().cause()).isEqualTo(ErrorCause.HELD_ELSEWHERE)));
            assertThat(world.server.contactCount()).isEqualTo(1);
            assertThat(door.labels()).as("whoever looks may go on").isInstanceOf(Answer.Ok.class);
        }
    }

    private static void await(CountDownLatch what) {
        try {
            assertThat(what.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
