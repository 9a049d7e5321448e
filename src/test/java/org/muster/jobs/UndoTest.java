package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.jobs.UndoWorld.deletes;

import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Url;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.store.StoreProblem;

/** What a job did is taken back, field by field, and done again. */
@Execution(ExecutionMode.CONCURRENT)
class UndoTest {
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

    private Contact now(String resourceName) {
        return world.listed().stream().filter(c -> c.resourceName().equals(resourceName)).findFirst().orElseThrow();
    }

    private static Map<OutcomeState, Integer> all(int count) {
        return Map.of(OutcomeState.DONE, count);
    }

    @Test
    void undoingTwiceBringsNobodyBackTwice() {
        int all = world.load().size();
        Job job = world.run(deletes(world.load().subList(0, 10)));
        UndoPlan plan = world.plan(job);
        Job first = world.submit(plan.changes("Undo", step -> true, UndoWorld.ALL));
        Job second = world.submit(plan.changes("Undo", step -> true, UndoWorld.ALL));
        JobWorld.finish(first);
        JobWorld.finish(second);

        assertThat(world.listed()).hasSize(all);
        assertThat(JobWorld.counts(second)).isEqualTo(Map.of(OutcomeState.FAILED, 10));
        assertThat(second.outcomes()).extracting(o -> o.error().map(ApiError::cause).orElseThrow()).containsOnly(ErrorCause.BACK_ALREADY);
        assertThat(world.plan(job).steps()).isEmpty();
        assertThat(world.plan(job).left()).extracting(UndoPlan.Left::reason).containsOnly(UndoPlan.Reason.ALREADY_SO);
    }

    /** Brought back by one way, deleted again, brought back by another: the job that deleted it again must not bring it back once more, and says so before. */
    @Test
    void whoCameBackByTheUndoOfAnotherJobDoesNotComeBackAgain() throws StoreProblem {
        List<Contact> some = world.load().subList(0, 5);
        int all = world.load().size();
        Job first = world.run(deletes(some));
        Job undo = world.undo(first);
        Job redo = world.undo(undo);
        UndoPlan late = world.plan(redo);
        Job back = world.undo(first);
        assertThat(world.listed()).hasSize(all);

        Job again = world.run(late.changes("Undo", step -> true, UndoWorld.ALL));
        assertThat(world.listed()).hasSize(all);
        assertThat(again.outcomes()).extracting(o -> o.error().map(ApiError::cause).orElse(null)).containsOnly(ErrorCause.BACK_ALREADY);
        assertThat(world.plan(redo).steps()).isEmpty();
        assertThat(world.plan(redo).left()).hasSize(5).extracting(UndoPlan.Left::reason).containsOnly(UndoPlan.Reason.BACK_ALREADY);
        assertThat(world.archive.newestToTakeBack("practice", Optional.empty())).as("neither the one nor the other is offered").isEmpty();

        Job last = world.run(deletes(world.load().stream().filter(c -> c.resourceName().equals(back.outcomes().getFirst().contact().orElseThrow().resourceName())).toList()));
        assertThat(world.archive.newestToTakeBack("practice", Optional.empty())).as("whom a job deletes once more is brought back by it").contains(last.id());
        assertThat(world.plan(last).steps()).hasSize(1);
    }

    /** The journal takes it to be back, and the account knows better. */
    @Test
    void whoCameBackAndWasDeletedElsewhereSinceComesBack() {
        Contact contact = world.load().getFirst();
        int all = world.load().size();
        Job first = world.run(deletes(List.of(contact)));
        Job redo = world.undo(world.undo(first));
        String since = world.undo(first).outcomes().getFirst().contact().orElseThrow().resourceName();
        world.server.deleteElsewhere(since);
        assertThat(JobWorld.counts(world.undo(redo))).isEqualTo(all(1));
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whatSomebodyChangedSinceIsLeftToAConflict() {
        Contact contact = world.load().getFirst();
        Person after = contact.copy().setUrls(List.of(new Url().setValue("https://example.org/new")));
        after.setNames(List.of(new Name().setGivenName("Renamed")));
        Job job = world.run(List.of(new Change.Update(contact, after, FieldMask.of(PersonField.URLS, PersonField.NAMES))));
        world.server.changeElsewhere(contact.resourceName(), person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/theirs\"}]")));

        UndoPlan plan = world.plan(job);
        assertThat(plan.steps()).extracting(UndoPlan.Step::changedSince).containsExactly(false, true);
        Job undo = world.run(plan.changes("Undo", step -> true, UndoWorld.ALL));

