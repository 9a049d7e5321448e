package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.EmailAddress;
import com.google.api.services.people.v1.model.Name;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.practice.Switches;

/** What happens when somebody else was there first, and to the versions this job itself moves. */
@Timeout(60)
class ConflictTest {
    @ParameterizedTest
    @CsvSource({"PRESENT,0", "PRESENT,5", "ABSENT,0", "ABSENT,5"})
    void aFieldThatWasNotTouchedElsewhereIsApplied(Switches.ContactErrors details, int lag) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactErrors().set(details);
            List<Contact> there = world.given(3);
            world.server.switches().readLag().set(Duration.ofSeconds(lag));
            nickname(world, there.get(1));

            Job job = world.run(there.stream().map(c -> JobWorld.rename(c, "Mine")).toList(), JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
            assertThat(world.server.contact(there.get(1).resourceName()).toString()).contains("Mine").contains("theirs");
        }
    }

    @ParameterizedTest
    @CsvSource({"PRESENT,0", "PRESENT,5", "ABSENT,0", "ABSENT,5"})
    void aFieldThatWasTouchedElsewhereIsAConflict(Switches.ContactErrors details, int lag) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactErrors().set(details);
            List<Contact> there = world.given(3);
            world.server.switches().readLag().set(Duration.ofSeconds(lag));
            world.server.changeElsewhere(there.get(1).resourceName(), p -> p.getAsJsonArray("names").get(0).getAsJsonObject().addProperty("givenName", "Theirs"));

            Job job = world.run(there.stream().map(c -> JobWorld.rename(c, "Mine")).toList(), JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 2, OutcomeState.CONFLICT, 1));
            Outcome conflict = job.outcomes().get(1);
            assertThat(conflict.contact().map(JobWorld::given)).contains("Theirs");
            assertThat(conflict.error().orElseThrow().cause()).isEqualTo(ErrorCause.STALE_ETAG);
            assertThat(world.server.contact(there.get(1).resourceName()).toString()).contains("Theirs").doesNotContain("Mine");
            assertThat(world.book.find(there.get(1).resourceName()).map(JobWorld::given)).contains("Theirs");
        }
    }

    @Test
    void anUnansweredUpdateOfAContactChangedElsewhereIsAConflictToo() {
        try (JobWorld world = new JobWorld()) {
            Contact contact = world.given(1).getFirst();
            world.server.faults().next(Fault.CUT_BEFORE, "people.batchUpdateContacts");
            world.server.changeElsewhere(contact.resourceName(), p -> p.getAsJsonArray("names").get(0).getAsJsonObject().addProperty("givenName", "Theirs"));

            assertThat(JobWorld.counts(world.run(JobWorld.rename(contact, "Mine")))).isEqualTo(Map.of(OutcomeState.CONFLICT, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void twoChangesToOneContactFollowEachOther(boolean readBack) {
        try (JobWorld world = new JobWorld()) {
            Contact contact = world.given(1).getFirst();
            List<Change> changes = List.of(JobWorld.rename(contact, "First"), JobWorld.email(contact, "a@example.org"), JobWorld.rename(contact, "Second"));

            Job job = world.run(changes, readBack ? JobWorld.FIELDS : FieldMask.none());

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
            assertThat(world.server.contact(contact.resourceName()).toString()).contains("\"Second\"").contains("a@example.org").doesNotContain("\"First\"");
            if (readBack) {
                assertThat(world.server.log().count("people.getBatchGet")).as("the answers carry the next version").isZero();
            }
        }
    }

    @Test
    void aLaterJobGoesOnFromWhatAnEarlierOneLeft() {
        try (JobWorld world = new JobWorld()) {
            Contact contact = world.given(1).getFirst();
            Job first = world.submit(List.of(JobWorld.rename(contact, "First")), JobWorld.FIELDS);
            Job second = world.submit(List.of(JobWorld.email(contact, "a@example.org")), FieldMask.none());
            Job third = world.submit(List.of(JobWorld.email(contact, "b@example.org")), JobWorld.FIELDS);
            JobWorld.finish(third);

            assertThat(List.of(JobWorld.counts(first), JobWorld.counts(second))).containsOnly(Map.of(OutcomeState.DONE, 1));
            assertThat(JobWorld.counts(third)).as("overwrites what it has not seen").isEqualTo(Map.of(OutcomeState.CONFLICT, 1));
            assertThat(world.server.log().maxMutatesInFlight()).isEqualTo(1);
        }
    }

    @Test
    void withoutReadingBackTheBookKnowsTheValuesAndThatItsVersionIsOld() {
        try (JobWorld world = new JobWorld()) {
            Contact contact = world.given(1).getFirst();
            world.run(List.of(JobWorld.rename(contact, "First")), FieldMask.none());

            Contact known = world.book.find(contact.resourceName()).orElseThrow();
            assertThat(JobWorld.given(known)).isEqualTo("First");
            assertThat(known.etag()).isNull();
            Job next = world.run(List.of(JobWorld.rename(known, "Second")), JobWorld.FIELDS);
            assertThat(JobWorld.counts(next)).isEqualTo(Map.of(OutcomeState.DONE, 1));
            assertThat(world.server.log().count("people.getBatchGet")).isEqualTo(1);
        }
    }

    @Test
    void createsThatAreNotReadBackAskForAReload() {
        try (JobWorld world = new JobWorld()) {
            Job quiet = world.run(JobWorld.creates(3), FieldMask.none());
            Job loud = world.run(JobWorld.creates(2), JobWorld.FIELDS);

            assertThat(quiet.snapshot().reloadNeeded()).isTrue();
            assertThat(loud.snapshot().reloadNeeded()).isFalse();
            assertThat(world.book.size()).isEqualTo(2);
        }
    }

    @Test
    void aContactThatGetsAnotherNameMovesInTheBook() {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().renaming().set(Switches.Renaming.ON_LINKING);
            Contact contact = world.given(1).getFirst();

            Job job = world.run(JobWorld.email(contact, "a@linked.example"), JobWorld.rename(contact, "Again"), new Change.Delete(contact));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3));
            assertThat(job.outcomes().getFirst().contact().orElseThrow().resourceName()).isNotEqualTo(contact.resourceName());
            assertThat(world.book.size()).isZero();
            assertThat(world.server.contactCount()).isZero();
        }
    }

    @Test
    void valuesOfAProfileAreNotSentAndNotDoubled() {
        try (JobWorld world = new JobWorld()) {
            String name = world.server.putContact(JsonParser.parseString("""
                    {"names":[{"givenName":"Ada","familyName":"Old"}],
                     "emailAddresses":[{"value":"own@example.org"},{"value":"profile@example.org","metadata":{"source":{"type":"PROFILE","id":"1"}}}]}""").getAsJsonObject());
            Contact contact = world.load().getFirst();
            assertThat(contact.items(PersonField.EMAIL_ADDRESSES)).hasSize(2);
            var after = contact.copy();
            after.getEmailAddresses().add(new EmailAddress().setValue("new@example.org"));
            after.getNames().getFirst().setFamilyName("New");

            Job job = world.run(new Change.Update(contact, after, FieldMask.of(PersonField.EMAIL_ADDRESSES, PersonField.NAMES)));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1));
            Contact now = world.listed(JobWorld.FIELDS).getFirst();
            assertThat(now.items(PersonField.EMAIL_ADDRESSES).stream().map(e -> ((EmailAddress) e).getValue()))
                    .containsExactlyInAnyOrder("own@example.org", "profile@example.org", "new@example.org");
            assertThat(((Name) now.items(PersonField.NAMES).getFirst()).getDisplayName()).isEqualTo("Ada New");
            assertThat(name).isEqualTo(now.resourceName());
        }
    }

    private static void nickname(JobWorld world, Contact contact) {
        world.server.changeElsewhere(contact.resourceName(), p -> p.add("nicknames", JsonParser.parseString("[{\"value\":\"theirs\"}]")));
    }
}
