package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.practice.Fault;
import org.muster.practice.Switch;

/** Every fault under every position of every switch, on creates, updates and deletes: nothing lost, nothing doubled, everything accounted for. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class JobFaultsTest {
    /** Switches that say nothing about jobs: signing in, searching, syncing. */
    private static final List<String> IDLE = List.of("consent", "refreshLimit", "accessTokenLife", "searchCache", "expiredSyncToken", "syncTokenLife", "deltaDelay", "overLimitText", "phoneRegion");

    static Stream<Arguments> switches() {
        try (JobWorld world = new JobWorld()) {
            return world.server.switches().all().stream().filter(s -> !IDLE.contains(s.name()))
                    .flatMap(s -> s.positions().stream().map(p -> Arguments.of(s.name(), s.positions().indexOf(p), p.toString()))).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}={2}")
    @MethodSource("switches")
    void losesAndDoublesNothing(String name, int position, String what) {
        for (Fault fault : Fault.values()) {
            if (hangs(fault) && (position > 0 || !name.equals("contactErrors"))) {
                continue; // real time passes until a client gives up: once is enough
            }
            try (JobWorld world = new JobWorld()) {
                Switch<?> moved = world.server.switches().all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
                moved.choose(position);
                everyKind(world, fault, name + "=" + what + " " + fault);
            }
        }
    }

    private static void everyKind(JobWorld world, Fault fault, String when) {
        List<Contact> there = world.given(6);
        List<Change> changes = new ArrayList<>(JobWorld.creates(4));
        there.subList(0, 3).forEach(c -> changes.add(JobWorld.rename(c, "Renamed")));
        there.subList(3, 6).forEach(c -> changes.add(new Change.Delete(c)));
        for (String method : List.of("people.batchCreateContacts", "people.batchUpdateContacts", "people.batchDeleteContacts")) {
            world.server.faults().next(fault, method);
        }
        world.server.log().clear();
        JobService.Lane lane = hangs(fault) ? new JobService.Lane("practice", world.impatient(), world.book) : world.lane();

        Job job = JobWorld.finish(world.service.submit(lane, new ChangeSet("all kinds", changes, JobWorld.FIELDS)));

        assertThat(world.server.faults().pending()).as(when).isZero();
        assertThat(JobWorld.counts(job)).as(when).isEqualTo(Map.of(OutcomeState.DONE, 10));
        if (!hangs(fault)) { // a request that hangs is still "in flight" at the server when the client has long given it up
            assertThat(world.server.log().maxMutatesInFlight()).as(when).isEqualTo(1);
        }
        List<Contact> now = world.listed(JobWorld.FIELDS);
        assertThat(now.stream().map(JobWorld::given)).as(when)
                .containsExactlyInAnyOrder("New0", "New1", "New2", "New3", "Renamed", "Renamed", "Renamed");
        assertThat(world.book.contacts().stream().map(Contact::resourceName)).as(when).containsExactlyInAnyOrderElementsOf(now.stream().map(Contact::resourceName).toList());
        assertThat(world.book.contacts().stream().map(JobWorld::given)).as(when).containsExactlyInAnyOrderElementsOf(now.stream().map(JobWorld::given).toList());
    }

    private static boolean hangs(Fault fault) {
        return fault == Fault.HANG_BEFORE || fault == Fault.HANG_AFTER;
    }

    @ParameterizedTest
    @MethodSource("readBacks")
    void losesAndDoublesNothingWhateverIsReadBack(FieldMask readBack) {
        for (Fault fault : Fault.values()) {
            if (hangs(fault)) {
                continue;
            }
            try (JobWorld world = new JobWorld()) {
                List<Contact> there = world.given(2);
                world.server.faults().next(fault, "people.batchCreateContacts");
                world.server.faults().next(fault, "people.batchUpdateContacts");
                Job job = world.run(List.of(JobWorld.create("New"), JobWorld.rename(there.getFirst(), "Renamed")), readBack);

                assertThat(JobWorld.counts(job)).as(fault + " " + readBack).isEqualTo(Map.of(OutcomeState.DONE, 2));
                assertThat(world.book.find(there.getFirst().resourceName()).map(JobWorld::given)).contains("Renamed");
                assertThat(world.listed(JobWorld.FIELDS).stream().map(JobWorld::given)).containsExactlyInAnyOrder("New", "Renamed", "Person");
            }
        }
    }

    static Stream<FieldMask> readBacks() {
        return Stream.of(FieldMask.none(), FieldMask.of(PersonField.METADATA), FieldMask.of(PersonField.EMAIL_ADDRESSES), FieldMask.all());
    }
}
