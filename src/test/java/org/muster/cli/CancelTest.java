package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muster.changes.Change;
import org.muster.contacts.Contact;
import org.muster.contacts.FieldMask;
import org.muster.contacts.PersonField;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JobState;
import org.muster.jobs.Journal;
import org.muster.jobs.JournalBeside;
import org.muster.jobs.Kept;
import org.muster.people.Answer;
import org.muster.practice.Fault;

@Timeout(60)
class CancelTest {
    private static final JobSettings QUICK = new JobSettings(JobSettings.standard().waiter(), JobSettings.standard().random(), Duration.ofMillis(2), Duration.ofMillis(2), List.of(), 3, 3, 2);

    @TempDir
    Path folder;

    private static List<Change.Delete> deletes(DeskWorld world, int count) {
        for (int i = 0; i < count; i++) {
            world.server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"Person " + i + "\"}]}").getAsJsonObject());
        }
        List<Contact> there = new ArrayList<>();
        assertThat(world.lane().gateway().list(FieldMask.of(PersonField.NAMES, PersonField.METADATA), Set.of(), page -> there.addAll(page.contacts()))).isInstanceOf(Answer.Ok.class);
        return there.stream().map(Change.Delete::new).toList();
    }

    @Test
    void whatWasSentIsLookedAfterAndTheRestIsNotSentAnyMore() throws Exception {
        try (DeskWorld world = new DeskWorld(folder, QUICK, UnaryOperator.identity())) {
            List<Change.Delete> deletes = deletes(world, 4);
            world.stopped("first", deletes, List.of(0, 1));
            world.stopped("second", 2);
            world.server.deleteElsewhere(deletes.getFirst().before().resourceName());
            assertThat(world.run(new JobsListCommand()).said()).endsWith("2 jobs, 2 not ended.\n");
            Path report = folder.resolve("report.csv");

            DeskWorld.Ran ran = world.run(new JobsCancelCommand(), "--report", report.toString());
            assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.DONE);
            assertThat(ran.said()).contains("Job first: 1 done, 0 not done, 3 not sent", "Create 2: 0 done, 0 not done, 2 not sent");
            assertThat(Files.readAllLines(report)).hasSize(7).filteredOn(line -> line.startsWith("first,1,")).allMatch(line -> line.contains(",done,"));
            assertThat(Files.readAllLines(report)).filteredOn(line -> line.contains(",skipped,")).hasSize(5);
            assertThat(world.server.log().count("people.batchDeleteContacts") + world.server.log().count("people.batchCreateContacts")).isZero();
            assertThat(world.server.contactCount()).isEqualTo(3);

            DeskWorld.Ran jobs = world.run(new JobsListCommand(), "--output", "csv");
            assertThat(jobs.said()).endsWith("2 jobs.\n");
            assertThat(jobs.said().lines().filter(line -> line.contains(",cancelled,"))).hasSize(2);
            assertThat(world.run(new JobsResumeCommand()).said()).contains("No job of this account was stopped");
        }
    }

    @Test
    void whatAStoppedJobHasStillToMakeIsADouble() throws Exception {
        try (DeskWorld world = new DeskWorld(folder, QUICK, UnaryOperator.identity())) {
            world.stopped("first", 2);
            Path file = Files.writeString(folder.resolve("again.csv"), "First Name\nPerson 0\nPerson 1\nZoe\n");
            DeskWorld.Ran ran = world.run(new CreateCommand(), "--from", file.toString(), "--skip-doubles", "--yes");
            assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.DONE);
            assertThat(ran.said()).contains("row 1");
            assertThat(world.server.contactCount()).isEqualTo(1);

            assertThat(world.run(new JobsResumeCommand()).exit()).isEqualTo(Exit.DONE);
            assertThat(world.server.contactCount()).isEqualTo(3);
        }
    }

    @Test
    void onlyTheJobThatIsNamedIsClosed() throws Exception {
        try (DeskWorld world = new DeskWorld(folder, QUICK, UnaryOperator.identity())) {
            world.stopped("first", 1);
            world.stopped("second", 2);
            assertThat(world.run(new JobsCancelCommand(), "second").exit()).isEqualTo(Exit.DONE);
            assertThat(world.run(new JobsCancelCommand(), "second").exit()).isEqualTo(Exit.USAGE);
            assertThat(world.archive().orElseThrow().unfinished(DeskWorld.ACCOUNT)).extracting(job -> job.id()).containsExactly("first");
        }
    }

    @Test
    void whatCannotBeFoundOutEndsAsUnknownAndIsNamed() throws Exception {
        try (DeskWorld world = new DeskWorld(folder, QUICK, UnaryOperator.identity())) {
            world.stopped("job", deletes(world, 3), List.of(0));
            for (int i = 0; i < 20; i++) {
                world.server.faults().next(Fault.UNAVAILABLE_503_BEFORE);
            }
            DeskWorld.Ran ran = world.run(new JobsCancelCommand());
            assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.NOT_ALL);
            assertThat(ran.said()).contains("Job job: 0 done, 1 not done, 2 not sent", "Person 0", "unknown", "It may have been done").doesNotContain("Try again");
        }
    }

    /** A journal on a disk that has no room for the end of a job. */
    private static Journal full(Journal real) {
        return new JournalBeside(real) {
            @Override
            public CompletableFuture<Kept> ended(String jobId, JobState state) {
                return CompletableFuture.completedFuture(Kept.DISK_FULL);
            }
        };
    }

    @Test
    void aCloseThatCannotBeNotedIsNoClose() throws Exception {
        try (DeskWorld world = new DeskWorld(folder, QUICK, CancelTest::full)) {
            world.stopped("job", 2);
            DeskWorld.Ran ran = world.run(new JobsCancelCommand());
            assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.NOT_ALL);
            assertThat(ran.said()).contains("could not note in its journal that job job is closed");
        }
    }
}
