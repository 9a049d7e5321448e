package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.contacts.FieldMask;
import org.muster.people.ErrorCause;
import org.muster.store.Database;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;

/**
 * Any positions of all switches, several faults, bad rows, other devices, and power cuts at any moment: what the journal says of each contact in the end is
 * what the account holds.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class PowerCutTest {
    @TempDir
    Path folder;

    private int cutsInAll;
    private int requests;

    static IntStream seeds() {
        int first = Integer.getInteger("muster.cuts.first", 0);
        return IntStream.range(first, first + Integer.getInteger("muster.cuts", 40));
    }

    /** As many scripts as {@code muster.scripts} says, 1,000 by default: half of them jobs, half of them jobs and their undo. */
    @Test
    @Tag("torture")
    @Timeout(3_000)
    void aThousandScripts() throws StoreProblem {
        int scripts = Integer.getInteger("muster.scripts", 1_000);
        for (int script = 0; script < scripts; script++) {
            Path place = folder.resolve(Integer.toString(script));
            if (script % 2 == 0) {
                account(10_000 + script, place);
            } else {
                takeBack(10_000 + script, place);
            }
        }
        System.out.printf("%,d scripts of faults, full disks and clocks put forward and back, %,d power cuts in them, %,d requests: every contact accounted for, none lost, none doubled%n",
                scripts, cutsInAll, requests);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyContactIsAccountedForAfterAnyCuts(int seed) throws StoreProblem {
        account(seed, folder);
    }

    private void account(int seed, Path place) throws StoreProblem {
        Random random = new Random(seed);
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = world.given(12);
            List<Change> changes = StormTest.changes(random, there);
            StormTest.elsewhere(random, world, there);
            StormTest.anyWeather(random, world);
            world.server.log().clear();
            Database database = Database.open(place.resolve("muster.db"));
            JobArchive archive = new JobArchive(database);

            String id = toTheEnd(random, world, database, new ChangeSet("a job", changes, JobWorld.FIELDS));

            assertThat(world.server.log().maxMutatesInFlight()).isLessThanOrEqualTo(1);
            requests += world.server.log().entries().size();
            StormTest.accountFor("seed " + seed, world, archive.job(id).orElseThrow().outcomes());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAJobDidIsTakenBackAfterAnyCuts(int seed) throws StoreProblem {
        takeBack(seed, folder);
    }

    private void takeBack(int seed, Path place) throws StoreProblem {
        Random random = new Random(seed);
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = rich(world);
            Map<String, Long> before = said(world);
            Database database = Database.open(place.resolve("muster.db"));
            JobArchive archive = new JobArchive(database);
            StormTest.anyWeather(random, world);
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < there.size(); i++) {
                switch (random.nextInt(4)) {
                    case 0 -> changes.add(JobWorld.rename(there.get(i), "Renamed" + i));
                    case 1 -> changes.add(JobWorld.create("New" + i));
                    default -> changes.add(new Change.Delete(there.get(i)));
                }
            }
            String job = toTheEnd(random, world, database, new ChangeSet("a job", changes, JobWorld.FIELDS));
            assertThat(archive.job(job).orElseThrow().outcomes()).as("seed %d", seed).allMatch(outcome -> outcome.state() == OutcomeState.DONE);

            UndoPlan plan = plan(world, archive, job);
            assertThat(plan.left()).as("seed %d", seed).isEmpty();
            StormTest.anyWeather(random, world);
            String undo = toTheEnd(random, world, database, plan.changes("undo", step -> true, JobWorld.FIELDS));
            assertThat(archive.job(undo).orElseThrow().outcomes()).as("seed %d", seed).allMatch(outcome -> outcome.state() == OutcomeState.DONE);

            // Another one finds nothing to do, whatever became of the first; or what a read that lags behind shows as the job had left it, which its version guards
            UndoPlan again = plan(world, archive, job);
            assertThat(again.steps()).as("seed %d again: %s", seed, again.left()).allMatch(step -> step.change() instanceof Change.Update);
            if (!again.steps().isEmpty()) {
                Job vain = JobWorld.finish(world.service.submit(world.lane(), again.changes("again", step -> true, JobWorld.FIELDS)));
                assertThat(vain.outcomes()).as("seed %d again", seed).allMatch(outcome -> outcome.state() == OutcomeState.DONE);
            }
            assertThat(said(world)).as("seed %d", seed).isEqualTo(before);
            assertThat(plan(world, archive, job).steps()).as("seed %d, once all is told", seed).isEmpty();
            assertThat(world.server.log().maxMutatesInFlight()).isLessThanOrEqualTo(1);
            requests += world.server.log().entries().size();
        }
    }

    /** As a command plans it right after the job: from a listing, and reads, that may lag behind. */
    private static UndoPlan plan(JobWorld world, JobArchive archive, String job) throws StoreProblem {
        world.server.faults().clear();
        List<Contact> listed = new ArrayList<>();
        UndoWorld.ok(world.gateway.list(JobWorld.FIELDS, Set.of(), page -> listed.addAll(page.contacts())));
        world.book.replaceAll(listed);
        return UndoWorld.ok(Undo.plan(archive.past(job).orElseThrow(), world.lane(), world.waiter));
    }

    /** How many contacts say what, whole and with their photos. */
    private static Map<String, Long> said(JobWorld world) {
        return world.listed(UndoWorld.ALL).stream().collect(Collectors.groupingBy(contact -> InWords.of(contact, world.gateway), Collectors.counting()));
    }

    /** Contacts with fields that no job here is about, a label, and some of them with a photo. */
    private static List<Contact> rich(JobWorld world) {
        String label = UndoWorld.ok(world.gateway.createLabel("Choir")).resourceName();
        for (int i = 0; i < 12; i++) {
            String name = world.server.putContact(JsonParser.parseString("""
                    {"names": [{"givenName": "Person", "familyName": "No%1$d"}], "nicknames": [{"value": "Nick%1$d"}],
                     "emailAddresses": [{"value": "one%1$d@example.org", "type": "home"}, {"value": "two%1$d@example.org"}],
                     "addresses": [{"streetAddress": "%1$d High Street", "city": "Oxford", "type": "work"}], "userDefined": [{"key": "Number", "value": "%1$d"}],
                     "memberships": [{"contactGroupMembership": {"contactGroupResourceName": "contactGroups/myContacts"}}, {"contactGroupMembership": {"contactGroupResourceName": "%2$s"}}]}
                    """.formatted(i, label)).getAsJsonObject());
            if (i % 3 == 0) {
                UndoWorld.ok(world.gateway.updatePhoto(name, UndoWorld.picture(i), FieldMask.none(), Set.of()));
            }
        }
        return world.load();
    }

    /** A job, through power cuts, full disks and clocks put forward and back. */
    private String toTheEnd(Random random, JobWorld world, Database database, ChangeSet changes) throws StoreProblem {
        JobArchive archive = new JobArchive(database);
        int cuts = 0;
        String id = "";
        while (id.isEmpty() || !archive.unfinished("practice").isEmpty()) {
            PowerCut cut = new PowerCut(cuts < 6 ? random.nextInt(12) : Integer.MAX_VALUE, () -> anyTime(random, world), () -> random.nextInt(20) == 0);
            id = run(world, database, cut, id, changes);
            cuts += cut.happened() ? 1 : 0;
        }
        cutsInAll += cuts;
        return id;
    }

    /** Somebody may put the clock forward or back at any moment. */
    private static void anyTime(Random random, JobWorld world) {
        if (random.nextInt(10) == 0) {
            world.waiter.jump(Duration.ofMinutes(random.nextInt(-600, 600)));
        }
    }

    /** Makes room on the disk, whenever a job pauses for want of it. */
    private static final class MakingRoom implements Consumer<Job> {
        private final AtomicBoolean making = new AtomicBoolean();

        @Override
        public void accept(Job job) {
            boolean full = job.snapshot().state() == JobState.PAUSED && job.snapshot().problem().filter(p -> p.cause() == ErrorCause.DISK_FULL).isPresent();
            if (full && making.compareAndSet(false, true)) {
                job.resume(); // which tells of the job once more
                making.set(false);
            }
        }
    }

    /** One run of Muster, until the job has ended or the power is cut. */
    private static String run(JobWorld world, Database database, PowerCut cut, String id, ChangeSet changes) throws StoreProblem {
        try (SqliteJournal journal = new SqliteJournal(database, Clock.systemUTC());
                LaneJobService service = new LaneJobService(cut.on(journal), JobSettings.standard().with(world.waiter))) {
            JobService.Lane lane = new JobService.Lane("practice", cut.on(world.gateway), new ContactBook());
            MakingRoom room = new MakingRoom();
            Job job;
            if (id.isEmpty()) {
                job = service.submit(lane, changes);
                job.addListener(room);
                room.accept(job);
            } else {
                job = service.takeUp(lane, new JobArchive(database).unfinished("practice").getFirst());
                job.addListener(room);
                job.resume();
            }
            return JobWorld.finish(job).id();
        }
    }
}
