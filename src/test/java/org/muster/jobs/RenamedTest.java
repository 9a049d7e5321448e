package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.practice.Fault;
import org.muster.practice.Switches;

/** Contacts that Google gives another name, because they became linked to a profile: here or on another device, they stay one contact. */
@Timeout(60)
class RenamedTest {
    private final JobWorld world = new JobWorld();
    private Contact old;

    @BeforeEach
    void oneContact() {
        world.server.switches().renaming().set(Switches.Renaming.ON_LINKING);
        old = world.given(1).getFirst();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Another device links the contact to a profile, which gives it another name. */
    private Contact linkedElsewhere(String given) {
        Contact here = world.listed(JobWorld.FIELDS).getFirst();
        Change.Update email = JobWorld.email(here, "ada@linked.example");
        JobService.Lane elsewhere = new JobService.Lane("elsewhere", world.gateway, new ContactBook());
        JobWorld.finish(world.service.submit(elsewhere, new org.muster.changes.ChangeSet("link", List.of(email), JobWorld.FIELDS)));
        Contact linked = world.listed(JobWorld.FIELDS).getFirst();
        if (!given.isEmpty()) {
            JobWorld.finish(world.service.submit(elsewhere, new org.muster.changes.ChangeSet("name", List.of(JobWorld.rename(linked, given)), JobWorld.FIELDS)));
        }
        assertThat(linked.resourceName()).isNotEqualTo(old.resourceName());
        return world.listed(JobWorld.FIELDS).getFirst();
    }

    private void bookHoldsTheAccountAndNoMore() {
        assertThat(world.book.contacts().stream().map(Contact::resourceName)).isEqualTo(world.listed(JobWorld.FIELDS).stream().map(Contact::resourceName).toList());
    }

    @Test
    void anUpdateOfAContactLinkedElsewhereLeavesNoSecondOneInTheBook() {
        linkedElsewhere("");
        Job job = world.run(JobWorld.rename(old, "Renamed"));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        bookHoldsTheAccountAndNoMore();
    }

    @Test
    void aConflictWithAContactLinkedElsewhereLeavesNoSecondOneInTheBook() {
        linkedElsewhere("Theirs");
        Job job = world.run(JobWorld.rename(old, "Mine"));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.CONFLICT, 1));
        bookHoldsTheAccountAndNoMore();
    }

    @Test
    void aDeleteQueuedBehindALinkLeavesNothingInTheBook() {
        JobWorld.finish(world.submit(List.of(JobWorld.email(old, "ada@linked.example")), JobWorld.FIELDS));
        Job job = world.run(new Change.Delete(old));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        bookHoldsTheAccountAndNoMore();
    }

    @Test
    void anUpdateQueuedBehindALinkLeavesOneInTheBook() {
        JobWorld.finish(world.submit(List.of(JobWorld.email(old, "ada@linked.example")), JobWorld.FIELDS));
        Job job = world.run(JobWorld.rename(old, "Renamed"));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
        bookHoldsTheAccountAndNoMore();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"HANG_BEFORE", "HANG_AFTER"}, mode = EnumSource.Mode.EXCLUDE)
    void aLinkUnderAnyFaultLeavesOneContact(Fault fault) {
        world.server.faults().next(fault, "people.batchUpdateContacts");
        Job job = world.run(JobWorld.email(old, "ada@linked.example"), JobWorld.rename(old, "Renamed"), new Change.Create(JobWorld.named("New"), ""));

        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
        List<Contact> now = world.listed(JobWorld.FIELDS);
        assertThat(now.stream().map(JobWorld::given)).containsExactlyInAnyOrder("Renamed", "New");
        assertThat(now.stream().flatMap(c -> c.items(org.muster.contacts.PersonField.EMAIL_ADDRESSES).stream()).map(i -> ((EmailAddress) i).getValue())).containsExactly("ada@linked.example");
        assertThat(Set.copyOf(world.book.contacts().stream().map(Contact::resourceName).toList())).isEqualTo(Set.copyOf(now.stream().map(Contact::resourceName).toList()));
    }
}
