package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.jobs.UndoWorld.deletes;

import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import org.muster.contacts.FieldMask;
import org.muster.contacts.Label;
import org.muster.contacts.PersonField;
import org.muster.people.Answer;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;

/** Who is there already when an undo comes, or may be: nobody is there twice, and nobody is called done who is not. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class UndoBackTest {
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

    private static List<Optional<ErrorCause>> causes(Job job) {
        return job.outcomes().stream().map(o -> o.error().map(ApiError::cause)).toList();
    }

    private static List<UndoPlan.Reason> reasons(UndoPlan plan) {
        return plan.left().stream().map(UndoPlan.Left::reason).toList();
    }

    private WatchedGateway watched() {
        WatchedGateway watched = new WatchedGateway(world.gateway);
        world.between = watched;
        return watched;
    }

    @Test
    void whoIsBackFromTheBinIsNotMadeAgain() {
        List<Contact> some = world.load().subList(0, 3);
        int all = world.listed().size();
        JsonObject binned = world.server.contact(some.get(1).resourceName());
        Job job = world.run(deletes(some));
        world.server.recoverElsewhere(binned);
        Job undo = world.undo(job);
        assertThat(causes(undo)).containsExactly(Optional.empty(), Optional.of(ErrorCause.BACK_ALREADY), Optional.empty());
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whoIsTakenOutOfTheBinWhileAnUndoWaitsIsNotMadeAgain() {
        List<Contact> some = world.load().subList(0, 3);
        int all = world.listed().size();
        JsonObject binned = world.server.contact(some.get(1).resourceName());
        UndoPlan plan = world.plan(world.run(deletes(some)));
        watched().onSending = number -> {
            if (number == 1) {
                world.server.faults().next(Fault.QUOTA_429, "people.batchCreateContacts");
                world.server.recoverElsewhere(binned);
            }
        };
        Job undo = world.run(plan.changes("Undo", step -> true, UndoWorld.ALL));
        assertThat(causes(undo)).containsExactly(Optional.empty(), Optional.of(ErrorCause.BACK_ALREADY), Optional.empty());
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whoIsToComeBackTwiceComesBackOnce() {
        Contact contact = world.load().getFirst();
        int all = world.listed().size();
        Change back = world.plan(world.run(deletes(List.of(contact)))).steps().getFirst().change();
        assertThat(causes(world.run(List.of(back, back)))).containsExactly(Optional.empty(), Optional.of(ErrorCause.BACK_ALREADY));
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void whoIsBackUnderAnyOfTheNamesSinceIsNotMadeAgain() {
        Contact contact = world.load().getFirst();
        int all = world.listed().size();
        JsonObject first = world.server.contact(contact.resourceName());
        Job job = world.run(deletes(List.of(contact)));
        UndoPlan plan = world.plan(job);
        String second = world.undo(job).outcomes().getFirst().contact().orElseThrow().resourceName();
        JsonObject binned = world.server.contact(second);
        world.server.deleteElsewhere(second);
        world.server.recoverElsewhere(first);
        Job again = world.run(deletes(List.of(contact)));
        String third = world.undo(again).outcomes().getFirst().contact().orElseThrow().resourceName();
        assertThat(world.journal.namesSince("practice", List.of(contact.resourceName()))).isEqualTo(Map.of(contact.resourceName(), List.of(second, third)));
        world.server.deleteElsewhere(third);
        world.server.recoverElsewhere(binned);
        assertThat(causes(world.run(plan.changes("Undo", step -> true, UndoWorld.ALL)))).containsExactly(Optional.of(ErrorCause.BACK_ALREADY));
        assertThat(world.listed()).hasSize(all);
    }

    @Test
    void readsThatLagBehindKeepNobodyFromComingBack() {
        List<Contact> some = world.load().subList(0, 3);
        List<String> before = world.inWords();
        world.server.switches().readLag().set(Duration.ofSeconds(5));
        Job job = world.run(deletes(some));
        assertThat(JobWorld.counts(world.undo(job))).isEqualTo(Map.of(OutcomeState.DONE, 3));
        world.server.switches().readLag().set(Duration.ZERO);
        assertThat(world.inWords()).isEqualTo(before);
    }

    @Test
    void readsThatLagBehindKeepNobodyFromComingBackWhoWasJustDeletedOnceMore() {
        List<Contact> some = world.load().subList(0, 3);
        List<String> before = world.inWords();
        Job job = world.run(deletes(some));
        Job undo = world.undo(job);
        world.server.switches().readLag().set(Duration.ofSeconds(5));
        world.server.advance(Duration.ofMinutes(1));
        assertThat(JobWorld.counts(world.undo(undo))).as("done again").isEqualTo(Map.of(OutcomeState.DONE, 3));
        assertThat(JobWorld.counts(world.undo(job))).as("and undone at once").isEqualTo(Map.of(OutcomeState.DONE, 3));
        world.server.switches().readLag().set(Duration.ZERO);
        assertThat(world.inWords()).isEqualTo(before);
    }

    @Test
    void whoNobodySpokeOfIsNotMadeAgain() {
        List<Contact> some = world.load().subList(0, 3);
        int all = world.listed().size();
        Job job = world.run(deletes(some));
        UndoPlan plan = world.plan(job);
        AtomicInteger refused = new AtomicInteger();
        watched().got = items -> {
            Map<String, Answer<Contact>> most = new HashMap<>(items);
            most.remove(some.get(0).resourceName());
            if (refused.incrementAndGet() <= 2) {
                most.put(some.get(1).resourceName(), new Answer.Failed<>(new ApiError(ErrorCause.SERVER, 500, "", "", "")));
            }
            most.replace(some.get(2).resourceName(), new Answer.Failed<>(new ApiError(ErrorCause.FORBIDDEN, 403, "", "", "")));
            return most;
        };
        Job undo = world.run(plan.changes("Undo", step -> true, UndoWorld.ALL));
        assertThat(causes(undo)).containsExactly(Optional.of(ErrorCause.NOT_PEOPLE_API), Optional.empty(), Optional.of(ErrorCause.FORBIDDEN));
        assertThat(world.listed()).as("that which was waited for").hasSize(all - 2);
        world.between = world.gateway;
        assertThat(JobWorld.counts(world.undo(job))).as("the others another time").isEqualTo(Map.of(OutcomeState.DONE, 2));
    }

    @Test
    void namesOfAnotherAccountAreNoneOfThisOne() {
        Contact contact = world.load().getFirst();
        Job job = world.run(deletes(List.of(contact)));
        world.undo(job);
        assertThat(world.journal.namesSince("practice", List.of(contact.resourceName()))).hasSize(1);
        assertThat(world.journal.namesSince("another", List.of(contact.resourceName()))).isEmpty();
    }

    @Test
    void aJournalInMemoryGoesByTheSameRule() {
        MemoryJournal memory = new MemoryJournal();
        cameBack(memory, "one", "account", "a", "b");
        cameBack(memory, "two", "account", "b", "c");
        cameBack(memory, "three", "another", "a", "d");
        cameBack(world.journal, "one", "account", "a", "b");
        cameBack(world.journal, "two", "account", "b", "c");
        cameBack(world.journal, "three", "another", "a", "d");
        for (Journal journal : List.of(memory, world.journal)) {
            assertThat(journal.namesSince("account", Set.of("people/a", "people/b", "people/x"))).isEqualTo(Map.of("people/a", List.of("people/b", "people/c"), "people/b", List.of("people/a", "people/c")));
            assertThat(journal.namesSince("another", Set.of("people/a"))).isEqualTo(Map.of("people/a", List.of("people/d")));
        }
    }

    private static void cameBack(Journal journal, String job, String account, String then, String now) {
        Change.Create create = new Change.Create(new Person(), "", "people/" + then);
        journal.accepted(job, account, new ChangeSet("back", List.of(create), FieldMask.none())).join();
        Contact contact = new Contact(new Person().setResourceName("people/" + now), FieldMask.none());
        journal.settled(job, List.of(new Outcome(0, create, OutcomeState.DONE, Optional.empty(), Optional.of(contact)))).join();
    }

    @Test
    void itsOwnNameComesFirstWhenTheContactIsThere() {
        Contact contact = world.load().getFirst();
        Job edit = world.run(List.of(UndoWorld.url(contact, "https://example.org/edited")));
        JsonObject binned = world.server.contact(contact.resourceName());
        Job job = world.run(deletes(List.of(contact)));
        world.undo(job);
        world.server.recoverElsewhere(binned);
        assertThat(world.plan(edit).steps()).extracting(step -> ((Change.Update) step.change()).before().resourceName()).containsExactly(contact.resourceName());
    }

    @Test
    void nobodyIsCalledGoneWhoWasNotSaidToBe() {
        List<Contact> some = world.load().subList(0, 2);
        Job edit = world.run(some.stream().map(c -> UndoWorld.url(c, "https://example.org/edited")).toList());
        WatchedGateway watched = watched();
        for (Optional<Answer<Contact>> said : List.of(Optional.<Answer<Contact>>empty(), Optional.<Answer<Contact>>of(new Answer.Failed<>(new ApiError(ErrorCause.SERVER, 500, "", "", ""))))) {
            watched.got = items -> {
                Map<String, Answer<Contact>> most = new HashMap<>(items);
                most.remove(some.getFirst().resourceName());
                said.ifPresent(answer -> most.put(some.getFirst().resourceName(), answer));
                return most;
            };
            assertThat(Undo.plan(world.past(edit), world.lane(), world.waiter)).isInstanceOf(Answer.Failed.class);
        }
        watched.got = items -> items;
        world.server.deleteElsewhere(some.getFirst().resourceName());
        assertThat(reasons(world.plan(edit))).containsExactly(UndoPlan.Reason.GONE);
    }

    @Test
    void whatMayHaveBeenBroughtBackIsSaidToBeUnknown() {
        Job job = world.run(deletes(world.load().subList(0, 2)));
        ChangeSet undo = world.plan(job).changes("Undo", step -> true, UndoWorld.ALL);
        world.journal.accepted("undo", "practice", undo).join();
        ApiError lost = new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "");
        world.journal.settled("undo", List.of(new Outcome(0, undo.changes().get(0), OutcomeState.UNKNOWN, Optional.of(lost), Optional.empty()),
                new Outcome(1, undo.changes().get(1), OutcomeState.SKIPPED, Optional.empty(), Optional.empty()))).join();
        world.journal.ended("undo", JobState.FINISHED).join();
        UndoPlan plan = world.plan(job);
        assertThat(reasons(plan)).containsExactly(UndoPlan.Reason.UNKNOWN);
        assertThat(plan.steps()).extracting(UndoPlan.Step::row).containsExactly(1);
        world.journal.settled("undo", List.of(new Outcome(0, undo.changes().get(0), OutcomeState.FAILED, Optional.of(lost), Optional.empty()))).join();
        assertThat(world.plan(job).steps()).as("somebody has looked").extracting(UndoPlan.Step::row).containsExactly(0, 1);
    }

    /** Deleted, back, deleted once more: two jobs may be taken back now, and both would bring back the same. */
    @Test
    void whomTheUndoOfAnotherJobMayHaveBroughtBackIsNotMadeAgain() {
        Job first = world.run(deletes(world.load().subList(0, 2)));
        Job redo = world.undo(world.undo(first));
        ChangeSet undo = world.plan(first).changes("Undo", step -> true, UndoWorld.ALL);
        world.journal.accepted("undo", "practice", undo).join();
        assertThat(reasons(world.plan(redo))).as("it is about to").containsOnly(UndoPlan.Reason.UNKNOWN).hasSize(2);
        ApiError lost = new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "");
        world.journal.settled("undo", List.of(new Outcome(0, undo.changes().get(0), OutcomeState.UNKNOWN, Optional.of(lost), Optional.empty()),
                new Outcome(1, undo.changes().get(1), OutcomeState.SKIPPED, Optional.empty(), Optional.empty()))).join();
        world.journal.ended("undo", JobState.FINISHED).join();
        UndoPlan plan = world.plan(redo);
        assertThat(reasons(plan)).containsExactly(UndoPlan.Reason.UNKNOWN);
        assertThat(plan.steps()).extracting(UndoPlan.Step::row).containsExactly(1);
        world.journal.settled("undo", List.of(new Outcome(0, undo.changes().get(0), OutcomeState.FAILED, Optional.of(lost), Optional.empty()))).join();
        assertThat(world.plan(redo).steps()).as("somebody has looked").extracting(UndoPlan.Step::row).containsExactly(0, 1);
    }

    @Test
    void whatADeleteWithoutAnAnswerDidIsItsOwnDoing() {
        List<Contact> some = world.load().subList(0, 3);
        world.server.switches().readLag().set(Duration.ofSeconds(5));
        world.server.faults().next(Fault.CUT_AFTER, "people.batchDeleteContacts");
        Job job = world.run(deletes(some));
        world.server.switches().readLag().set(Duration.ZERO);
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
        assertThat(causes(job)).containsOnly(Optional.empty());
        assertThat(JobWorld.counts(world.undo(job))).isEqualTo(Map.of(OutcomeState.DONE, 3));
    }

    @Test
    void whatWasSavedCanComeBackWhateverWasSaidOfIt() throws Exception {
        Contact contact = world.load().getFirst();
        Job job = world.run(deletes(List.of(contact)));
        ApiError gone = new ApiError(ErrorCause.NOT_FOUND, 404, "", "", "");
        world.journal.settled(job.id(), List.of(new Outcome(0, job.changes().changes().getFirst(), OutcomeState.DONE, Optional.of(gone), Optional.empty()))).join();
        assertThat(world.archive.newestToTakeBack("practice", Optional.empty())).contains(job.id());
        assertThat(world.plan(job).steps()).hasSize(1);
    }

    private static Change.Update labels(Contact contact, String... labels) {
        List<Membership> all = Stream.of(labels).map(l -> new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(l))).toList();
        return new Change.Update(contact, contact.copy().setMemberships(new ArrayList<>(all)), FieldMask.of(PersonField.MEMBERSHIPS));
    }

    private Contact now(String resourceName) {
        return world.load().stream().filter(c -> c.resourceName().equals(resourceName)).findFirst().orElseThrow();
    }

    @Test
    void aLabelThatWasTakenAwayAndDeletedCanBeMadeAgainAndGivenBack() {
        Label label = UndoWorld.ok(world.gateway.createLabel("Bell ringers"));
        List<Contact> some = world.load().subList(0, 3);
        world.run(some.stream().map(c -> labels(c, Label.MY_CONTACTS, label.resourceName())).toList());
        Job job = world.run(some.stream().map(c -> labels(now(c.resourceName()), Label.MY_CONTACTS)).toList());
        world.deleteLabel(label);

        UndoPlan without = world.plan(job);
        assertThat(without.labelsGone()).containsExactly("Bell ringers");
        assertThat(without.left()).isEmpty();
        assertThat(without.steps()).hasSize(3).allMatch(UndoPlan.Step::labelsFirst);
        assertThat(without.changes("Undo", step -> true, UndoWorld.ALL).changes()).as("Google refuses labels it does not have").isEmpty();

        UndoWorld.ok(world.labelMaker().makeAll(world.lane(), without.labelsGone(), BackupNow.Watcher.nobody()));
        assertThat(world.plan(job).steps()).hasSize(3).noneMatch(UndoPlan.Step::labelsFirst);
        assertThat(JobWorld.counts(world.undo(job))).isEqualTo(Map.of(OutcomeState.DONE, 3));
        String made = UndoWorld.ok(world.gateway.labels()).stream().filter(l -> l.name().equals("Bell ringers")).findFirst().orElseThrow().resourceName();
        assertThat(some).allMatch(c -> now(c.resourceName()).labels().contains(made));
    }

    @Test
    void aLabelWhoseNameNobodyKnowsIsNotMadeUnderAnother() {
        Label label = UndoWorld.ok(world.gateway.createLabel("Bell ringers"));
        Contact contact = world.load().getFirst();
        world.run(List.of(labels(contact, Label.MY_CONTACTS, label.resourceName())));
        Job job = world.run(deletes(List.of(now(contact.resourceName()))));
        world.deleteLabel(label);
        Past past = world.past(job);
        Past forgetful = new Past(past.job(), past.rootTitle(), past.reversals(), past.images(), Map.of(), past.takenBack(), past.maybe(), past.pending(), past.namesSince());
        UndoPlan plan = UndoWorld.ok(Undo.plan(forgetful, world.lane(), world.waiter));
        assertThat(plan.labelsGone()).isEmpty();
        assertThat(plan.labelsUnnamed()).isEqualTo(1);
    }
}
