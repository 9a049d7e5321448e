package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.jobs.UndoWorld.deletes;
import static org.muster.jobs.UndoWorld.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;

/** Photos that come back after their contacts: whoever was given another one meanwhile keeps that. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class PhotoRowsTest {
    @TempDir
    Path folder;

    private UndoWorld world;
    private WatchedGateway watched;

    @BeforeEach
    void open() {
        world = UndoWorld.ofFew(folder);
        watched = new WatchedGateway(world.gateway);
        world.between = watched;
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The undo of deleting so many contacts with photos. */
    private UndoPlan planFor(int count) {
        List<Contact> some = world.load().subList(0, count);
        IntStream.range(0, count).forEach(i -> world.photo(some.get(i), picture(i)));
        Job job = world.run(deletes(world.load().stream().filter(c -> some.stream().anyMatch(s -> s.resourceName().equals(c.resourceName()))).toList()));
        world.server.log().clear();
        return world.plan(job);
    }

    private static ChangeSet all(UndoPlan plan) {
        return plan.changes("Undo", step -> true, UndoWorld.ALL);
    }

    private static Optional<ErrorCause> cause(Outcome outcome) {
        return outcome.error().map(ApiError::cause);
    }

    private byte[] photo(String name) {
        Contact contact = world.listed().stream().filter(c -> c.resourceName().equals(name)).findFirst().orElseThrow();
        return UndoWorld.ok(world.gateway.photo(UndoWorld.photoAddress(contact).orElseThrow()));
    }

    private long sent() {
        return world.server.log().count("people.updateContactPhoto");
    }

    @Test
    void whoIsGivenAPhotoWhileOthersGetTheirsBackKeepsIt() {
        UndoPlan plan = planFor(4);
        String[] last = new String[1];
        watched.onPhoto = number -> {
            if (number == 2) {
                last[0] = world.book.contacts().getLast().resourceName();
                UndoWorld.ok(world.gateway.updatePhoto(last[0], picture(99), UndoWorld.ALL, Set.of()));

                world.waiter.pass(Duration.ofSeconds(20)); // quota, or a night between
            }
        };
        Job undo = world.run(all(plan));
        assertThat(undo.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.DONE, OutcomeState.DONE, OutcomeState.DONE, OutcomeState.DONE,
                OutcomeState.DONE, OutcomeState.DONE, OutcomeState.DONE, OutcomeState.FAILED);
        assertThat(cause(undo.outcomes().getLast())).contains(ErrorCause.HAS_PHOTO);
        assertThat(photo(last[0])).isEqualTo(picture(99));
    }

    @Test
    void photosOfManyAreAskedForTogether() {
        UndoPlan plan = planFor(40);
        assertThat(JobWorld.counts(world.run(all(plan)))).isEqualTo(Map.of(OutcomeState.DONE, 80));
        assertThat(sent()).isEqualTo(40);
        long reads = world.server.log().count("people.getBatchGet");
        assertThat(reads).as("one for those who come back, one for their photos").isLessThanOrEqualTo(3);
    }

    @Test
    void whatWasDoneWithoutAnAnswerIsNotDoneAgain() {
        UndoPlan plan = planFor(2);
        world.server.faults().next(Fault.CUT_AFTER, "people.updateContactPhoto");
        assertThat(JobWorld.counts(world.run(all(plan)))).isEqualTo(Map.of(OutcomeState.DONE, 4));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void whatWasNotDoneWithoutAnAnswerIsDoneAgain() {
        UndoPlan plan = planFor(2);
        world.server.faults().next(Fault.CUT_BEFORE, "people.updateContactPhoto");
        Job undo = world.run(all(plan));
        assertThat(JobWorld.counts(undo)).isEqualTo(Map.of(OutcomeState.DONE, 4));
        assertThat(photo(undo.outcomes().get(0).contact().orElseThrow().resourceName())).isEqualTo(picture(0));
    }

    @Test
    void whatAnEarlierRunSentIsNotSentOverAnotherPhotoAndNobodySaysWhetherItWasDone() throws Exception {
        UndoPlan plan = planFor(3);
        Job back = world.run(plan.changes("Undo", step -> !(step.change() instanceof Change.SetPhoto), UndoWorld.ALL));
        List<String> names = back.outcomes().stream().map(o -> o.contact().orElseThrow().resourceName()).toList();
        ChangeSet photos = new ChangeSet("Photos", plan.steps().stream().map(UndoPlan.Step::change).filter(Change.SetPhoto.class::isInstance).toList(), UndoWorld.ALL);
        world.journal.accepted("photos", "practice", photos).join();
        world.journal.sending("photos", List.of(0)).join();
        world.journal.sending("photos", List.of(1)).join();
        world.gateway.updatePhoto(names.get(0), picture(99), UndoWorld.ALL, Set.of());
        world.gateway.updatePhoto(names.get(1), picture(1), UndoWorld.ALL, Set.of()); // the very photo
        world.server.log().clear();

        Job job = world.takeUp(world.archive.unfinished("practice").getFirst());
        job.resume();
        JobWorld.finish(job);
        assertThat(job.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.UNKNOWN, OutcomeState.DONE, OutcomeState.DONE);
        assertThat(sent()).as("only the one that was not").isEqualTo(1);
        assertThat(photo(names.get(0))).isEqualTo(picture(99));
        assertThat(photo(names.get(2))).isEqualTo(picture(2));

        SecondLook look = new SecondLook(world.gateway, world.book, world.journal, JobSettings.standard().with(world.waiter));
        Outcome looked = look.look(job, job.outcomes().getFirst());
        Job again = world.run(List.of(Retries.of(looked, world.book).orElseThrow()));
        assertThat(cause(again.outcomes().getFirst())).as("not when it is sent again either").contains(ErrorCause.HAS_PHOTO);
        assertThat(photo(names.get(0))).isEqualTo(picture(99));
    }
}
