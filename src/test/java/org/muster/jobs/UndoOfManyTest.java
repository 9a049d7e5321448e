package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.jobs.UndoWorld.deletes;

import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import com.google.api.services.people.v1.model.Url;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.muster.practice.Fault;
import org.muster.practice.SampleData;

/** Jobs of hundreds are taken back as those of a few are. */
@Execution(ExecutionMode.CONCURRENT)
class UndoOfManyTest {
    @TempDir
    Path folder;

    private UndoWorld world;

    @BeforeEach
    void open() {
        world = new UndoWorld(folder, SampleData.standard());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Map<OutcomeState, Integer> all(int count) {
        return Map.of(OutcomeState.DONE, count);
    }

    @Test
    void aThousandDeletedContactsComeBackFieldByFieldWithLabelsAndPhotos() {
        List<Contact> thousand = world.load().subList(100, 1_100);
        for (int i = 0; i < 30; i++) {
            world.photo(thousand.get(i * 33), UndoWorld.picture(i));
        }
        List<String> before = world.inWords();

        Job job = world.run(deletes(thousand));
        assertThat(JobWorld.counts(job)).isEqualTo(all(1_000));
        assertThat(world.listed()).hasSize(before.size() - 1_000);
        UndoPlan plan = world.plan(job);
        assertThat(plan.left()).isEmpty();
        Job undo = world.run(plan.changes("Undo", step -> true, UndoWorld.ALL));

        assertThat(JobWorld.counts(undo)).isEqualTo(all(1_030));
        world.assertSays(before);

        assertThat(world.plan(undo).again()).isTrue();
        Job redo = world.undo(undo);
        assertThat(JobWorld.counts(redo)).isEqualTo(all(1_000));
        assertThat(world.listed()).hasSize(before.size() - 1_000);
        world.undo(redo);
        world.assertSays(before);
    }

    @Test
    void aThousandChangedContactsArePutBack() {
        List<Contact> thousand = world.load().subList(0, 1_000);
        List<String> before = world.inWords();
        List<Change> changes = new ArrayList<>();
        for (Contact contact : thousand) {
            Person after = contact.copy().setEmailAddresses(List.of(new EmailAddress().setValue("all@example.org"))).setUrls(null).setAddresses(null);
            after.setMemberships(List.of(new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName(Label.MY_CONTACTS))));
            changes.add(new Change.Update(contact, after, FieldMask.of(PersonField.EMAIL_ADDRESSES, PersonField.URLS, PersonField.ADDRESSES, PersonField.MEMBERSHIPS)));
        }
        Job job = world.run(changes);
        assertThat(JobWorld.counts(job)).isEqualTo(all(1_000));
        List<String> changed = world.inWords();
        assertThat(changed).isNotEqualTo(before);

        Job undo = world.undo(job);
        assertThat(JobWorld.counts(undo)).containsOnlyKeys(OutcomeState.DONE);
        world.assertSays(before);
        world.undo(undo);
        world.assertSays(changed);
    }

    @Test
    void aThousandContactsThatWereMadeAreTakenAway() {
        List<String> before = world.inWords();
        Job job = world.run(JobWorld.creates(1_000));
        List<String> with = world.inWords();
        Job undo = world.undo(job);
        assertThat(JobWorld.counts(undo)).isEqualTo(all(1_000));
        world.assertSays(before);

        world.undo(undo);
        world.assertSays(with);
    }

    @Test
    void nothingIsDeletedBeforeAllOfItIsRead() {
        List<Contact> some = world.load().subList(0, 300);
        some.subList(0, 3).forEach(c -> world.photo(c, UndoWorld.picture(9)));
        world.server.log().clear();
        world.server.faults().next(Fault.INTERNAL_500_BEFORE, "people.getBatchGet");
        world.server.faults().next(Fault.QUOTA_429, "contactGroups.list");
        Job job = world.run(deletes(some));
        assertThat(JobWorld.counts(job)).isEqualTo(all(300));
        assertThat(world.past(job).images()).hasSize(300);
        assertThat(world.past(job).images().values()).allMatch(image -> image.contact().loaded().containsAll(FieldMask.writable()));
        assertThat(world.past(job).images().values().stream().filter(i -> i.photo().isPresent())).hasSize(3);
    }

    @Test
    void whatIsChangedWhileADeleteWaitsIsSavedAsItIsThen() {
        List<Contact> some = world.load().subList(0, 600);
        world.server.faults().next(Fault.QUOTA_429, "people.batchDeleteContacts");
        Set<String> changed = new HashSet<>();
        Job job = world.submit(new ChangeSet("A job", deletes(some), UndoWorld.ALL));
        job.addListener(j -> {
            if (j.snapshot().state() == JobState.WAITING && changed.add("once")) {
                world.server.changeElsewhere(some.getFirst().resourceName(), person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/late\"}]")));
            }
        });
        JobWorld.finish(job);
        assertThat(JobWorld.counts(job)).isEqualTo(all(600));
        assertThat(world.past(job).images().get(0).contact().ownItems(PersonField.URLS)).extracting(u -> ((Url) u).getValue()).containsExactly("https://example.org/late");
    }

    @Test
    void rowsOfAnUndoThatHasNotEndedAreNotOfferedAgain() throws InterruptedException {
        Job job = world.run(deletes(world.load().subList(0, 450)));
        UndoPlan plan = world.plan(job);
        world.server.faults().next(Fault.QUOTA_429, "people.batchCreateContacts");
        world.waiter.freeze();
        Job undo = world.submit(plan.changes("Undo", step -> true, UndoWorld.ALL));
        world.waiter.awaitWait();
        undo.stop();
        world.waiter.thaw();
        JobWorld.finish(undo);
        assertThat(undo.snapshot().state()).isEqualTo(JobState.STOPPED);
        assertThat(world.plan(job).left()).hasSize(450).extracting(UndoPlan.Left::reason).containsOnly(UndoPlan.Reason.UNDER_WAY);
    }
}
