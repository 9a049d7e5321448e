package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.contacts.Contact;
import org.muster.contacts.ContactBook;
import org.muster.store.Database;
import org.muster.store.JobArchive;
import org.muster.store.SqliteJournal;
import org.muster.store.StoreProblem;

/**
 * Any positions of all switches, several faults, bad rows, other devices, and power cuts at any moment: what the journal says of each contact in the end is
 * what the account holds.
 */
@Timeout(120)
class PowerCutTest {
    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("muster.cuts", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyContactIsAccountedForAfterAnyCuts(int seed) throws StoreProblem {
        Random random = new Random(seed);
        try (JobWorld world = new JobWorld()) {
            List<Contact> there = world.given(12);
            List<Change> changes = StormTest.changes(random, there);
            StormTest.elsewhere(random, world, there);
            StormTest.anyWeather(random, world);
            world.server.log().clear();
            Database database = Database.open(folder.resolve("muster.db"));
            JobArchive archive = new JobArchive(database);

            int cuts = 0;
            String id = "";
            while (id.isEmpty() || !archive.unfinished("practice").isEmpty()) {
                PowerCut cut = new PowerCut(cuts < 6 ? random.nextInt(12) : Integer.MAX_VALUE);
                id = run(world, database, cut, id, changes);
                cuts += cut.happened() ? 1 : 0;
            }

            assertThat(world.server.log().maxMutatesInFlight()).isLessThanOrEqualTo(1);
            StormTest.accountFor("seed " + seed + " cuts " + cuts, world, archive.job(id).orElseThrow().outcomes());
        }
    }

    /** One run of Muster, until the job has ended or the power is cut. */
    private static String run(JobWorld world, Database database, PowerCut cut, String id, List<Change> changes) throws StoreProblem {
        try (SqliteJournal journal = new SqliteJournal(database, Clock.systemUTC());
                LaneJobService service = new LaneJobService(cut.on(journal), JobSettings.standard().with(world.waiter))) {
            JobService.Lane lane = new JobService.Lane("practice", cut.on(world.gateway), new ContactBook());
            Job job;
            if (id.isEmpty()) {
                job = service.submit(lane, new ChangeSet("a job", changes, JobWorld.FIELDS));
            } else {
                job = service.takeUp(lane, new JobArchive(database).unfinished("practice").getFirst());
                job.resume();
            }
            return JobWorld.finish(job).id();
        }
    }
}
