package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.LabelsThen;
import org.muster.changes.Restore;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.contacts.ReadSource;
import org.muster.practice.Switches;
import org.muster.store.StoreProblem;

/** Contacts that Google has given another name stay one contact after they were deleted: nobody comes back twice, and who came back is found. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class RenamedAndBackTest {
    private static final Restore.Wish EVERYTHING = new Restore.Wish(FieldMask.writable(), false, "a backup");

    @TempDir
    Path folder;

    private UndoWorld world;
    private int others;
    private Job created;
    private List<Contact> backup;

    @BeforeEach
    void twoContacts() {
        world = UndoWorld.ofFew(folder);
        others = world.listed().size();
        world.server.switches().renaming().set(Switches.Renaming.ON_LINKING);
        created = world.run(List.of(create("Adalgunde"), create("Benedetto")));
        backup = now();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Change.Create create(String given) {
        return new Change.Create(new Person().setNames(List.of(new Name().setGivenName(given))), "");
    }

    private List<Contact> now() {
        return world.load().stream().filter(contact -> "Adalgunde".equals(JobWorld.given(contact)) || "Benedetto".equals(JobWorld.given(contact))).toList();
    }

    private Contact carolus() {
        return world.load().stream().filter(contact -> "Carolus".equals(JobWorld.given(contact))).findFirst().orElseThrow();
    }

    private static Change.Update link(Contact contact) {
        return JobWorld.email(contact, JobWorld.given(contact).toLowerCase(java.util.Locale.ROOT) + "@linked.example");
    }

    private void linkElsewhere(Contact contact) {
        JobService.Lane elsewhere = new JobService.Lane("elsewhere", world.gateway, new ContactBook());
        try (LaneJobService other = new LaneJobService(new MemoryJournal(), JobSettings.standard().with(world.waiter))) {
            JobWorld.finish(other.submit(elsewhere, new ChangeSet("link", List.of(link(contact)), UndoWorld.ALL, Set.of(ReadSource.CONTACT))));
        }
    }

    /** One by Muster, one by another device. */
    private void bothGetAnotherName() {
        world.run(List.of(link(backup.getFirst())));
        linkElsewhere(backup.getLast());
        assertThat(now()).extracting(Contact::resourceName).doesNotContainAnyElementsOf(backup.stream().map(Contact::resourceName).toList());
    }

    private Restore restore() {
        try {
            return new Restore(world.load(), new LabelsThen(List.of(), List.of()), world.archive.returns("practice"));
        } catch (StoreProblem e) {
            throw new AssertionError(e);
        }
    }

    private List<Restore.Found> found() {
        Restore restore = restore();
        return backup.stream().map(then -> restore.look(then, EVERYTHING)).toList();
    }

    private Job restored() {
        return world.run(found().stream().map(one -> one.change().orElseThrow()).toList());
    }

    private void nobodyTwice() {
        assertThat(world.listed()).hasSize(others + 2);
    }

    @Test
    void whoCameBackByAnUndoIsThereForABackup() {
        bothGetAnotherName();
        world.undo(world.run(UndoWorld.deletes(now())));

        assertThat(found()).extracting(Restore.Found::kind).doesNotContain(Restore.Kind.GONE);
        nobodyTwice();
    }

    @Test
    void whoCameBackFromABackupIsThereForAnUndo() {
        bothGetAnotherName();
        Job deleted = world.run(UndoWorld.deletes(now()));
        assertThat(JobWorld.counts(restored())).isEqualTo(Map.of(OutcomeState.DONE, 2));

        assertThat(world.plan(deleted).left()).extracting(UndoPlan.Left::reason).containsOnly(UndoPlan.Reason.BACK_ALREADY).hasSize(2);
        nobodyTwice();
    }

    @Test
    void whateverWasPlannedBefore() {
        bothGetAnotherName();
        Job deleted = world.run(UndoWorld.deletes(now()));
        ChangeSet undo = world.plan(deleted).changes("Undo", step -> true, UndoWorld.ALL);
        restored();

        assertThat(JobWorld.counts(world.run(undo))).isEqualTo(Map.of(OutcomeState.FAILED, 2));
        nobodyTwice();
    }

    @Test
    void whomNoJobKnewByItsNameInTheBackup() {
        world.server.putContact(com.google.gson.JsonParser.parseString("{\"names\": [{\"givenName\": \"Carolus\"}]}").getAsJsonObject());
        Contact linked = carolus();
        others++;
        backup = List.of(linked);
        linkElsewhere(linked);
        Contact renamed = carolus();
        assertThat(renamed.resourceName()).isNotEqualTo(linked.resourceName());
        Job deleted = world.run(UndoWorld.deletes(List.of(renamed)));
        ChangeSet undo = world.plan(deleted).changes("Undo", step -> true, UndoWorld.ALL);
        restored();
        assertThat(JobWorld.counts(world.run(undo))).as("restored, then undone").containsOnlyKeys(OutcomeState.FAILED);
        nobodyTwice();

        world.undo(world.run(UndoWorld.deletes(List.of(carolus()))));
        assertThat(found()).extracting(Restore.Found::kind).as("undone, then to be restored").doesNotContain(Restore.Kind.GONE);
    }

    @Test
    void whomTheWindowDidNotKnowToBeRenamed() {
        Job deleted = deletedUnderOldNames();
        ChangeSet undo = world.plan(deleted).changes("Undo", step -> true, UndoWorld.ALL);
        restored();
        assertThat(JobWorld.counts(world.run(undo))).isEqualTo(Map.of(OutcomeState.FAILED, 2));
        assertThat(world.plan(deleted).left()).extracting(UndoPlan.Left::reason).containsOnly(UndoPlan.Reason.BACK_ALREADY).hasSize(2);
        nobodyTwice();
    }

    private Job deletedUnderOldNames() {
        backup.forEach(this::linkElsewhere);
        return world.run(UndoWorld.deletes(backup)); // the images have the new names
    }

    @Test
    void whomTheWindowDidNotKnowToBeRenamedIsThereForABackup() {
        world.undo(deletedUnderOldNames());
        assertThat(found()).extracting(Restore.Found::kind).doesNotContain(Restore.Kind.GONE);
        nobodyTwice();
    }

    @Test
    void whatWasDoneBeforeIsUndoneUnderTheNamesTheyHaveNow() {
        Job changed = world.run(backup.stream().map(contact -> UndoWorld.url(contact, "https://example.com")).toList());
        backup = now();
        bothGetAnotherName();
        world.undo(world.run(UndoWorld.deletes(now())));

        assertThat(world.plan(changed).left()).isEmpty();
        assertThat(world.plan(created).left()).isEmpty();
        assertThat(JobWorld.counts(world.undo(changed))).isEqualTo(Map.of(OutcomeState.DONE, 2));
        world.undo(created);
        assertThat(world.listed()).hasSize(others);
    }
}