        assertThat(undo.outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.DONE, OutcomeState.CONFLICT);
        Contact now = now(contact.resourceName());
        assertThat(((Url) now.ownItems(PersonField.URLS).getFirst()).getValue()).isEqualTo("https://example.org/theirs");
        assertThat(((Name) now.ownItems(PersonField.NAMES).getFirst()).getGivenName()).isEqualTo(((Name) contact.ownItems(PersonField.NAMES).getFirst()).getGivenName());
    }

    @Test
    void whatIsLeftToBeComparedIsNoLongerTheNextToUndo() throws StoreProblem {
        Contact contact = world.load().getFirst();
        Job job = world.run(List.of(UndoWorld.url(contact, "https://example.org/new")));
        world.server.changeElsewhere(contact.resourceName(), person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/theirs\"}]")));
        assertThat(world.archive.newestToTakeBack("practice", Optional.empty())).contains(job.id());
        assertThat(world.undo(job).outcomes()).extracting(Outcome::state).containsExactly(OutcomeState.CONFLICT);
        assertThat(world.archive.newestToTakeBack("practice", Optional.empty())).isEmpty();
        assertThat(world.plan(job).steps()).as("but whoever wants to can").hasSize(1);
    }

    @Test
    void anOlderJobIsStillUndoneWhenItsContactsWereDeletedAndBroughtBackSince() {
        List<Contact> some = world.load().subList(0, 5);
        List<String> before = world.inWords();
        Job edit = world.run(some.stream().map(c -> UndoWorld.url(c, "https://example.org/edited")).toList());
        Job delete = world.run(deletes(some));
        Job back = world.undo(delete);
        assertThat(back.outcomes()).allMatch(o -> !some.stream().map(Contact::resourceName).toList().contains(o.contact().orElseThrow().resourceName()));

        Job undo = world.undo(edit);

        assertThat(JobWorld.counts(undo)).isEqualTo(all(5));
        world.assertSays(before);
    }

    @Test
    void labelsThatWereDeletedAreNamedAndCanBeMadeAgain() {
        Label label = UndoWorld.ok(world.gateway.createLabel("Bell ringers"));
        Contact contact = world.load().getFirst();
        Person after = contact.copy();
        List<Membership> memberships = new ArrayList<>(after.getMemberships());
        memberships.add(new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(label.resourceName())));
        after.setMemberships(memberships);
        world.run(List.of(new Change.Update(contact, after, FieldMask.of(PersonField.MEMBERSHIPS))));
        Job job = world.run(deletes(List.of(now(contact.resourceName()))));
        world.deleteLabel(label);

        assertThat(world.plan(job).labelsGone()).containsExactly("Bell ringers");
        assertThat(world.labelMaker().makeAll(world.lane(), List.of("Bell ringers"), BackupNow.Watcher.nobody())).isInstanceOf(org.muster.people.Answer.Ok.class);
        UndoPlan plan = world.plan(job);
        assertThat(plan.labelsGone()).isEmpty();
        Job undo = world.run(plan.changes("Undo", step -> true, UndoWorld.ALL));

        String made = UndoWorld.ok(world.gateway.labels()).stream().filter(l -> l.name().equals("Bell ringers")).findFirst().orElseThrow().resourceName();
        assertThat(made).isNotEqualTo(label.resourceName());
        Contact back = now(undo.outcomes().getFirst().contact().orElseThrow().resourceName());
        assertThat(back.ownItems(PersonField.MEMBERSHIPS)).anyMatch(m -> made.equals(((Membership) m).getContactGroupMembership().getContactGroupResourceName()));
    }

    @Test
    void aContactThatWasChangedSinceItWasMadeIsPointedOut() {
        Job job = world.run(JobWorld.creates(3));
        String name = job.outcomes().get(1).contact().orElseThrow().resourceName();
        world.server.changeElsewhere(name, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/theirs\"}]")));
        world.server.deleteElsewhere(job.outcomes().get(2).contact().orElseThrow().resourceName());

        UndoPlan plan = world.plan(job);
        assertThat(plan.steps()).extracting(UndoPlan.Step::row, UndoPlan.Step::changedSince)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, false), org.assertj.core.groups.Tuple.tuple(1, true));
        assertThat(plan.left()).containsExactly(new UndoPlan.Left(2, "New2", UndoPlan.Reason.GONE));
    }

    @Test
    void whatWasGoneBeforeIsNotBroughtBack() {
        List<Contact> some = world.load().subList(0, 3);
        world.server.deleteElsewhere(some.get(1).resourceName());
        Job job = world.run(deletes(some));
        assertThat(JobWorld.counts(job)).isEqualTo(all(3));
        UndoPlan plan = world.plan(job);
        assertThat(plan.steps()).extracting(UndoPlan.Step::row).containsExactly(0, 2);
        assertThat(plan.left()).extracting(UndoPlan.Left::reason).containsExactly(UndoPlan.Reason.WAS_GONE);
    }

    @Test
    void aPhotoGoesWithTheContactThatIsTakenOutOfAnUndo() {
        List<Contact> some = world.load().subList(0, 2);
        some.forEach(c -> world.photo(c, UndoWorld.picture(7)));
        Job job = world.run(deletes(some));
        UndoPlan plan = world.plan(job);
        assertThat(plan.steps()).hasSize(4);
        assertThat(plan.changes("Undo", step -> step.row() == 1 || step.change() instanceof Change.SetPhoto, UndoWorld.ALL).changes()).hasSize(2);
    }

    @Test
    void aPhotoWhoseContactWasNotMadeSaysSo() {
        Contact contact = world.load().getFirst();
        world.photo(contact, UndoWorld.picture(3));
        Job job = world.run(deletes(List.of(contact)));
        UndoPlan plan = world.plan(job);
        world.undo(job);
        Job again = world.run(plan.changes("Undo", step -> true, UndoWorld.ALL));
        assertThat(again.outcomes()).extracting(o -> o.error().map(ApiError::cause).orElseThrow()).containsExactly(ErrorCause.BACK_ALREADY, ErrorCause.NOT_MADE);
    }

    @Test
    void photosAreGivenLaterToContactsThatCameBackWithoutThem() {
        List<Contact> some = world.load().subList(0, 3);
        some.forEach(contact -> world.photo(contact, UndoWorld.picture(5)));
        List<String> before = world.inWords();
        Job job = world.run(deletes(some.stream().map(contact -> now(contact.resourceName())).toList()));
        UndoPlan plan = world.plan(job);
        world.undo(job, step -> !(step.change() instanceof Change.SetPhoto));
        AtomicInteger asked = new AtomicInteger();
        Journal counting = new JournalBeside(world.journal) {
            @Override
            public Map<String, List<String>> namesSince(String account, Collection<String> names) {
                asked.incrementAndGet();
                return super.namesSince(account, names);
            }
        };
        try (LaneJobService service = new LaneJobService(counting, JobSettings.standard().with(world.waiter))) {
            List<Change> photos = plan.steps().stream().map(UndoPlan.Step::change).filter(Change.SetPhoto.class::isInstance).toList();
            assertThat(JobWorld.counts(JobWorld.finish(service.submit(world.lane(), new ChangeSet("Photos", photos, UndoWorld.ALL))))).isEqualTo(all(3));
        }
        world.assertSays(before);
        assertThat(asked).as("all of them at once").hasValue(1);
    }

    @Test
    void nothingIsDeletedThatCouldNotBeSaved() {
        List<Contact> some = world.load().subList(0, 3);
        AtomicBoolean full = new AtomicBoolean(true);
        Journal narrow = new JournalBeside(world.journal) {
            @Override
            public CompletableFuture<Kept> saved(String jobId, List<Image> images) {
                return full.get() ? CompletableFuture.completedFuture(Kept.DISK_FULL) : super.saved(jobId, images);
            }
        };
        try (LaneJobService service = new LaneJobService(narrow, JobSettings.standard().with(world.waiter))) {
            CountDownLatch paused = new CountDownLatch(1);
            Job job = service.submit(world.lane(), new ChangeSet("A job", deletes(some), UndoWorld.ALL));
            job.addListener(j -> {
                if (j.snapshot().problem().filter(p -> p.cause() == ErrorCause.DISK_FULL).isPresent()) {
                    paused.countDown();
                }
            });
            assertThat(paused.await(20, TimeUnit.SECONDS) || job.snapshot().state() == JobState.PAUSED).isTrue();
            assertThat(world.server.log().count("people.batchDeleteContacts")).isZero();
            // what somebody does while it holds still must be in the image that counts
            world.server.changeElsewhere(some.getFirst().resourceName(), person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/late\"}]")));
            world.waiter.jump(Duration.ofMinutes(1));
            full.set(false);
            job.resume();
            JobWorld.finish(job);
            assertThat(JobWorld.counts(job)).isEqualTo(all(3));
            assertThat(world.past(job).images()).hasSize(3);
            assertThat(world.past(job).images().get(0).contact().ownItems(PersonField.URLS)).extracting(u -> ((Url) u).getValue()).containsExactly("https://example.org/late");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
