package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;
import org.muster.practice.RequestLog;
import org.muster.practice.Weather;

/** Troubles that last: quotas, bad weather, a server that stumbles over the same batch again and again. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class WeatherTest {
    @ParameterizedTest
    @EnumSource(value = Weather.class, mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void jobsOfAllKindsComeThrough(Weather weather) {
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = world.given(8);
            List<Change> changes = new ArrayList<>(JobWorld.creates(5, i -> i == 2));
            there.subList(0, 4).forEach(c -> changes.add(JobWorld.rename(c, "Renamed")));
            there.subList(0, 2).forEach(c -> changes.add(JobWorld.email(c, "a@example.org")));
            there.subList(4, 8).forEach(c -> changes.add(new Change.Delete(c)));
            world.server.faults().weather(weather);

            Job job = world.run(changes, JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 14, OutcomeState.FAILED, 1));
            assertThat(world.listed(JobWorld.FIELDS).stream().map(JobWorld::given)).containsExactlyInAnyOrderElementsOf(
                    Stream.concat(Stream.of("New0", "New1", "New3", "New4"), Stream.generate(() -> "Renamed").limit(4)).toList());
            assertThat(world.server.log().maxMutatesInFlight()).isEqualTo(1);
        }
    }

    @Test
    void aQuotaPerMinuteIsWaitedOutWithFewIdleRequests() {
        try (JobWorld world = new JobWorld()) {
            world.server.quotas().enable();

            Job job = world.run(JobWorld.creates(3_000), FieldMask.none());

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 3_000));
            List<RequestLog.Entry> sent = world.server.log().entries().stream().filter(e -> e.methodId().equals("people.batchCreateContacts")).toList();
            assertThat(sent.stream().filter(e -> e.status() == 200)).hasSize(15);
            assertThat(sent.stream().filter(e -> e.status() == 429).count()).isBetween(1L, 4L);
        }
    }

    @Test
    void aBatchTheServerStumblesOverIsTakenApart() {
        try (JobWorld world = new JobWorld()) {
            for (int i = 0; i < 4; i++) {
                world.server.faults().next(Fault.INTERNAL_500_BEFORE, "people.batchCreateContacts");
            }
            Job job = world.run(JobWorld.creates(2), JobWorld.FIELDS);

            assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, 1, OutcomeState.FAILED, 1));
            assertThat(job.outcomes().getFirst().error().orElseThrow().cause()).isEqualTo(ErrorCause.SERVER);
            assertThat(world.server.contactCount()).isEqualTo(1);
        }
    }

    @Test
    void anOutageFailsNobody() {
        try (JobWorld world = new JobWorld()) {
            for (int i = 0; i < 12; i++) {
                world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "people.batchCreateContacts");
                world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "people.connections.list");
            }
            assertThat(JobWorld.counts(world.run(JobWorld.creates(2), JobWorld.FIELDS))).isEqualTo(Map.of(OutcomeState.DONE, 2));
            assertThat(world.server.contactCount()).isEqualTo(2);
        }
    }

    @Test
    void accountsRunSideBySide() {
        try (JobWorld one = new JobWorld(); JobWorld two = new JobWorld()) {
            Contact contact = one.given(1).getFirst();
            one.server.faults().next(Fault.QUOTA_429, "people.batchUpdateContacts");
            one.waiter.freeze();
            Job held = one.submit(List.of(JobWorld.rename(contact, "New")), JobWorld.FIELDS);
            Job free = one.service.submit(new JobService.Lane("another", two.gateway, two.book), new org.muster.changes.ChangeSet("free", JobWorld.creates(1), JobWorld.FIELDS));

            assertThat(JobWorld.counts(JobWorld.finish(free))).isEqualTo(Map.of(OutcomeState.DONE, 1));
            assertThat(held.snapshot().state().ended()).isFalse();
        }
    }
}
