package org.muster.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.jobs.BackingUp;
import org.muster.jobs.JobState;
import org.muster.jobs.Pacing;
import org.muster.jobs.Waiting;
import org.muster.texts.Texts;

/** What is said of a job when the quota decides how fast it goes. */
class PacingWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final ScriptedJob job = new ScriptedJob(Some.creates("Create 400 contacts", 400), 200);

    private String words() {
        return JobWords.of(job.snapshot(), NOW, Texts.of(JobLine.class)).waiting();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20     | less than a minute left
            40     | about 1 minute left
            240    | about 4 minutes left
            5940   | about 99 minutes left
            7300   | about 2 hours left
            90000  | about 25 hours left
            -5     | less than a minute left
            """)
    void aRunningJobSaysHowLongTheRestTakes(int seconds, String words) {
        job.paced(new Pacing(5, Duration.ofMinutes(1), NOW.plusSeconds(seconds)));
        assertThat(words()).isEqualTo(words);
    }

    @Test
    void aWaitingJobNamesTheLearntNumber() {
        job.paced(new Pacing(15, Duration.ofMinutes(1), NOW.plusSeconds(300)));
        job.state(JobState.WAITING, new Waiting(Waiting.Reason.QUOTA, NOW.plusSeconds(7)));
        assertThat(words()).isEqualTo("next batch in 7 s, Google allows about 15 a minute · about 5 minutes left");
    }

    @Test
    void aLimitOfTheDayIsTold() {
        job.paced(new Pacing(500, Duration.ofDays(1), NOW.plusSeconds(36_000)));
        job.state(JobState.WAITING, new Waiting(Waiting.Reason.QUOTA, NOW.plusSeconds(841)));
        assertThat(words()).isEqualTo("next batch in 15 min, Google allows about 500 a day · about 10 hours left");
    }

    @Test
    void whereNoNumberIsKnownNoneIsSaid() {
        job.state(JobState.WAITING, new Waiting(Waiting.Reason.QUOTA, NOW.plusSeconds(59)));
        assertThat(words()).isEqualTo("Google’s limit is reached; going on in 59 s");
    }

    @Test
    void aJobThatBacksUpFirstSaysSo() {
        job.backing(new BackingUp(0, 1_204));
        assertThat(JobWords.of(job.snapshot(), NOW, Texts.of(JobLine.class)).progress()).isEqualTo("Backing up 1,204 contacts first");
        job.backing(new BackingUp(1_000, 1_204));
        assertThat(JobWords.of(job.snapshot(), NOW, Texts.of(JobLine.class)).progress()).isEqualTo("Backing up 1,204 contacts first · 1,000 read");
        job.backing(new BackingUp(0, 0));
        assertThat(JobWords.of(job.snapshot(), NOW, Texts.of(JobLine.class)).progress()).isEqualTo("Backing up the account first");
    }

    @Test
    void aJobOfWhichNothingWasSentWasNotClosedInTheMiddle() {
        job.state(JobState.STOPPED);
        assertThat(words()).isEqualTo("Muster was closed before it began");
    }

    @Test
    void aPausedJobSaysNothingOfTime() {
        job.paced(new Pacing(5, Duration.ofMinutes(1), NOW.plusSeconds(300)));
        job.state(JobState.PAUSED);
        assertThat(words()).isEqualTo("paused by you");
    }
}
