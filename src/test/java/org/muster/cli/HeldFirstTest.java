package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muster.jobs.Job;
import org.muster.jobs.JobSettings;
import org.muster.jobs.LaneJobService;

/** What a command goes by is read when it holds the account: whoever held it before works on until the very moment it is given over. */
@Timeout(60)
class HeldFirstTest {
    @TempDir
    Path folder;
    private DeskWorld world;

    @BeforeEach
    void open() throws Exception {
        world = new DeskWorld(folder, JobSettings.standard(), UnaryOperator.identity());
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The window brings the job that was stopped to its end, then gives the account over. */
    private void theWindowEndsIt() {
        world.before(() -> {
            try (LaneJobService window = new LaneJobService(world.journal, JobSettings.standard())) {
                Job job = window.takeUp(world.lane(), world.archive().orElseThrow().unfinished(DeskWorld.ACCOUNT).getFirst());
                job.resume();
                job.await();
            }
        });
    }

    @Test
    void aJobThatTheWindowEndsBeforeItGivesTheAccountAwayIsNotSentAgain() {
        world.stopped("job", 3);
        theWindowEndsIt();
        DeskWorld.Ran ran = world.run(new JobsResumeCommand());
        assertThat(world.server.log().count("people.batchCreateContacts")).as(ran.said()).isOne();
        assertThat(world.server.contactCount()).isEqualTo(3);
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.said()).contains("No job of this account was stopped");
    }

    @Test
    void aJobThatTheWindowEndsBeforeItGivesTheAccountAwayIsTakenBackAsAWhole() {
        world.stopped("job", 3);
        theWindowEndsIt();
        DeskWorld.Ran ran = world.run(new JobsUndoCommand(), "job", "--yes", "--expect", "3");
        assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.DONE);
        assertThat(world.server.contactCount()).isZero();
    }

    @Test
    void aJobThatTheWindowEndsBeforeItGivesTheAccountAwayIsNotCancelled() {
        world.stopped("job", 3);
        theWindowEndsIt();
        DeskWorld.Ran ran = world.run(new JobsCancelCommand(), "job");
        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.said()).contains("has come to its end already");
        assertThat(world.server.contactCount()).isEqualTo(3);
    }

    @Test
    void theReportNamesTheContactsOfEveryJobThatWentOn() throws Exception {
        world.stopped("first", 2);
        world.stopped("second", 1);
        Path report = folder.resolve("report.csv");
        DeskWorld.Ran ran = world.run(new JobsResumeCommand(), "--report", report.toString(), "--output", "jsonl");
        assertThat(ran.exit()).as(ran.said()).isEqualTo(Exit.DONE);
        assertThat(Files.readAllLines(report)).hasSize(4).first().asString().contains("job,number,from");
        assertThat(Files.readString(report)).contains("first,1,row 0", "first,2,row 1", "second,1,row 0");
        assertThat(ran.said()).contains("{\"job\":\"first\",\"number\":\"1\"", "{\"job\":\"second\"").containsOnlyOnce("Report written");
    }
}
