package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Biography;
import com.google.api.services.people.v1.model.ContactGroupMembership;
import com.google.api.services.people.v1.model.Membership;
import com.google.api.services.people.v1.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.practice.RequestLog;
import org.muster.practice.Switch;
import org.muster.practice.Switches;

/** One bad contact never costs its neighbours, and is named with its reason. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class BadRowsTest {
    private static final Set<Integer> BAD = Set.of(0, 199, 200, 450, 451, 777, 999);

    private record Position(Switches.ContactErrors details, Switches.BatchStatus status, Switches.LegacyErrors legacy) {}

    static Stream<Position> positions() {
        return Stream.of(Switches.ContactErrors.values()).flatMap(d -> Stream.of(Switches.BatchStatus.values())
                .flatMap(s -> Stream.of(Switches.LegacyErrors.values()).map(l -> new Position(d, s, l))));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void sevenBadRowsOfAThousandAreNamedAndTheOthersMade(Position position) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactErrors().set(position.details());
            world.server.switches().batchStatus().set(position.status());
            world.server.switches().legacyErrors().set(position.legacy());

            Job job = world.run(JobWorld.creates(1000, BAD::contains), FieldMask.of(PersonField.NAMES));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 993, OutcomeState.FAILED, 7));
            List<Outcome> failed = job.outcomes().stream().filter(o -> o.state() == OutcomeState.FAILED).toList();
            assertThat(failed.stream().map(Outcome::row)).containsExactlyInAnyOrderElementsOf(BAD);
            assertThat(failed.stream().map(o -> o.error().orElseThrow().cause())).containsOnly(ErrorCause.SINGLETON);
            assertThat(failed.stream().map(o -> o.error().orElseThrow().message())).doesNotContain("");
            assertThat(world.server.contactCount()).isEqualTo(993);
            assertThat(world.listed(JobWorld.FIELDS).stream().map(JobWorld::given).distinct()).hasSize(993);
            assertThat(world.server.log().maxMutatesInFlight()).isEqualTo(1);
            assertThat(world.server.log().entries().stream().filter(e -> e.methodId().equals("people.batchCreateContacts")).mapToInt(RequestLog.Entry::items).max().orElseThrow()).isBetween(199, 200);
        }
    }

    private record Turned(String name, int position, String words) {
        @Override
        public String toString() {
            return name + "=" + words;
        }
    }

    /** Every other position of every switch there is, each on its own. The three above are tried in all their combinations, where all others stand at their first position. */
    static Stream<Turned> everyOtherPosition() {
        try (JobWorld world = new JobWorld()) {
            Switches switches = world.server.switches();
            Set<Switch<?>> above = Set.of(switches.contactErrors(), switches.batchStatus(), switches.legacyErrors());
            assertThat(switches.all()).allMatch(s -> s.get().equals(s.positions().getFirst()));
            return switches.all().stream().filter(s -> !above.contains(s))
                    .flatMap(s -> IntStream.range(1, s.positions().size()).mapToObj(i -> new Turned(s.name(), i, s.positions().get(i).toString())))
                    .toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyOtherPosition")
    void sevenBadRowsOfAThousandAtEveryOtherPositionOfEverySwitch(Turned turned) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().all().stream().filter(s -> s.name().equals(turned.name())).findFirst().orElseThrow().choose(turned.position());

            Job job = world.run(JobWorld.creates(1000, BAD::contains), FieldMask.of(PersonField.NAMES));

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 993, OutcomeState.FAILED, 7));
            assertThat(job.outcomes().stream().filter(o -> o.state() == OutcomeState.FAILED).map(Outcome::row)).containsExactlyInAnyOrderElementsOf(BAD);
            assertThat(world.server.contactCount()).isEqualTo(993);
            assertThat(world.server.log().maxMutatesInFlight()).isEqualTo(1);
            assertThat(world.server.log().entries().stream().filter(e -> e.methodId().equals("people.batchCreateContacts")).mapToInt(RequestLog.Entry::items).max().orElseThrow()).isLessThanOrEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void badRowsAreNamedInBadWeatherToo(Fault fault) {
        if (fault.name().startsWith("HANG")) {
            return;
        }
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactErrors().set(Switches.ContactErrors.ABSENT);
            world.server.faults().next(fault, "people.batchCreateContacts", 1);
            world.server.faults().next(fault, "people.batchCreateContacts", 2);
            world.server.faults().next(fault, "people.batchCreateContacts", 4);
            world.server.faults().next(fault, "people.connections.list", 1);

            Job job = world.run(JobWorld.creates(30, i -> i == 7 || i == 8), JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 28, OutcomeState.FAILED, 2));
            assertThat(world.listed(JobWorld.FIELDS).stream().map(JobWorld::given).distinct()).hasSize(28);
            assertThat(world.server.contactCount()).isEqualTo(28);
        }
    }

    @ParameterizedTest
    @EnumSource(Switches.ContactErrors.class)
    void tellsByWhatWasSentWhyItWasRefused(Switches.ContactErrors details) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactErrors().set(details);
            Person twoNotes = JobWorld.named("Two").setBiographies(List.of(new Biography().setValue("1"), new Biography().setValue("2")));
            Person strange = JobWorld.named("Label").setMemberships(List.of(new Membership().setContactGroupMembership(new ContactGroupMembership().setContactGroupResourceName("contactGroups/none"))));

            Job job = world.run(create(JobWorld.named("Good")), create(twoNotes), create(JobWorld.named("x".repeat(1025))), create(new Person()), create(strange), create(JobWorld.named("Fine")));

            assertThat(job.outcomes().stream().map(o -> o.error().map(ApiError::cause).orElse(null))).containsExactly(
                    null, ErrorCause.SINGLETON, ErrorCause.TOO_LONG, ErrorCause.EMPTY_CONTACT, ErrorCause.BAD_LABEL, null);
        }
    }

    private static Change create(Person person) {
        return new Change.Create(person, "");
    }

    @ParameterizedTest
    @EnumSource(Switches.Refusal.class)
    void aFullAccountTakesWhatItCanAndSaysSo(Switches.Refusal refusal) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactCap().set(137);
            world.server.switches().overflow().set(refusal);

            Job job = world.run(JobWorld.creates(500), JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 137, OutcomeState.FAILED, 363));
            assertThat(job.outcomes().stream().filter(o -> o.state() == OutcomeState.FAILED).map(o -> o.error().orElseThrow().cause())).containsOnly(ErrorCause.ACCOUNT_FULL);
            assertThat(world.server.log().count("people.batchCreateContacts")).isLessThan(25);
        }
    }

    @ParameterizedTest
    @EnumSource(Switches.DeleteMissing.class)
    void whatIsGoneAlreadyCountsAsDeleted(Switches.DeleteMissing position) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().deleteMissing().set(position);
            List<Contact> there = world.given(700);
            world.server.deleteElsewhere(there.get(3).resourceName());
            world.server.deleteElsewhere(there.get(699).resourceName());

            Job job = world.run(there.stream().map(Change.Delete::new).toList(), FieldMask.none());

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 700));
            assertThat(world.server.contactCount()).isZero();
            assertThat(world.book.size()).isZero();
            assertThat(job.outcomes().get(3).error().map(ApiError::cause)).contains(ErrorCause.NOT_FOUND);
            assertThat(job.outcomes().get(4).error()).isEmpty();
            assertThat(world.server.log().entries().stream().filter(e -> e.methodId().equals("people.batchDeleteContacts")).mapToInt(RequestLog.Entry::items).max().orElseThrow()).isEqualTo(499);
        }
    }

    @ParameterizedTest
    @MethodSource("positions")
    void updatesThatAreBadGoneOrStaleDoNotCostTheOthers(Position position) {
        try (JobWorld world = new JobWorld()) {
            world.server.switches().contactErrors().set(position.details());
            world.server.switches().batchStatus().set(position.status());
            world.server.switches().legacyErrors().set(position.legacy());
            List<Contact> there = world.given(40);
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                changes.add(JobWorld.rename(there.get(i), i == 11 ? "x".repeat(1025) : "R" + i));
            }
            world.server.deleteElsewhere(there.get(5).resourceName());
            world.server.changeElsewhere(there.get(6).resourceName(), p -> p.getAsJsonArray("names").get(0).getAsJsonObject().addProperty("givenName", "Theirs"));
            world.server.changeElsewhere(there.get(7).resourceName(), p -> p.add("nicknames", com.google.gson.JsonParser.parseString("[{\"value\":\"nick\"}]")));

            Job job = world.run(changes, JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 37, OutcomeState.FAILED, 2, OutcomeState.CONFLICT, 1));
            assertThat(job.outcomes().get(5).error().orElseThrow().cause()).isEqualTo(ErrorCause.NOT_FOUND);
            assertThat(job.outcomes().get(11).error().orElseThrow().cause()).isEqualTo(ErrorCause.TOO_LONG);
            assertThat(job.outcomes().get(6).error().orElseThrow().cause()).isEqualTo(ErrorCause.STALE_ETAG);
            assertThat(job.outcomes().get(6).contact().map(JobWorld::given)).contains("Theirs");
            assertThat(world.server.contact(there.get(7).resourceName()).toString()).contains("\"R7\"").contains("nick");
            assertThat(world.server.contact(there.get(6).resourceName()).toString()).contains("Theirs").doesNotContain("\"R6\"");
            assertThat(world.book.find(there.get(5).resourceName())).isEmpty();
        }
    }

    @Test
    void everyRowHasItsLineInTheReport() {
        try (JobWorld world = new JobWorld()) {
            Job job = world.run(JobWorld.creates(3, i -> i == 1), JobWorld.FIELDS);

            List<JobReport.Row> rows = JobReport.of(job.outcomes());
            assertThat(rows.stream().map(JobReport.Row::origin)).containsExactly("row 1", "row 2", "row 3");
            assertThat(rows.get(1).displayName()).isEqualTo("New1");
            assertThat(rows.get(1).cause()).contains(ErrorCause.SINGLETON);
            assertThat(rows.get(1).sentence()).startsWith("More than one value. Google keeps one name");
            assertThat(rows.get(1).words()).contains("Cannot have more than one person.biographies");
            assertThat(rows.get(0).resourceName()).startsWith("people/c");
            assertThat(rows.get(0).sentence()).isEmpty();
        }
    }
}
