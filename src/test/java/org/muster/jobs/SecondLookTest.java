package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.people.ApiError;
import org.muster.people.ErrorCause;
import org.muster.practice.Fault;

class SecondLookTest {
    private final JobWorld world = new JobWorld();
    private final SecondLook look = new SecondLook(world.gateway, world.book, world.journal, JobSettings.standard().with(world.waiter));

    @AfterEach
    void close() {
        world.close();
    }

    private static Outcome unknown(Job job, int row) {
        return new Outcome(row, job.changes().changes().get(row), OutcomeState.UNKNOWN, Optional.of(new ApiError(ErrorCause.NO_ANSWER, 0, "", "", "")), Optional.empty());
    }

    @Test
    void findsACreatedContactByItsMarkerAndTellsTheBook() {
        Job job = world.run(JobWorld.creates(3), JobWorld.FIELDS);
        world.book.replaceAll(List.of());
        Outcome found = look.look(job, unknown(job, 1));
        assertThat(found.state()).isEqualTo(OutcomeState.DONE);
        assertThat(world.book.contacts()).extracting(JobWorld::given).containsExactly("New1");
    }

    @Test
    void waitsForAContactTheListDoesNotShowYet() {
        world.server.switches().listLag().set(Duration.ofSeconds(5));
        Job job = world.run(JobWorld.creates(1), JobWorld.FIELDS);
        assertThat(look.look(job, unknown(job, 0)).state()).isEqualTo(OutcomeState.DONE);
    }

    @Test
    void whatWasNotMadeMayBeSentOnlyAfterPatience() {
        Job job = world.run(JobWorld.creates(2), JobWorld.FIELDS);
        world.server.deleteElsewhere(job.outcomes().get(1).contact().orElseThrow().resourceName());
        int before = world.waiter.waits().size();
        Outcome known = look.look(job, unknown(job, 1));
        assertThat(known.state()).isEqualTo(OutcomeState.SKIPPED);
        assertThat(Retries.possible(known)).isTrue();
        assertThat(world.waiter.waits().subList(before, world.waiter.waits().size())).isEqualTo(JobSettings.standard().patience());
    }

    @Test
    void looksForManyInTheTimeOfOne() {
        Job job = world.run(JobWorld.creates(4), JobWorld.FIELDS);
        world.server.deleteElsewhere(job.outcomes().get(1).contact().orElseThrow().resourceName());
        world.server.deleteElsewhere(job.outcomes().get(2).contact().orElseThrow().resourceName());
        int before = world.waiter.waits().size();
        assertThat(look.look(job, List.of(unknown(job, 2), unknown(job, 0), unknown(job, 1)))).extracting(Outcome::row, Outcome::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, OutcomeState.SKIPPED), org.assertj.core.groups.Tuple.tuple(0, OutcomeState.DONE), org.assertj.core.groups.Tuple.tuple(1, OutcomeState.SKIPPED));
        assertThat(world.waiter.waits().subList(before, world.waiter.waits().size())).isEqualTo(JobSettings.standard().patience());
    }

    @Test
    void readsUpdatesBack() {
        Contact before = world.given(1).getFirst();
        Job job = world.run(JobWorld.rename(before, "Renamed"));
        world.book.replaceAll(List.of(before));
        assertThat(look.look(job, unknown(job, 0)).state()).isEqualTo(OutcomeState.DONE);
    }

    @Test
    void seesThatADeleteHappened() {
        Contact before = world.given(1).getFirst();
        Job job = world.run(new Change.Delete(before));
        assertThat(look.look(job, unknown(job, 0)).state()).isEqualTo(OutcomeState.DONE);
    }

    @Test
    void staysUnknownWhileTheServerIsAway() {
        Job job = world.run(JobWorld.creates(1), JobWorld.FIELDS);
        world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE);
        assertThat(look.look(job, unknown(job, 0)).state()).isEqualTo(OutcomeState.UNKNOWN);
    }
}
