package org.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.muster.jobs.JobSettings;
import org.muster.jobs.JumpingWaiter;

@Execution(ExecutionMode.CONCURRENT)
class UndoTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String first;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        first = shell.given("{'names':[{'givenName':'Old','familyName':'No0'}],'urls':[{'value':'https://example.org/0'}]}");
        for (int i = 1; i < 20; i++) {
            shell.given("New", "No" + i);
        }
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aDeletedContactComesBackAndGoesAgain() {
        String before = shell.muster("list", "--where", "no0", "--fields", "names,urls", "--output", "csv").out().replace(first, "");
        assertThat(shell.muster("delete", "--where", "no0", "--yes").code()).isZero();
        Shell.Ran dry = shell.muster("jobs", "undo", "last", "--dry-run");
        assertThat(dry.out()).contains("create  Old No0");
        assertThat(shell.server.contactCount()).isEqualTo(19);

        Shell.Ran ran = shell.muster("jobs", "undo", "last");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("1 contact comes back", "Undo: Delete 1 contact: 1 done, 0 not done, 0 not sent");
        assertThat(shell.contact(first)).isNull();
        assertThat(shell.muster("list", "--where", "no0", "--fields", "names,urls", "--output", "csv").out().replaceAll("people/\\w+", "")).isEqualTo(before);

        Shell.Ran last = shell.muster("jobs", "undo", "last");
        assertThat(last.code()).as("“last” never does again what was taken back").isEqualTo(1);
        assertThat(last.err()).contains("left anything to undo");
        String undo = shell.newestJob();
        assertThat(shell.muster("jobs", "undo", undo).code()).as("a redo deletes, so that it asks").isEqualTo(1);
        Shell.Ran again = shell.muster("jobs", "undo", undo, "--yes");
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("Redo: Delete 1 contact");
        assertThat(shell.server.contactCount()).isEqualTo(19);
    }

    @Test
    void lastSaidTwiceGoesFurtherBack() {
        shell.muster("update", "--where", "no0", "--set", "urls.value=https://example.org/1", "--yes");
        shell.muster("update", "--where", "no0", "--set", "urls.value=https://example.org/2", "--yes");
        assertThat(shell.muster("jobs", "undo", "last", "--yes").code()).isZero();
        assertThat(shell.contact(first).toString()).contains("https://example.org/1");
        assertThat(shell.muster("jobs", "undo", "last", "--yes").code()).isZero();
        assertThat(shell.contact(first).toString()).contains("https://example.org/0");
        assertThat(shell.muster("jobs", "undo", "last", "--yes").code()).isEqualTo(1);
    }

    @Test
    void aJobOfWhichNothingIsLeftIsNamed() {
        shell.muster("update", "--where", "no0", "--set", "urls.value=https://example.org/1", "--yes");
        String job = shell.muster("jobs", "--output", "csv").lines().get(1).split(",")[0];
        shell.server.changeElsewhere(first, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/0\"}]")));
        Shell.Ran ran = shell.muster("jobs", "undo", "last", "--yes");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("Nothing is left to undo of “", job, "name an older job");
    }

    @Test
    void anEditIsPutBackUnlessSomebodyChangedItSince() {
        shell.muster("update", "--where", "no0", "--set", "urls.value=https://example.org/new", "--yes");
        shell.server.changeElsewhere(first, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/theirs\"}]")));

        Shell.Ran left = shell.muster("jobs", "undo", "last", "--yes", "--leave-changed");
        assertThat(left.code()).isEqualTo(2);
        assertThat(left.out()).contains("Old No0", "changed since");
        Shell.Ran ran = shell.muster("jobs", "undo", "last", "--yes");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).contains("Old No0", "conflict");
        assertThat(shell.contact(first).toString()).contains("https://example.org/theirs");

        shell.server.changeElsewhere(first, person -> person.add("urls", JsonParser.parseString("[{\"value\":\"https://example.org/new\"}]")));
        String edit = shell.muster("jobs", "--output", "csv").lines().get(1).split(",")[0];
        assertThat(shell.muster("jobs", "undo", edit, "--yes").code()).isZero();
        assertThat(shell.contact(first).toString()).contains("https://example.org/0");
    }

    @Test
    void whatCannotBeToldYetIsSaid() throws Exception {
        try (DeskWorld world = new DeskWorld(folder.resolve("lagging"), JobSettings.standard().with(new JumpingWaiter(time -> { })), UnaryOperator.identity())) {
            String name = world.server.putContact(JsonParser.parseString("{\"names\":[{\"givenName\":\"Ada\"}],\"urls\":[{\"value\":\"https://example.org/0\"}]}").getAsJsonObject());
            world.server.switches().readLag().set(Duration.ofMinutes(5));
            assertThat(world.run(new UpdateCommand(), "--where", "ada", "--set", "urls.value=https://example.org/1", "--yes").exit()).isEqualTo(Exit.DONE);
            DeskWorld.Ran early = world.run(new JobsUndoCommand(), "last", "--yes");
            assertThat(early.exit()).as(early.said()).isEqualTo(Exit.NOT_ALL);
            assertThat(early.said()).contains("Ada", "It cannot be told yet what is to be undone");
            world.server.advance(Duration.ofMinutes(5));
            assertThat(world.run(new JobsUndoCommand(), "last", "--yes").exit()).isEqualTo(Exit.DONE);
            assertThat(world.server.contact(name).toString()).contains("https://example.org/0");
        }
    }

    @Test
    void whatWasMadeIsDeletedWithTheNumberWhenItIsMuch() {
        String file = shell.file("many.csv", "First Name\n" + "Somebody\n".repeat(10));
        assertThat(shell.muster("create", "--from", file, "--yes").code()).isZero();
        assertThat(shell.muster("jobs", "undo", "last", "--yes").err()).contains("10 contacts of 30", "--expect 10");
        assertThat(shell.server.contactCount()).isEqualTo(30);
        assertThat(shell.muster("jobs", "undo", "last", "--yes", "--expect", "10").code()).isZero();
        assertThat(shell.server.contactCount()).isEqualTo(20);
        Shell.Ran nothing = shell.muster("jobs", "undo", shell.muster("jobs", "--output", "csv").lines().get(1).split(",")[0]);
        assertThat(nothing.code()).isZero();
        assertThat(nothing.err()).contains("nothing to send");
    }

    @Test
    void restoredAndDeletedAgainNobodyComesBackTwice() {
        assertThat(shell.muster("delete", "--where", "no0", "--yes").code()).isZero();
        String first = shell.muster("jobs", "--output", "csv").lines().get(1).split(",")[0];
        assertThat(shell.muster("restore", "--only", "gone", "--yes").code()).isZero();
        assertThat(shell.muster("delete", "--where", "no0", "--yes").code()).isZero();
        String second = shell.newestJob();
        assertThat(shell.muster("jobs", "undo", first, "--yes").code()).isZero();
        assertThat(shell.server.contactCount()).isEqualTo(20);

        shell.muster("jobs", "undo", second, "--yes");
        assertThat(shell.server.contactCount()).isEqualTo(20);
        shell.muster("restore", "--only", "gone", "--yes");
        assertThat(shell.server.contactCount()).isEqualTo(20);
    }

    @Test
    void whatIsNotWhatWasAskedAboutIsAskedAboutAgain() {
        String label = shell.label("Choir");
        shell.muster("update", "--where", "no1", "--add-label", "Choir", "--yes");
        assertThat(shell.muster("update", "--where", "new", "--remove-label", "Choir", "--set", "urls.value=https://example.org/new", "--yes", "--expect", "19").code()).isZero();
        String edit = shell.newestJob();
        shell.deleteLabel(label);
        String gone = shell.muster("list", "--where", "no5", "--output", "csv").lines().get(1).split(",")[0];
        long before = shell.mutations();
        assertThat(shell.muster("jobs", "undo", edit, "--dry-run").err()).as("contacts, some of which get several changes").contains("19 contacts would be sent");
        assertThat(shell.muster("jobs", "undo", edit, "--yes", "--expect", "30").err()).contains("there are 19");

        Iterator<String> answers = List.of("19", "n").iterator();
        Shell.Ran ran = shell.answering(() -> {
            if (shell.contact(gone) != null) {
                shell.server.deleteElsewhere(gone);
            }
            return answers.next();
        }, "jobs", "undo", edit);
        assertThat(answers.hasNext()).as(ran.err()).isFalse();
        assertThat(ran.err()).contains("number of contacts of this job (19)", "made again: Choir", "Meanwhile the account has changed");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(shell.mutations()).isEqualTo(before);
    }
}
