package org.muster.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.people.v1.model.Name;
import com.google.api.services.people.v1.model.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.changes.Change;
import org.muster.changes.ChangeSet;
import org.muster.changes.Marker;
import org.muster.contacts.FieldMask;
import org.muster.practice.Fault;
import org.muster.store.StoreProblem;

/** What a job that was stopped has made already, as far as the account or the journal can tell, it does not make again. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class MadeBeforeTest {
    @TempDir
    Path folder;

    private UndoWorld world;
    private int others;

    @BeforeEach
    void open() {
        world = UndoWorld.ofFew(folder);
        others = world.listed().size();
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** A job of an earlier process: these rows were noted to be sent, and these were carried out. Of none it was noted. */
    private void earlier(int size, List<Integer> sent, List<Integer> made) {
        ChangeSet creates = new ChangeSet("new", IntStream.range(0, size).<Change>mapToObj(i -> new Change.Create(new Person().setNames(List.of(new Name().setGivenName("New" + i))), "")).toList(), UndoWorld.ALL);
        world.journal.accepted("earlier", "practice", creates).join();
        if (!sent.isEmpty()) {
            world.journal.sending("earlier", sent).join();
        }
        List<Person> bodies = new ArrayList<>();
        made.forEach(row -> bodies.add(Bodies.create((Change.Create) creates.changes().get(row), Marker.of("earlier", row))));
        if (!bodies.isEmpty()) {
            UndoWorld.ok(world.gateway.batchCreate(bodies, FieldMask.none(), Set.of()));
        }
        world.load();
    }

    private Job earlierJob() {
        try {
            return world.takeUp(world.archive.unfinished("practice").getFirst());
        } catch (StoreProblem e) {
            throw new AssertionError(e);
        }
    }

    private Job resumed() {
        Job job = earlierJob();
        job.resume();
        return JobWorld.finish(job);
    }

    private static List<Integer> rows(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private void assertAllDoneAndNobodyTwice(Job job, int size) {
        assertThat(JobWorld.counts(job)).isEqualTo(Map.of(OutcomeState.DONE, size));
        assertThat(world.listed()).as("nobody twice").hasSize(others + size);
        assertThat(world.book.size()).isEqualTo(others + size);
    }

    @Test
    void alsoWhatItsOwnJournalSaysIsWaiting() {
        earlier(250, rows(0, 5), rows(0, 200)); // a copy of its data folder went on with it
        assertAllDoneAndNobodyTwice(resumed(), 250);
    }

    @Test
    void whateverStoodBetweenItAndTheListing() {
        earlier(4, List.of(), rows(0, 4)); // it was stopped between two batches, so that nothing is in doubt
        world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE, "people.connections.list", 3);
        assertAllDoneAndNobodyTwice(resumed(), 4);
        assertThat(world.server.log().count("people.batchCreateContacts")).as("but for the test's own").isEqualTo(1);
    }

    @Test
    void whoCancelsNeedNotWaitForAListing() {
        earlier(4, List.of(), List.of());
        world.server.log().clear();
        Job job = earlierJob();
        job.cancel();
        assertThat(JobWorld.counts(JobWorld.finish(job))).isEqualTo(Map.of(OutcomeState.SKIPPED, 4));
        assertThat(world.server.log().count("people.connections.list")).isZero();
    }
}
