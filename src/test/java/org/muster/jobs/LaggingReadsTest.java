package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.jobs.UndoWorld.deletes;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Url;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;

/** Reads that show less than Muster was answered a moment ago, before a contact is deleted or comes back: what was answered counts. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class LaggingReadsTest {
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

    private static Optional<ErrorCause> cause(Job job) {
        return job.outcomes().getFirst().error().map(ApiError::cause);
    }

    private static List<String> urls(Contact contact) {
        return contact.ownItems(PersonField.URLS).stream().map(url -> ((Url) url).getValue()).toList();
    }

    private List<String> imageSays(Job job, int row) {
        return urls(world.past(job).images().get(row).contact());
    }

    /** How long jobs have waited since then. */
    private Duration waited(int before) {
        return world.waiter.waits().stream().skip(before).reduce(Duration.ZERO, Duration::plus);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 600})
    void whatIsDeletedIsSavedAsItWasAnsweredLast(long lag) {
        Contact contact = world.load().getFirst();
        world.server.switches().readLag().set(Duration.ofSeconds(lag));
        world.run(List.of(UndoWorld.url(contact, "https://example.org/new")));
        Job job = world.run(deletes(List.of(contact)));
        world.server.switches().readLag().set(Duration.ZERO);

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(imageSays(job, 0)).containsExactly("https://example.org/new");
        String back = world.undo(job).outcomes().getFirst().contact().orElseThrow().resourceName();
        assertThat(world.listed().stream().filter(c -> c.resourceName().equals(back)).map(LaggingReadsTest::urls)).containsExactly(List.of("https://example.org/new"));
    }

    /** What is deleted is read while the batch before is on its way, which changes it. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5, 600})
    void soItIsWhenTheSameJobHasChangedIt(long lag) {
        List<Contact> some = world.load().subList(0, 2);
        world.server.switches().readLag().set(Duration.ofSeconds(lag));
        Job job = world.run(List.of(UndoWorld.url(some.getFirst(), "https://example.org/new"), new Change.Delete(some.getFirst()), new Change.Delete(some.getLast())));
        world.server.switches().readLag().set(Duration.ZERO);

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
        assertThat(imageSays(job, 1)).containsExactly("https://example.org/new");
    }

    @Test
    void readsThatDoNotLagBehindAreNotDoubted() {
        world.photo(world.load().getFirst(), UndoWorld.picture(1));
        Contact contact = world.load().getFirst();
        world.run(List.of(UndoWorld.url(contact, "https://example.org/new")));
        int before = world.waiter.waits().size();
        Job job = world.run(deletes(List.of(contact)));
        Job undo = world.undo(job);
        assertThat(world.waiter.waits()).as("nobody waited").hasSize(before);
        assertThat(world.server.log().count("people.getBatchGet")).as("read before the delete, and before it came back").isEqualTo(2);
        assertThat(JobWorld.counts(world.undo(undo))).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(world.waiter.waits()).as("nor when it is done again").hasSize(before);
    }

    /** Says for so long of contacts that they are not there. */
    private void hide(List<String> names, Duration time) {
        WatchedGateway watched = new WatchedGateway(world.gateway);
        Duration from = world.waiter.elapsed();
        watched.got = items -> {
            Map<String, Answer<Contact>> most = new HashMap<>(items);
            if (world.waiter.elapsed().minus(from).compareTo(time) < 0) {
                names.forEach(name -> most.replace(name, new Answer.Failed<>(new ApiError(ErrorCause.NOT_FOUND, 404, "", "", ""))));
            }
            return most;
        };
        world.between = watched;
    }

    private Contact made() {
        return world.run(List.of(new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New"))), ""))).outcomes().getFirst().contact().orElseThrow();
    }

    @Test
    void whoWasJustMadeAndCannotBeReadYetIsNotCalledGone() {
        int all = world.listed().size();
        Contact contact = made();
        hide(List.of(contact.resourceName()), Duration.ofSeconds(50));
        Job job = world.run(deletes(List.of(contact)));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(cause(job)).isEmpty();
        assertThat(world.past(job).images()).hasSize(1);
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whoWasJustMadeAndStaysAwayIsGone() {
        Contact contact = made();
        world.server.deleteElsewhere(contact.resourceName());
        int before = world.waiter.waits().size();
        Job job = world.run(deletes(List.of(contact)));
        assertThat(cause(job)).contains(ErrorCause.NOT_FOUND);
        assertThat(waited(before)).isEqualTo(Duration.ofSeconds(62));
    }

    @Test
    void whoWasThereBeforeAndIsGoneIsGoneAtOnce() {
        Contact contact = world.load().getFirst();
        world.server.deleteElsewhere(contact.resourceName());
        int before = world.waiter.waits().size();
        Job job = world.run(deletes(List.of(contact)));
        assertThat(cause(job)).contains(ErrorCause.NOT_FOUND);
        assertThat(world.waiter.waits()).hasSize(before);
    }

    @Test
    void whoHasJustComeBackAndCannotBeReadYetIsNotMadeAgain() {
        Contact contact = world.load().getFirst();
        int all = world.listed().size();
        Job job = world.run(deletes(List.of(contact)));
        ChangeSet undo = world.plan(job).changes("Undo", step -> true, UndoWorld.ALL);
        String back = world.run(undo).outcomes().getFirst().contact().orElseThrow().resourceName();
        hide(List.of(back), Duration.ofSeconds(50));
        Job again = world.run(undo);

        assertThat(cause(again)).contains(ErrorCause.BACK_ALREADY);
        assertThat(world.listed()).hasSize(all);
    }

    /** Another process has not listed the account since. */
    @Test
    void alsoWhenTheBookDoesNotKnowIt() {
        Contact contact = world.load().getFirst();
        int all = world.listed().size();
        Job job = world.run(deletes(List.of(contact)));
        ChangeSet undo = world.plan(job).changes("Undo", step -> true, UndoWorld.ALL);
        String back = world.run(undo).outcomes().getFirst().contact().orElseThrow().resourceName();
        world.book.replaceAll(List.of());
        hide(List.of(back), Duration.ofSeconds(30));
        Job again = world.run(undo);

        assertThat(cause(again)).contains(ErrorCause.BACK_ALREADY);
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whoHasJustComeBackAndWasDeletedElsewhereComesBackOnceMore() {
        Contact contact = world.load().getFirst();
        int all = world.listed().size();
        Job job = world.run(deletes(List.of(contact)));
        ChangeSet undo = world.plan(job).changes("Undo", step -> true, UndoWorld.ALL);
        world.server.deleteElsewhere(world.run(undo).outcomes().getFirst().contact().orElseThrow().resourceName());
        assertThat(JobWorld.counts(world.run(undo))).isEqualTo(Map.of(OutcomeState.DONE, 1));
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whoeverStopsAJobThatDoubtsHasDecidedNothing() {
        Contact contact = made();
        hide(List.of(contact.resourceName()), Duration.ofDays(1));
        world.waiter.freeze();
        Job job = world.submit(new ChangeSet("A job", deletes(List.of(contact)), UndoWorld.ALL));
        try {
            world.waiter.awaitWait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        job.cancel();
        JobWorld.finish(job);
        world.waiter.thaw();
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.SKIPPED, 1));
        assertThat(world.book.find(contact.resourceName())).isPresent();
    }
}
